package dev.crosstrust.sandbox;

import dev.crosstrust.sandbox.aws.Authenticator;
import dev.crosstrust.sandbox.aws.account.Accounts;
import dev.crosstrust.sandbox.aws.account.PolicyAuthorizer;
import dev.crosstrust.sandbox.aws.cloud.AwsCloud;
import dev.crosstrust.sandbox.aws.iam.IamService;
import dev.crosstrust.sandbox.aws.s3.Buckets;
import dev.crosstrust.sandbox.aws.s3.S3Service;
import dev.crosstrust.sandbox.aws.signature.SignatureVerifier;
import dev.crosstrust.sandbox.aws.sts.StsService;
import dev.crosstrust.sandbox.google.GoogleCloud;
import dev.crosstrust.sandbox.google.token.ShiftedClock;
import dev.crosstrust.sandbox.home.AwsProfiles;
import dev.crosstrust.sandbox.home.GoogleProfiles;
import dev.crosstrust.sandbox.home.Origins;
import dev.crosstrust.sandbox.home.ProfileHome;
import dev.crosstrust.sandbox.wire.Handler;
import dev.crosstrust.sandbox.wire.Internet;
import dev.crosstrust.sandbox.wire.IssuerKeys;
import dev.crosstrust.sandbox.wire.KeySource;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Both clouds, running: one port each, seeded with the stories of the product, and the home from
 * which clients find them. Owns the thread that keeps the token of the workload fresh.
 */
public final class Sandbox implements AutoCloseable {
  /** As a cluster does it: well before the hour of the token is over. */
  private static final Duration TOKEN_RENEWAL = Duration.ofMinutes(45);

  /** The one of demo-gke, and the two that are published. */
  private static final int KEYS = 3;

  private final Servers servers;
  private final HomeFolder folder;
  private final ProfileHome home;
  private final Thread renewal;

  private Sandbox(Servers servers, HomeFolder folder, ProfileHome home, Thread renewal) {
    this.servers = servers;
    this.folder = folder;
    this.home = home;
    this.renewal = renewal;
  }

  /**
   * How a sandbox is to be.
   *
   * @param home where to write the profile home; null for a temporary folder, removed at the end
   * @param port the port of the AWS half, Google's is one above; 0 for free ones
   * @param faults what to break
   * @param objects how many objects to generate in a bucket of their own; 0 for no such bucket
   * @param listener put before each cloud, to see what it is asked and answers
   */
  public record Options(
      @Nullable Path home,
      int port,
      List<Fault> faults,
      int objects,
      UnaryOperator<Handler> listener) {}

  /**
   * Starts both clouds and writes their home.
   *
   * @throws InterruptedIOException when the thread is interrupted before anything is started
   * @throws IOException when a port is taken or the home cannot be written
   */
  public static Sandbox start(Options options, InstantSource clock) throws IOException {
    return start(options, clock, new KeysAhead(KEYS));
  }

  /** The same with keys that are not its own to make. */
  public static Sandbox start(Options options, InstantSource clock, KeySource keys)
      throws IOException {
    Seed seed = new Seed();
    options.faults().forEach(fault -> fault.breakIt(seed));
    SecureRandom random = new SecureRandom();

    Internet internet = new Internet();
    GoogleCloud google = new GoogleCloud(clock, random, keys, internet);
    GoogleProfiles googleProfiles = GoogleSeed.sow(google, seed);

    ShiftedClock awsClock = new ShiftedClock(clock);
    awsClock.shift(seed.awsClock());
    Accounts accounts = new Accounts(random, awsClock);
    AwsProfiles awsProfiles = AwsSeed.sow(accounts, seed);
    Buckets buckets = new Buckets();
    AwsSeed.sow(buckets, awsClock.instant());
    if (options.objects() > 0) {
      AwsSeed.generate(buckets, options.objects(), awsClock.instant());
    }
    Handler cloud =
        seed.issuerReachable()
            ? cloud(accounts, buckets, google, awsClock, random)
            : new IssuerOutage(cloud(accounts, buckets, google, awsClock, random));
    internet.domain(".amazonaws.com", cloud).domain(".tokens.sts.global.api.aws", cloud);
    Handler aws = options.listener().apply(seed.weather().over(cloud));

    // Waits for keys, which takes long and cannot be cut short.
    String tokenOfPod = GoogleSeed.tokenOfPod(google);

    // Before there is anything to tidy up; after that, who waits is told.
    if (Thread.currentThread().isInterrupted()) {
      throw new InterruptedIOException("cancelled");
    }
    HomeFolder folder = HomeFolder.of(options.home());
    try {
      Servers servers = Servers.start(options.port(), aws, options.listener().apply(google));
      try {
        ProfileHome home =
            ProfileHome.write(
                folder.path(),
                new Origins(
                    servers.aws().origin(), servers.google().origin(), Names.OUTBOUND_ISSUER),
                awsProfiles,
                googleProfiles,
                seed.routes());
        home.writeWebIdentityToken(tokenOfPod);
        return new Sandbox(servers, folder, home, keepFresh(home, google));
      } catch (IOException | RuntimeException e) {
        servers.close();
        throw e;
      }
    } catch (IOException | RuntimeException e) {
      folder.close();
      throw e;
    }
  }

  private static AwsCloud cloud(
      Accounts accounts,
      Buckets buckets,
      IssuerKeys issuers,
      InstantSource clock,
      RandomGenerator random) {
    SignatureVerifier verifier = new SignatureVerifier(accounts, clock);
    PolicyAuthorizer authorizer = new PolicyAuthorizer(accounts, clock);
    Authenticator query = new QueryAuthenticator(verifier);
    return new AwsCloud(
        StsService.of(accounts, authorizer, issuers, query, clock, random),
        IamService.of(accounts, authorizer, query, random),
        new S3Service(verifier, authorizer, buckets, clock),
        accounts,
        clock);
  }

  /** As a cluster does for its pods: a new token well before the old one ends. */
  private static Thread keepFresh(ProfileHome home, GoogleCloud google) {
    return Thread.ofVirtual()
        .name("sandbox-token-renewal")
        .start(
            () -> {
              try {
                while (true) {
                  Thread.sleep(TOKEN_RENEWAL);
                  renew(home, google);
                }
              } catch (InterruptedException closed) {
                Thread.currentThread().interrupt();
              }
            });
  }

  private static void renew(ProfileHome home, GoogleCloud google) {
    try {
      home.writeWebIdentityToken(GoogleSeed.tokenOfPod(google));
    } catch (IOException ignored) {
      // The old token is there until the next renewal, and says itself that it has expired.
    }
  }

  /** Where the clouds listen: {@code aws} and {@code google}. */
  public Map<String, URI> endpoints() {
    Map<String, URI> endpoints = new LinkedHashMap<>();
    endpoints.put("aws", servers.aws().origin());
    endpoints.put("google", servers.google().origin());
    return endpoints;
  }

  /** The folder of the profile home. */
  public Path home() {
    return home.root();
  }

  /** The variables that lead clients here. */
  public Map<String, String> environment() {
    return home.environment();
  }

  /** Ends both clouds; a temporary home goes with them. */
  @Override
  public void close() throws IOException {
    endRenewal();
    servers.close();
    folder.close();
  }

  /** A renewal under way must not write into a home that is being removed. */
  private void endRenewal() {
    renewal.interrupt();
    try {
      renewal.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
