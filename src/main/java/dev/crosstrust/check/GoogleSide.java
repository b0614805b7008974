package dev.crosstrust.check;

import dev.crosstrust.credential.GoogleAccessToken;
import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.evidence.Outcome.Breakage.Kind;
import dev.crosstrust.evidence.Wire;
import dev.crosstrust.exchange.google.ExchangeRequest;
import dev.crosstrust.exchange.google.GoogleTokens;
import dev.crosstrust.identity.Machine;
import dev.crosstrust.identity.google.GoogleIdentity;
import dev.crosstrust.inspect.google.Bucket;
import dev.crosstrust.inspect.google.Cluster;
import dev.crosstrust.inspect.google.FederationReader;
import dev.crosstrust.inspect.google.PolicyReader;
import dev.crosstrust.inspect.google.Pool;
import dev.crosstrust.inspect.google.ProjectReader;
import dev.crosstrust.inspect.google.ServiceAccount;
import dev.crosstrust.trust.google.IamPolicy;
import dev.crosstrust.trust.google.PoolProvider;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Google Cloud, read with an administrator's identity; broken throughout where there is none. Each
 * thing is asked for once. For one thread.
 */
public final class GoogleSide {
  private final Outcome<Readers> readers;
  private final Map<String, Outcome<IamPolicy>> policies = new HashMap<>();
  private final Map<String, Outcome<Bucket>> buckets = new HashMap<>();

  private record Readers(FederationReader federation, PolicyReader policy, ProjectReader project) {}

  private GoogleSide(Outcome<Readers> readers) {
    this.readers = readers;
  }

  /** A project into which nobody can look. */
  public static GoogleSide closed() {
    return new GoogleSide(
        Outcome.broken(
            Kind.LOCAL,
            "Nobody was named who may look into the Google project (in a terminal: --admin"
                + " gcloud:NAME)"));
  }

  /**
   * Signs in, when the administrator is of the universe that is meant: accounts and projects of one
   * are not known in another.
   *
   * @param universe for example {@code googleapis.com}; null where it is not known
   */
  public static GoogleSide open(
      Wire wire,
      Machine machine,
      InstantSource clock,
      GoogleIdentity admin,
      @Nullable String universe) {
    String own = admin.endpoints().universe();
    if (universe != null && !universe.equals(own)) {
      return new GoogleSide(
          Outcome.broken(
              Kind.UNEXPECTED_ACCOUNT,
              "%s is of universe %s, the route is about %s"
                  .formatted(admin.shown().id(), own, universe)));
    }
    return new GoogleSide(
        new GoogleTokens(wire, machine, clock)
            .accessToken(admin, List.of(ExchangeRequest.ALL_OF_CLOUD))
            .map(token -> readers(wire, admin, token)));
  }

  private static Readers readers(Wire wire, GoogleIdentity admin, GoogleAccessToken token) {
    return new Readers(
        new FederationReader(wire, admin.endpoints(), token),
        new PolicyReader(wire, admin.endpoints(), token),
        new ProjectReader(wire, admin.endpoints(), token));
  }

  public Outcome<Pool> pool(String name) {
    return readers.then(it -> it.federation().pool(name));
  }

  public Outcome<PoolProvider> provider(String name) {
    return readers.then(it -> it.federation().provider(name));
  }

  public Outcome<ServiceAccount> serviceAccount(String email) {
    return readers.then(it -> it.federation().serviceAccount(email));
  }

  public Outcome<Boolean> uses(String project, String service) {
    return readers.then(it -> it.project().uses(project, service));
  }

  public Outcome<List<Cluster>> clusters(String project) {
    return readers.then(it -> it.project().clusters(project));
  }

  public Outcome<Bucket> bucket(String name) {
    return buckets.computeIfAbsent(name, _ -> readers.then(it -> it.policy().bucket(name)));
  }

  public Outcome<IamPolicy> ofProject(String idOrNumber) {
    return policy("project " + idOrNumber, it -> it.ofProject(idOrNumber));
  }

  public Outcome<IamPolicy> ofServiceAccount(String email) {
    return policy("account " + email, it -> it.ofServiceAccount(email));
  }

  public Outcome<IamPolicy> ofBucket(String name) {
    return policy("bucket " + name, it -> it.ofBucket(name));
  }

  public Outcome<IamPolicy> ofDataset(String project, String dataset) {
    return policy(
        "dataset %s.%s".formatted(project, dataset), it -> it.ofDataset(project, dataset));
  }

  public Outcome<IamPolicy> ofTable(String project, String dataset, String table) {
    return policy(
        "table %s.%s.%s".formatted(project, dataset, table),
        it -> it.ofTable(project, dataset, table));
  }

  private Outcome<IamPolicy> policy(String key, Function<PolicyReader, Outcome<IamPolicy>> ask) {
    return policies.computeIfAbsent(key, _ -> readers.then(it -> ask.apply(it.policy())));
  }
}
