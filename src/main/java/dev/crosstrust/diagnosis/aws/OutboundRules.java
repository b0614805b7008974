package dev.crosstrust.diagnosis.aws;

import dev.crosstrust.denial.AwsDenials;
import dev.crosstrust.denial.Denial;
import dev.crosstrust.denial.PolicyType;
import dev.crosstrust.diagnosis.symptom.Rule;
import dev.crosstrust.diagnosis.symptom.Symptom;
import dev.crosstrust.finding.Finding;
import dev.crosstrust.finding.Fix;
import dev.crosstrust.trust.aws.InlinePolicy;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What STS answers to {@code GetWebIdentityToken}.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/STS/latest/APIReference/API_GetWebIdentityToken.html">GetWebIdentityToken</a>
 */
public final class OutboundRules {
  private static final String OPERATION = "GetWebIdentityToken";
  private static final String PAGE =
      "https://docs.aws.amazon.com/STS/latest/APIReference/API_GetWebIdentityToken.html";

  private static final Pattern ASKED_AS = Pattern.compile("arn:\\S+:(?:assumed-)?role/\\S+");

  public static final List<Rule> TABLE =
      List.of(
          new Rule(
              symptom ->
                  symptom.is("OutboundWebIdentityFederationDisabledException", "FeatureDisabled")
                      || symptom.says("OutboundWebIdentityFederation is disabled")
                      || symptom.says("Outbound identity federation is disabled"),
              _ -> disabled()),
          Rule.saying("does not support federated user sessions", _ -> federatedUser()),
          Rule.saying("not supported on STS global endpoint", _ -> globalEndpoint()),
          new Rule(
              symptom ->
                  symptom.is("SessionDurationEscalationException")
                      || symptom.says("must be before the original session's expiry time"),
              _ -> tooShort()),
          Rule.saying("Requested SigningAlgorithm is not supported", _ -> algorithm()),
          new Rule(
              symptom ->
                  symptom.is("JWTPayloadSizeExceededException")
                      || symptom.says("Duplicate tag keys found"),
              _ -> payload()),
          Rule.saying("not authorized to perform: sts:TagGetWebIdentityToken", _ -> tagsDenied()),
          new Rule(OutboundRules::isDenied, OutboundRules::denied));

  private OutboundRules() {}

  private static boolean isDenied(Symptom symptom) {
    boolean asked = symptom.operation().equals(OPERATION) && symptom.is("AccessDenied");
    return (asked || symptom.says("not authorized to perform: sts:GetWebIdentityToken"))
        && !elsewhere(symptom);
  }

  /** A Deny, or another kind of policy, is not outweighed by what the identity is allowed. */
  private static boolean elsewhere(Symptom symptom) {
    return AwsDenials.in(symptom.message()).stream().anyMatch(OutboundRules::notForWantOfAllow);
  }

  private static boolean notForWantOfAllow(Denial denial) {
    return Boolean.TRUE.equals(denial.explicit())
        || (denial.policyType() != null && denial.policyType() != PolicyType.IDENTITY_BASED);
  }

  private static Finding disabled() {
    return error("aws.outbound-disabled", "The account does not vouch for its identities to others")
        .because("Outbound web identity federation is a switch of the account, off until set")
        .fix(
            Fix.of("Switch it on, wait some ten seconds, run again; the issuer stays the same")
                .withAws("aws iam enable-outbound-web-identity-federation")
                .withTerraform("resource \"aws_iam_outbound_web_identity_federation\" \"this\" {}")
                .with(Fix.Effect.WIDENS));
  }

  private static Finding federatedUser() {
    return error(
            "aws.outbound-federated-user", "Sessions of GetFederationToken are given no such token")
        .fix(Fix.of("Start from a role, an IAM user or a session of GetSessionToken"));
  }

  private static Finding globalEndpoint() {
    return error(
            "aws.outbound-global-endpoint", "The global endpoint of STS does not give these tokens")
        .because("Only the endpoints of regions do, for example sts.eu-west-1.amazonaws.com")
        .fix(
            Fix.of("Set a region in the profile, and no endpoint_url of the global one")
                .withAws("aws configure set region REGION --profile PROFILE"));
  }

  private static Finding tooShort() {
    return error(
            "aws.outbound-session-too-short",
            "The session has less of its life left than the token was asked for")
        .because("A token must end before the session that asks for it")
        .fix(
            Fix.of("Ask for a shorter token: duration under token in the route, 60 at least"),
            Fix.of("Or start a new session"));
  }

  private static Finding algorithm() {
    return error("aws.outbound-algorithm", "AWS signs these tokens with RS256 or ES384 only")
        .because("The names are in capitals, and nothing else is taken")
        .fix(
            Fix.of("Ask for RS256, which Google documents: algorithm under token in the route")
                .withAws(
                    "aws sts get-web-identity-token --audience AUDIENCE --signing-algorithm"
                        + " RS256"));
  }

  private static Finding payload() {
    return error("aws.outbound-payload", "The tags do not go into the token as they are")
        .because("Keys must differ in more than case; all claims together have a limit too")
        .fix(Fix.of("Leave some tags out, or give them other names"));
  }

  private static Finding tagsDenied() {
    return error("aws.outbound-denied", "The identity may have this token, but not with tags")
        .because("Tags need sts:TagGetWebIdentityToken beside sts:GetWebIdentityToken")
        .fix(
            Fix.of("Ask without tags"),
            new Fix(
                "Or allow sts:TagGetWebIdentityToken in a policy of the role",
                null,
                null,
                null,
                Fix.Effect.WIDENS));
  }

  private static Finding denied(Symptom symptom) {
    String sent = symptom.sent().get("Audience.member.1");
    String audience = sent == null ? "AUDIENCE" : sent;
    return error("aws.outbound-denied", "The identity may not have this token")
        .because(
            "A policy may allow sts:GetWebIdentityToken for certain audiences, durations and"
                + " algorithms only; with tags, sts:TagGetWebIdentityToken is needed as well",
            sent == null
                ? "The text does not say for which audience it was asked"
                : "It was asked for the audience " + sent)
        .fix(
            allow(
                Arns.roleNameOr(symptom.find(ASKED_AS).map(it -> it.group()).orElse(null)),
                audience),
            Fix.of("Or ask for the audience that the policy names"));
  }

  private static Fix allow(String role, String audience) {
    return InlinePolicy.forAudience(role, audience)
        .put(
            "Allow sts:GetWebIdentityToken for this audience (condition key"
                + " sts:IdentityTokenAudience) in a policy of the role: IAM > Roles > %s > Add"
                    .formatted(role)
                + " permissions > Create inline policy");
  }

  private static Finding error(String id, String title) {
    return Finding.error(id, title).source(PAGE);
  }
}
