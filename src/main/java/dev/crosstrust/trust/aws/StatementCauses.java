package dev.crosstrust.trust.aws;

import dev.crosstrust.finding.Finding;
import dev.crosstrust.finding.Fix;
import dev.crosstrust.finding.Fix.Effect;
import dev.crosstrust.finding.Severity;
import dev.crosstrust.trust.Ternary;
import dev.crosstrust.trust.aws.Judged.JudgedCondition;
import dev.crosstrust.trust.aws.policy.Comparison;
import dev.crosstrust.trust.aws.policy.Condition;
import dev.crosstrust.trust.aws.policy.KeyValue.Absent;
import dev.crosstrust.trust.aws.policy.PrincipalElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Why a statement is not about this token at all, or forbids it. */
final class StatementCauses {
  private static final String FOSSIL = ":oidc-provider/sts.googleapis.com";
  private static final String ACCOUNT = "::\\d{12}(?=:)";
  private static final String PRINCIPAL = "Principal";
  private static final String FEDERATED = "Federated";
  private static final String ACTION = "Action";

  private StatementCauses() {}

  static List<Cause> of(Evaluated evaluated, Judged judged) {
    List<Cause> causes = new ArrayList<>();
    if (judged.principal() == Ternary.NO) {
      causes.add(principal(evaluated, judged));
    }
    if (!judged.action()) {
      causes.add(action(judged));
    }
    return causes;
  }

  /** Of a policy that allows nobody anything. */
  static Cause none(Evaluated evaluated) {
    return new Cause(
        0,
        Finding.error("aws.trust-nothing-allowed", "No statement of the policy allows anything")
            .because(
                evaluated.evaluation().statements().isEmpty()
                    ? "Its list of statements is empty; what none allows is refused."
                    : "It has no statement with the effect Allow; what none allows is refused.")
            .source(Sources.EVALUATION),
        List.of());
  }

  static Cause principal(Evaluated evaluated, Judged judged) {
    String name = evaluated.issuer().name();
    List<String> federated = judged.statement().principal().federated();
    List<Change> changes = evaluated.issuer().isNameKnown() ? List.of(principal(name)) : List.of();
    if (federated.stream().anyMatch(StatementCauses::isFossil)) {
      Finding fossil =
          ProviderFindings.fossil(
              "%s trusts %s.".formatted(judged.shown(), String.join(", ", federated)));
      return new Cause(0, asError(fossil), changes);
    }
    return new Cause(
        0,
        Finding.error(
                "aws.trust-principal-wrong",
                ofAnotherAccount(evaluated.issuer(), federated)
                    ? "The policy trusts this issuer's provider in another account than the role's"
                    : "The policy trusts another principal than this issuer")
            .because(
                "%s is about %s.".formatted(judged.shown(), judged.statement().principal().shown()),
                "For tokens of https://%s the principal is {\"Federated\": \"%s\"}."
                    .formatted(evaluated.issuer().url(), name))
            .source(Sources.PRINCIPAL),
        changes);
  }

  /** Whether all that is wrong with a provider's ARN is the number in it. */
  private static boolean ofAnotherAccount(Issuer issuer, List<String> federated) {
    String own = issuer.name().replaceFirst(ACCOUNT, "::");
    return !issuer.isBuiltIn()
        && federated.stream().anyMatch(it -> it.replaceFirst(ACCOUNT, "::").equals(own));
  }

  private static boolean isFossil(String provider) {
    return provider.endsWith(FOSSIL);
  }

  /** Whether it means this issuer by names that are not its own, and nobody else. */
  static boolean isMisnamed(Issuer issuer, PrincipalElement principal) {
    return principal.named().keySet().equals(Set.of(FEDERATED))
        && principal.federated().stream().allMatch(it -> isFossil(it) || issuer.isMisspelt(it));
  }

  private static Finding asError(Finding finding) {
    return new Finding(
        finding.id(),
        Severity.ERROR,
        finding.title(),
        finding.because(),
        finding.fix(),
        finding.confidence(),
        finding.source());
  }

  private static Change principal(String name) {
    return new Change(
        "The principal becomes %s.".formatted(name),
        Effect.WIDENS,
        statement -> {
          if (statement.has("NotPrincipal")) {
            Change.replaceMember(statement, "NotPrincipal", PRINCIPAL);
          }
          statement.set(PRINCIPAL, statement.objectNode().put(FEDERATED, name));
        });
  }

  private static Cause action(Judged judged) {
    return new Cause(
        1,
        Finding.error(
                "aws.trust-action-wrong",
                "The statement does not allow sts:AssumeRoleWithWebIdentity")
            .because(
                "%s is about %s.".formatted(judged.shown(), judged.statement().shownActions()),
                "A token buys a session with sts:AssumeRoleWithWebIdentity; sts:AssumeRole is for"
                    + " callers who have AWS keys.")
            .source(Sources.ASSUME_ROLE),
        List.of(
            new Change(
                "The action becomes %s.".formatted(Judged.ACTION),
                Effect.WIDENS,
                StatementCauses::takeAction)));
  }

  /** In the place of sts:AssumeRole, else besides what is there. */
  private static void takeAction(ObjectNode statement) {
    if (statement.has("NotAction")) {
      Change.replaceMember(statement, "NotAction", ACTION);
      statement.put(ACTION, Judged.ACTION);
      return;
    }
    if (statement.path(ACTION) instanceof ArrayNode list) {
      for (int i = 0; i < list.size(); i++) {
        if (list.path(i).asString("").equalsIgnoreCase("sts:AssumeRole")) {
          list.set(i, list.stringNode(Judged.ACTION));
          return;
        }
      }
      list.add(Judged.ACTION);
    } else {
      statement.put(ACTION, Judged.ACTION);
    }
  }

  private static boolean isNull(Condition condition) {
    return condition.operator().comparison() == Comparison.NULL;
  }

  /**
   * That a statement forbids it.
   *
   * @param what it forbids
   */
  static Finding denied(Evaluated evaluated, Judged judged, String what) {
    ConditionText text = new ConditionText(evaluated, judged);
    List<String> because = new ArrayList<>();
    because.add("%s denies %s, whatever others allow.".formatted(judged.shown(), what));
    for (JudgedCondition condition : judged.conditions()) {
      because.add(text.line(condition));
      if (condition.value() instanceof Absent && !isNull(condition.condition())) {
        because.add(
            "Where the key is not there, %s holds.".formatted(condition.condition().written()));
      }
    }
    return Finding.error("aws.trust-explicit-deny", "A statement of the policy denies this token")
        .because(because.toArray(String[]::new))
        .fix(
            Fix.of("See whether %s means this token; if not, narrow it.".formatted(judged.shown())))
        .source(Sources.EVALUATION);
  }
}
