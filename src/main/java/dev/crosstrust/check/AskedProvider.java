package dev.crosstrust.check;

import dev.crosstrust.trust.google.ProviderName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The pool provider that a token is presented to, and what for.
 *
 * @param identity of AWS that the token is of, by its id
 * @param provider {@code projects/NUMBER/locations/global/workloadIdentityPools/P/providers/Q}
 * @param audience that Google STS is asked with
 * @param universe {@code googleapis.com}, or the domain of a sovereign cloud
 * @param project that is worked in; null where it is not known
 * @param impersonate the service account to become; null for direct access
 * @param buckets that are to be worked in
 * @param tables that are to be worked in
 */
public record AskedProvider(
    String identity,
    String provider,
    String audience,
    String universe,
    @Nullable String project,
    @Nullable String impersonate,
    List<String> buckets,
    List<Table> tables) {
  public AskedProvider {
    buckets = List.copyOf(buckets);
    tables = List.copyOf(tables);
  }

  /** A table of BigQuery. */
  public record Table(String project, String dataset, String table) {}

  /** The pool of the provider. */
  String pool() {
    return name().poolName();
  }

  /** The project that is worked in, or the number of the provider's. */
  String projectOrNumber() {
    return project == null ? name().project() : project;
  }

  private ProviderName name() {
    return ProviderName.of(provider).orElseThrow();
  }
}
