package dev.crosstrust.diagnosis.google;

import dev.crosstrust.diagnosis.symptom.Rule;
import dev.crosstrust.diagnosis.symptom.Symptom;
import dev.crosstrust.finding.Commands;
import dev.crosstrust.finding.Finding;
import dev.crosstrust.finding.Fix;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What Google's IAM answers to making or changing a pool provider, and what policies of the
 * organisation forbid.
 *
 * @see <a
 *     href="https://cloud.google.com/iam/docs/reference/rest/v1/projects.locations.workloadIdentityPools.providers">Provider</a>
 */
public final class PoolSettingRules {
  private static final String PAGE =
      "https://cloud.google.com/iam/docs/reference/rest/v1/projects.locations.workloadIdentityPools.providers";
  private static final Pattern CONSTRAINT = Pattern.compile("constraint 'constraints/([\\w.]+)'");
  private static final Pattern VALUE = Pattern.compile("violated for value: '([^']+)'");

  public static final List<Rule> TABLE =
      List.of(
          Rule.saying("Invalid OIDC issuer URI", _ -> issuer()),
          Rule.saying("Invalid JWKs", _ -> keys()),
          Rule.saying("Input jwks contains", _ -> keys()),
          Rule.saying("Input JWK is not in a valid json", _ -> keys()),
          Rule.saying("Invalid mapped attribute key", _ -> attribute()),
          Rule.saying("must reference one of the provider's claims", _ -> condition()),
          Rule.saying("Org Policy violated for value", PoolSettingRules::organisation),
          Rule.saying("Request violates constraint '", PoolSettingRules::constraint),
          Rule.saying("do not belong to a permitted customer", PoolSettingRules::constraint));

  private PoolSettingRules() {}

  private static Finding issuer() {
    return Finding.error(
            "google.issuer-uri-invalid",
            "The provider's issuer is not an address that Google takes")
        .because("It begins with https:// and is, letter by letter, the iss of the tokens")
        .fix(
            Fix.of("Ask AWS for the account's own issuer, and give that")
                .withAws("aws iam get-outbound-web-identity-federation-info")
                .withGcloud(
                    "gcloud iam workload-identity-pools providers update-oidc PROVIDER"
                        + " --workload-identity-pool=POOL --location=global --project=PROJECT"
                        + " --issuer-uri=ISSUER"))
        .source(PAGE);
  }

  private static Finding attribute() {
    return Finding.error("google.mapping-invalid", "An attribute has a name that Google maps not")
        .because(
            "google.subject, google.groups and attribute.NAME can be mapped, with a NAME of at most"
                + " 100 of a-z, 0-9 and _; claims, assertion.NAME, stand on the other side")
        .fix(Fix.of("Write attribute.NAME=assertion.CLAIM, in one line and without spaces"))
        .source(PAGE);
  }

  private static Finding condition() {
    return Finding.error(
            "google.condition-invalid",
            "Google wants an attribute condition on claims of this issuer's tokens")
        .because(
            "Everybody's tokens of GitHub, GitLab and Terraform Cloud have the same issuer: without"
                + " a condition on a claim, assertion.NAME, all of them would enter")
        .fix(
            Fix.of(
                "Name the organisation, by a number that nobody else can take:"
                    + " assertion.repository_owner_id == 'ID' for GitHub, assertion.namespace_id =="
                    + " 'ID' for GitLab, assertion.terraform_organization_id == 'ID'"))
        .source(
            "https://cloud.google.com/iam/docs/workload-identity-federation-with-deployment-pipelines#conditions");
  }

  private static Finding keys() {
    return Finding.error("google.jwks-refused", "Google does not take the uploaded key set")
        .because(
            "It takes RSA keys and elliptic ones on P-256; P-384, which AWS signs ES384 with, P-521"
                + " and Ed25519 are refused, and so may be members beyond the key itself (x5c)")
        .fix(
            Fix.of("Leave the upload out: Google then fetches the issuer's keys itself"),
            Fix.of("Or keep kty, alg, use, kid, n, e, x, y and crv of the keys that it takes")
                .withGcloud(
                    "gcloud iam workload-identity-pools providers update-oidc PROVIDER"
                        + " --workload-identity-pool=POOL --location=global --project=PROJECT"
                        + " --jwk-json-path=keys.json"))
        .source(PAGE);
  }

  private static Finding organisation(Symptom symptom) {
    String value = symptom.find(VALUE).map(match -> match.group(1)).orElse("this provider");
    return Finding.error(
            "google.org-policy", "A policy of the organisation forbids %s".formatted(value))
        .because("It is asked when a provider is made or changed; what is there already stays")
        .fix(
            Fix.of(
                    "Have who keeps the organisation's policies add the value to"
                        + " constraints/iam.workloadIdentityPoolProviders")
                .withGcloud(
                    "gcloud org-policies describe iam.workloadIdentityPoolProviders"
                        + " --project=PROJECT --effective"))
        .source(
            "https://cloud.google.com/iam/docs/manage-workload-identity-pools-providers#restrict");
  }

  private static Finding constraint(Symptom symptom) {
    String name =
        symptom
            .find(CONSTRAINT)
            .map(match -> match.group(1))
            .orElse("iam.allowedPolicyMemberDomains");
    return Finding.error("google.org-policy", "A policy of the organisation forbids this: " + name)
        .because(
            name.equals("storage.uniformBucketLevelAccess")
                ? "Buckets are to have uniform bucket-level access there"
                : "No grant of IAM changes that; what is there already stays")
        .fix(
            Fix.of("See what it says, and keep to it or have who keeps it make an exception")
                .withGcloud(
                    Commands.of(
                        "gcloud org-policies describe", name, "--project=PROJECT", "--effective")))
        .source(
            "https://cloud.google.com/resource-manager/docs/organization-policy/org-policy-constraints");
  }
}
