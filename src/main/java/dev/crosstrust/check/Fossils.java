package dev.crosstrust.check;

import dev.crosstrust.evidence.Outcome.Done;
import dev.crosstrust.finding.Confidence;
import dev.crosstrust.finding.Finding;
import dev.crosstrust.finding.Fix;
import dev.crosstrust.identity.google.GoogleIdentity;
import dev.crosstrust.identity.google.GoogleSource;
import dev.crosstrust.trust.google.Grant;
import dev.crosstrust.trust.google.IamPolicy;
import dev.crosstrust.trust.google.PolicyResource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What tutorials leave behind on the way from Google to AWS. Nothing of it keeps a token out.
 *
 * @param start the identity that the token is of
 */
record Fossils(AskedRole asked, Optional<GoogleIdentity> start) {
  private static final String ROLE = "roles/iam.workloadIdentityUser";

  /** A cluster's own pool is another thing, and needed. */
  private static final Pattern MEMBER =
      Pattern.compile("principal(Set)?://.+/workloadIdentityPools/(?![^/]+\\.svc\\.id\\.goog/).+");

  List<Finding> all(Relay<GoogleSide> relay) {
    List<Finding> found = new ArrayList<>();
    String account = asked.impersonate();
    if (account != null
        && relay.ask(
                "Policy of " + account,
                "iam.serviceAccounts.getIamPolicy",
                side -> side.ofServiceAccount(account))
            instanceof Done<IamPolicy>(IamPolicy policy)) {
      pool(account, policy).ifPresent(found::add);
    }
    key().ifPresent(found::add);
    return found;
  }

  static Optional<Finding> pool(String account, IamPolicy policy) {
    return policy.bindings().stream()
        .filter(binding -> binding.role().equals(ROLE))
        .flatMap(
            binding ->
                binding.members().stream()
                    .filter(member -> MEMBER.matcher(member).matches())
                    .map(member -> new Grant(ROLE, member, binding.condition())))
        .findFirst()
        .map(grant -> pool(account, grant));
  }

  private static Finding pool(String account, Grant grant) {
    Fix fix = Fix.of("If nobody else comes in by it, take the grant away");
    return Finding.info(
            "fossil.pool-for-outward-road",
            "The service account lets a pool in, which the way to AWS does not use")
        .because(
            "Policy of %s: %s for %s".formatted(account, ROLE, grant.member()),
            "On this road Google signs the token, and a pool is for those who come to Google")
        .fix(
            grant
                .undone(new PolicyResource.ServiceAccount(account))
                .map(fix::withGcloud)
                .orElse(fix)
                .with(Fix.Effect.NARROWS))
        .confidence(Confidence.POSSIBLE)
        .source("https://cloud.google.com/iam/docs/workload-identity-federation");
  }

  /** A key that signs for the workload itself; who only impersonates it may do so in any way. */
  private Optional<Finding> key() {
    boolean own = asked.impersonate() == null;
    return start
        .filter(it -> own && it.impersonate().isEmpty())
        .filter(it -> it.source() instanceof GoogleSource.ServiceAccountKey)
        .map(
            it ->
                Finding.info(
                        "fossil.service-account-key",
                        "The token is made with a downloaded key, which does not end by itself")
                    .because("%s, from %s".formatted(it.shown().id(), it.shown().source()))
                    .fix(
                        Fix.of("Impersonate the service account instead: then no file holds a key"))
                    .source(
                        "https://cloud.google.com/iam/docs/best-practices-for-managing-service-account-keys"));
  }
}
