package dev.crosstrust.diagnosis.aws;

import dev.crosstrust.diagnosis.symptom.Symptom;
import dev.crosstrust.finding.Commands;
import dev.crosstrust.finding.Confidence;
import dev.crosstrust.finding.Finding;
import dev.crosstrust.finding.Fix;
import dev.crosstrust.finding.Terraform;
import java.util.Optional;
import java.util.regex.Pattern;

/** The role's trust policy, and the account's providers. */
final class TrustFindings {
  static final String PAGE =
      "https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html";
  private static final String PROVIDERS_PAGE =
      "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_oidc.html";
  private static final String AUDIENCE = "AUDIENCE";
  private static final Pattern ISSUER = Pattern.compile("for (https?://\\S+)");

  private TrustFindings() {}

  static Finding refused(Symptom symptom) {
    String role = Arns.roleNameOr(symptom.sent().get("RoleArn"));
    return Finding.error(
            "aws.trust-refused",
            "STS found the token valid and refused all the same: its trust policy says no, or there"
                + " is no such role")
        .because(
            "The text is the same for a condition that fails, a wrong principal or action, a role"
                + " that is not there, and an organisation's policy",
            "A token that cannot be validated gets another answer (InvalidIdentityToken)")
        .fix(
            Fix.of(
                    "Compare the role's trust policy with the claims of the token (IAM > Roles > %s"
                            .formatted(role)
                        + " > Trust relationships)")
                .withAws(
                    Commands.of(
                        "aws iam get-role",
                        "--role-name",
                        role,
                        "--query",
                        "Role.AssumeRolePolicyDocument")),
            Fix.of(
                "If the role was changed within the last minute, run again: changes take a while"),
            Fix.of("Ask whether a service or resource control policy forbids web identities here"))
        .confidence(Confidence.LIKELY)
        .source(PAGE);
  }

  static Finding providerMissing(Symptom symptom) {
    Optional<String> said = symptom.find(ISSUER).map(match -> withoutFullStop(match.group(1)));
    String issuer = said.orElse("ISSUER");
    return Finding.error(
            "aws.provider-missing",
            "The role's account has no IAM OIDC provider for %s"
                .formatted(said.orElse("the token's issuer")))
        .because("Scheme, host, path and a slash at the end must be the same in both")
        .fix(
            Fix.of(
                    "See which issuers are registered in the account of the role (IAM > Identity"
                        + " providers)")
                .withAws("aws iam list-open-id-connect-providers"),
            Fix.of("See whether the role's ARN names the account that was meant"),
            Fix.of("Register the issuer in that account, with the audience of its tokens")
                .withAws(
                    Commands.of(
                        "aws iam create-open-id-connect-provider",
                        "--url",
                        issuer,
                        "--client-id-list",
                        AUDIENCE))
                .withTerraform(
                    Terraform.resource(
                        "aws_iam_openid_connect_provider",
                        "issuer",
                        "url",
                        Terraform.text(issuer),
                        "client_id_list",
                        "[%s]".formatted(Terraform.text(AUDIENCE))))
                .with(Fix.Effect.WIDENS))
        .source(PROVIDERS_PAGE);
  }

  static Finding providerAudience(Symptom symptom) {
    return Finding.error(
            "aws.provider-audience-missing",
            "The token's audience is not among the audiences of the IAM OIDC provider")
        .because("STS compares azp where the token has it, and aud only where it has not")
        .fix(
            Fix.of("Compare azp and aud of the token with the provider's list of audiences")
                .withAws("aws iam get-open-id-connect-provider --open-id-connect-provider-arn ARN"),
            Fix.of("Ask for a token with a listed audience, or add this one to the list")
                .withAws(
                    "aws iam add-client-id-to-open-id-connect-provider"
                        + " --open-id-connect-provider-arn ARN --client-id AUDIENCE")
                .with(Fix.Effect.WIDENS))
        .source(PROVIDERS_PAGE);
  }

  static Finding keysUnreachable(Symptom symptom) {
    return Finding.error(
            "aws.keys-unreachable",
            "AWS could not fetch the issuer's keys, or not the one it needs")
        .because("The issuer may be private, blocked, slow, or its keys may have been exchanged")
        .fix(
            Fix.of(
                "Fetch ISSUER/.well-known/openid-configuration and its jwks_uri from another"
                    + " network, and look for the token's kid"),
            Fix.of("Run again: outages of an issuer are mostly short"))
        .confidence(Confidence.LIKELY)
        .source(PAGE);
  }

  static Finding thumbprint(Symptom symptom) {
    return Finding.error(
            "aws.thumbprint",
            "The issuer's certificate is not the one whose thumbprint the IAM OIDC provider has")
        .because("It was exchanged, or the thumbprint was taken behind a proxy that opens TLS")
        .fix(
            Fix.of("Set the thumbprint of the top certificate that the issuer serves now")
                .withAws(
                    "aws iam update-open-id-connect-provider-thumbprint"
                        + " --open-id-connect-provider-arn ARN --thumbprint-list SHA1"))
        .source(PROVIDERS_PAGE);
  }

  static Finding rolesClaim(Symptom symptom) {
    return Finding.error(
            "aws.roles-claim-refuses",
            "The token names the roles it may enter, and this role is not among them")
        .because("The claim https://aws.amazon.com/roles is compared before the trust policy")
        .fix(
            Fix.of(
                "Compare the claim with the role's ARN letter by letter; have the issuer add the"
                    + " role, or leave the claim out"))
        .source(PAGE);
  }

  static Finding validationGeneric(Symptom symptom) {
    return Finding.error(
            "aws.validation-generic", "STS could not validate the token, and no longer says why")
        .because(
            "The same text stands for: no IAM provider for the issuer in the role's account; its"
                + " URL differs by a slash or path; azp or aud not among its audiences; its keys"
                + " out of reach; its certificate",
            "The trust policy was not read yet: its refusal has another text (AccessDenied)")
        .fix(
            Fix.of("Compare the token's iss with the registered issuers, byte for byte")
                .withAws("aws iam list-open-id-connect-providers"),
            Fix.of("Compare azp, else aud, of the token with the audiences of its provider")
                .withAws("aws iam get-open-id-connect-provider --open-id-connect-provider-arn ARN"),
            Fix.of(
                "For a token of Google: see that no provider for accounts.google.com is registered;"
                    + " Google is built in, and a registered one takes its place"))
        .confidence(Confidence.LIKELY)
        .source(PAGE);
  }

  private static String withoutFullStop(String url) {
    return url.endsWith(".") ? url.substring(0, url.length() - 1) : url;
  }
}
