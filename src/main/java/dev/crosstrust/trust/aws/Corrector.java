package dev.crosstrust.trust.aws;

import dev.crosstrust.finding.Fix.Effect;
import dev.crosstrust.trust.Ternary;
import dev.crosstrust.trust.aws.policy.MalformedPolicy;
import dev.crosstrust.trust.aws.policy.PolicyDocument;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Puts a policy right for a token with the least change, and sees that it is. A statement that is
 * about others stays as it is; then the way in is a statement of its own.
 */
final class Corrector {
  private static final String STATEMENT = "Statement";
  private static final String ADDED = "A statement for this token's subject and audience is added.";

  private Corrector() {}

  /** The statement that is nearest to letting the token in. */
  static Optional<Judged> nearest(Evaluated evaluated) {
    return evaluated.evaluation().with(true).min(Comparator.comparingInt(Judged::distance));
  }

  /** Where the statement that lets the token in leaves something out that it brings. */
  static @Nullable Correction allowing(Evaluated evaluated, List<Cause> extras) {
    return evaluated
        .evaluation()
        .with(true)
        .filter(it -> it.applies() != Ternary.NO)
        .findFirst()
        .map(it -> changed(evaluated, it, changes(extras)))
        .orElse(null);
  }

  private static List<Change> changes(List<Cause> causes) {
    return causes.stream().flatMap(it -> it.changes().stream()).toList();
  }

  static @Nullable Correction correct(Evaluated evaluated, List<Cause> causes, List<Cause> extras) {
    Judged nearest = nearest(evaluated).orElse(null);
    if (nearest == null || isAboutOthers(evaluated.issuer(), nearest)) {
      return evaluated.issuer().isNameKnown()
          ? verified(evaluated, withWayIn(evaluated), Effect.WIDENS, List.of(ADDED))
          : null;
    }
    if (causes.stream().anyMatch(it -> it.changes().isEmpty())) {
      return null;
    }
    List<Change> changes = changes(Stream.concat(causes.stream(), extras.stream()).toList());
    Correction correction = changed(evaluated, nearest, changes);
    if (correction != null) {
      return correction;
    }
    return pin(evaluated)
        .map(
            pin ->
                changed(
                    evaluated, nearest, Stream.concat(changes.stream(), Stream.of(pin)).toList()))
        .orElse(null);
  }

  /** What has to be asked for besides: IAM does not store a statement that pins nothing. */
  private static Optional<Change> pin(Evaluated evaluated) {
    Issuer issuer = evaluated.issuer();
    TokenText token = new TokenText(evaluated.question().token());
    if (issuer.isGitHub()) {
      return Optional.of(Change.pin(issuer.key("sub"), token.claim("sub")));
    }
    return token.audiences().size() == 1 && issuer.isGoogle()
        ? Optional.of(Change.pin(issuer.key("oaud"), token.audiences().getFirst()))
        : Optional.empty();
  }

  private static @Nullable Correction changed(
      Evaluated evaluated, Judged nearest, List<Change> changes) {
    JsonNode policy = evaluated.policy().deepCopy();
    ObjectNode statement = statement(policy, nearest.statement().index());
    changes.forEach(it -> it.made().accept(statement));
    tidy(statement);
    return verified(
        evaluated, policy, effect(changes), changes.stream().map(Change::sentence).toList());
  }

  /** Callers with AWS keys, services of AWS, tokens of another issuer. */
  static boolean isAboutOthers(Issuer issuer, Judged judged) {
    return judged.principal() == Ternary.NO
        && !StatementCauses.isMisnamed(issuer, judged.statement().principal());
  }

  private static ObjectNode statement(JsonNode policy, int index) {
    JsonNode statements = policy.path(STATEMENT);
    return (ObjectNode) (statements.isArray() ? statements.path(index) : statements);
  }

  /** Without a condition that has become empty. */
  private static void tidy(ObjectNode statement) {
    if (statement.path("Condition").isObject() && statement.path("Condition").isEmpty()) {
      statement.remove("Condition");
    }
  }

  private static JsonNode withWayIn(Evaluated evaluated) {
    ObjectNode policy = (ObjectNode) evaluated.policy().deepCopy();
    JsonNode old = policy.path(STATEMENT);
    var statements = policy.arrayNode();
    (old.isArray() ? old.values() : List.of(old)).forEach(statements::add);
    policy.set(STATEMENT, statements.add(WayIn.statement(evaluated)));
    return policy;
  }

  private static Effect effect(List<Change> changes) {
    List<Effect> effects = changes.stream().map(Change::effect).distinct().toList();
    if (effects.contains(Effect.WIDENS)) {
      return Effect.WIDENS;
    }
    return effects.equals(List.of(Effect.NARROWS)) ? Effect.NARROWS : Effect.SAME;
  }

  /** Nothing that would be refused all the same, or not be stored, is called a correction. */
  private static @Nullable Correction verified(
      Evaluated evaluated, JsonNode policy, Effect effect, List<String> changes) {
    try {
      PolicyDocument document = PolicyDocument.of(policy);
      Issuer issuer = evaluated.issuer();
      TrustKeys keys = evaluated.evaluation().keys();
      Evaluation after = Evaluation.of(document, issuer, keys);
      boolean refused =
          after.letsIn().and(SessionExtras.of(document, issuer, keys).allowed()) == Ternary.NO;
      return refused || !SecureByDefault.stores(after, issuer)
          ? null
          : new Correction(
              policy,
              Stranger.of(evaluated).gains(document) ? Effect.WIDENS : effect,
              new ArrayList<>(changes));
    } catch (MalformedPolicy e) {
      return null;
    }
  }
}
