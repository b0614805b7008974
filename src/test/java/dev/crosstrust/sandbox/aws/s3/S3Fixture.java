package dev.crosstrust.sandbox.aws.s3;

import dev.crosstrust.sandbox.aws.Authorizer;
import dev.crosstrust.sandbox.aws.Caller;
import dev.crosstrust.sandbox.aws.StoredCredential;
import dev.crosstrust.sandbox.aws.signature.SignatureVerifier;
import dev.crosstrust.sandbox.wire.LoopbackServer;
import dev.crosstrust.sandbox.wire.Request;
import dev.crosstrust.sandbox.wire.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/** S3 on loopback with one caller, and the AWS SDK's client for it. */
final class S3Fixture implements AutoCloseable {
  static final String ACCOUNT = "111122223333";
  static final String CALLER = "arn:aws:sts::111122223333:assumed-role/R/s";
  static final StaticCredentialsProvider CREDENTIALS =
      StaticCredentialsProvider.create(
          AwsSessionCredentials.create("ASIATEMPORARY", "a secret", "to/k+en=="));

  /** What the authorizer was asked: action, resource and context in one line. */
  final List<String> asked = new CopyOnWriteArrayList<>();

  /** The requests that arrived. */
  final List<Request> requests = new CopyOnWriteArrayList<>();

  /** The documents of all answers from 300 up. */
  final List<String> refusals = new CopyOnWriteArrayList<>();

  /** Actions to refuse. */
  final Set<String> denied = ConcurrentHashMap.newKeySet();

  final Buckets buckets = new Buckets();
  private final LoopbackServer server;

  S3Fixture() throws IOException {
    InstantSource clock = InstantSource.system();
    StoredCredential credential =
        new StoredCredential(
            "ASIATEMPORARY",
            "a secret",
            "to/k+en==",
            clock.instant().plus(Duration.ofHours(1)),
            new Caller(ACCOUNT, CALLER, "AROA:s"));
    SignatureVerifier verifier =
        new SignatureVerifier(
            id -> Optional.of(credential).filter(known -> known.accessKeyId().equals(id)), clock);
    S3Service service = new S3Service(verifier, this::decide, buckets, clock);
    server =
        LoopbackServer.start(
            0,
            request -> {
              requests.add(request);
              Response response = service.handle(request);
              if (response.status() >= 300) {
                ByteArrayOutputStream document = new ByteArrayOutputStream();
                response.body().writeTo(document);
                refusals.add(document.toString(StandardCharsets.UTF_8));
              }
              return response;
            });
  }

  private Authorizer.Decision decide(
      Caller caller, String action, String resource, Map<String, List<String>> context) {
    asked.add(action + " " + resource + " " + context);
    return denied.contains(action)
        ? new Authorizer.Decision.Denied(
            "because no identity-based policy allows the " + action + " action")
        : new Authorizer.Decision.Allowed();
  }

  Bucket bucket(String name) {
    return buckets.create(name, "eu-west-1", ACCOUNT, now());
  }

  static Instant now() {
    return InstantSource.system().instant();
  }

  URI origin() {
    return server.origin();
  }

  S3Client client() {
    return client(_ -> {});
  }

  S3Client client(Consumer<S3ClientBuilder> settings) {
    S3ClientBuilder builder =
        S3Client.builder()
            .region(Region.EU_WEST_1)
            .endpointOverride(server.origin())
            .forcePathStyle(true)
            .credentialsProvider(CREDENTIALS)
            .httpClientBuilder(UrlConnectionHttpClient.builder());
    settings.accept(builder);
    return builder.build();
  }

  @Override
  public void close() {
    server.close();
  }
}
