package dev.crosstrust.trust.aws;

import dev.crosstrust.finding.Confidence;
import dev.crosstrust.finding.Finding;
import dev.crosstrust.finding.Fix;
import dev.crosstrust.trust.Ternary;
import dev.crosstrust.trust.UnreadableDocument;
import dev.crosstrust.trust.Verdict;
import dev.crosstrust.trust.aws.policy.PolicyDocument;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Decides what AWS STS would answer to a token, claim by claim and line by line. */
public final class TrustCheck {
  private TrustCheck() {}

  /**
   * Decides. In the order of STS: the token itself, the account's provider for its issuer, its
   * roles claim, and last the role's policy.
   *
   * @throws UnreadableDocument when the policy is no JSON
   */
  public static TrustReport of(TrustQuestion question) throws UnreadableDocument {
    JsonNode policy = PolicyDocument.read(question.policy(), "the trust policy");
    Issuer issuer = Issuer.of(question);
    TokenRules token = TokenRules.of(question);
    ProviderRules provider = ProviderRules.of(question, issuer.namedBy(policy));
    RolesClaim roles = RolesClaim.of(question);
    List<Finding> findings = new ArrayList<>(token.findings());
    findings.addAll(provider.findings());
    if (roles == RolesClaim.REFUSES) {
      findings.add(notForThisRole(question));
    } else if (roles == RolesClaim.OPEN) {
      findings.add(forSomeRole(question));
    }
    Ternary valid = token.takes().and(provider.takes()).and(of(roles));
    PolicyCheck ofPolicy = PolicyCheck.of(question, issuer, policy, valid != Ternary.NO);
    findings.addAll(ofPolicy.findings());
    return new TrustReport(
        Verdict.of(valid.and(ofPolicy.letsIn())),
        provider.shown(),
        question.signature(),
        ofPolicy.statements(),
        Ranking.of(findings),
        ofPolicy.correction(),
        valid == Ternary.NO);
  }

  private static Ternary of(RolesClaim roles) {
    return switch (roles) {
      case ABSENT, LISTS_IT -> Ternary.YES;
      case REFUSES -> Ternary.NO;
      case OPEN -> Ternary.UNDECIDED;
    };
  }

  private static Finding notForThisRole(TrustQuestion question) {
    List<String> roles = RolesClaim.roles(question.token().claims().path(RolesClaim.NAME));
    return Finding.error("aws.roles-claim-refuses", "The token is not for this role")
        .because(
            roles.isEmpty()
                ? "Its claim `%s` names no role.".formatted(RolesClaim.NAME)
                : "Its claim `%s` names %s.".formatted(RolesClaim.NAME, String.join(", ", roles)),
            "STS looks for %s in it, to the letter, before it reads the trust policy."
                .formatted(question.roleArn() == null ? "the role's ARN" : question.roleArn()))
        .fix(Fix.of("Have the issuer name this role too, or ask for the role that it names."))
        .source(Sources.ASSUME_ROLE);
  }

  private static Finding forSomeRole(TrustQuestion question) {
    List<String> roles = RolesClaim.roles(question.token().claims().path(RolesClaim.NAME));
    return Finding.warning(
            "aws.roles-claim-refuses", "Whether the token is for this role is not known")
        .because(
            "Its claim `%s` names %s.".formatted(RolesClaim.NAME, String.join(", ", roles)),
            "Which role is asked for was not said.")
        .fix(Fix.of("Say which role it is, by its ARN: `--role-arn`."))
        .confidence(Confidence.POSSIBLE)
        .source(Sources.ASSUME_ROLE);
  }
}
