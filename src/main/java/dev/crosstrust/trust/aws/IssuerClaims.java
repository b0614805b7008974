package dev.crosstrust.trust.aws;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Claims that AWS makes condition keys of besides {@code aud} and {@code sub}: of some issuers that
 * many share, and of each a few.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/service-authorization/latest/reference/list_awssecuritytokenservice.html">Condition
 *     keys of AWS STS</a>
 */
final class IssuerClaims {
  private static final Map<Pattern, List<String>> BY_ISSUER =
      Map.of(
          Pattern.compile(
              "token\\.actions\\.githubusercontent\\.com(/.+)?"
                  + "|token\\.actions\\.[^./]+\\.ghe\\.com|github\\.com/enterprises/[^/]+"),
          List.of(
              "actor",
              "actor_id",
              "enterprise_id",
              "environment",
              "job_workflow_ref",
              "ref",
              "repository",
              "repository_id",
              "repository_owner_id",
              "workflow"),
          Pattern.compile("gitlab\\.com"),
          List.of(
              "namespace_id",
              "pipeline_source",
              "project_id",
              "ref_protected",
              "runner_environment",
              "user_access_level",
              "user_email",
              "user_id",
              "user_login"),
          Pattern.compile("agent\\.buildkite\\.com|agent\\.[^./]+\\.buildkite\\.(dev|site)"),
          List.of(
              "build_branch",
              "cluster_id",
              "cluster_name",
              "organization_id",
              "organization_slug",
              "pipeline_id",
              "pipeline_slug"),
          Pattern.compile("oidc\\.circleci\\.com/org/[^/]+"),
          List.of("oidc.circleci.com/project-id"),
          Pattern.compile("idcs-[^./]+\\.identity\\.oraclecloud\\.com"),
          List.of("rpst_id"));

  /** Those that do not say whose the workload is. */
  private static final Set<String> OF_NOBODY =
      Set.of(
          "build_branch",
          "cluster_name",
          "environment",
          "pipeline_source",
          "ref",
          "ref_protected",
          "runner_environment",
          "user_access_level",
          "workflow");

  private IssuerClaims() {}

  /** The claims of an issuer, whose URL is without {@code https://}; none for most. */
  static List<String> of(String issuer) {
    return BY_ISSUER.entrySet().stream()
        .filter(it -> it.getKey().matcher(issuer).matches())
        .findFirst()
        .map(Map.Entry::getValue)
        .orElse(List.of());
  }

  /** Those of them that say who it is, or in whose house. */
  static List<String> ofSomebody(String issuer) {
    return of(issuer).stream().filter(it -> !OF_NOBODY.contains(it)).toList();
  }
}
