package dev.crosstrust.trust.aws;

import dev.crosstrust.finding.Finding;
import dev.crosstrust.finding.Fix;
import dev.crosstrust.finding.Fix.Effect;
import dev.crosstrust.trust.Ternary;
import dev.crosstrust.trust.aws.policy.PolicyDocument;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a token brings for its session besides who it is of: tags, a source identity. The policy has
 * to allow each by an action of its own.
 *
 * @param refused the actions that the policy does not allow, each with how it was held against them
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html">Session
 *     tags</a>
 */
record SessionExtras(Ternary allowed, Map<String, Evaluation> refused) {
  private static final Map<String, String> CLAIMS =
      new TreeMap<>(
          Map.of(
              "sts:TagSession",
              SessionTags.TAGS,
              "sts:SetSourceIdentity",
              SessionTags.SOURCE_IDENTITY));

  SessionExtras {
    refused = Collections.unmodifiableMap(new TreeMap<>(refused));
  }

  /** The actions that a request needs for what it brings. */
  static List<String> needed(TrustKeys keys) {
    return CLAIMS.entrySet().stream()
        .filter(it -> keys.has(it.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }

  static SessionExtras of(PolicyDocument document, Issuer issuer, TrustKeys keys) {
    Ternary allowed = Ternary.YES;
    Map<String, Evaluation> refused = new TreeMap<>();
    for (String action : needed(keys)) {
      Evaluation one = Evaluation.of(document, issuer, keys, action);
      if (one.letsIn() == Ternary.NO) {
        refused.put(action, one);
      }
      allowed = allowed.and(one.letsIn());
    }
    return new SessionExtras(allowed, refused);
  }

  /** Why the token is refused for what it brings; where no statement is about it, what would be. */
  List<Cause> causes(Evaluated evaluated) {
    return refused.entrySet().stream()
        .flatMap(it -> causes(evaluated, it.getKey(), it.getValue()))
        .toList();
  }

  private static Stream<Cause> causes(Evaluated evaluated, String action, Evaluation one) {
    List<Judged> denying = one.with(false).filter(it -> it.applies() == Ternary.YES).toList();
    if (!denying.isEmpty()) {
      return denying.stream()
          .filter(it -> !isAboutEntering(it))
          .map(it -> new Cause(0, StatementCauses.denied(evaluated, it, action), List.of()));
    }
    Judged named =
        one.with(true)
            .filter(it -> it.principal() != Ternary.NO && it.action())
            .min(Comparator.comparingInt(Judged::distance))
            .orElse(null);
    if (named == null) {
      return Stream.of(new Cause(9, notAllowed(action), List.of(allow(action))));
    }
    boolean letsIn = evaluated.evaluation().letsIn() != Ternary.NO;
    return letsIn || !isAboutEntering(named)
        ? Stream.of(new Cause(9, guarded(evaluated, action, named), List.of()))
        : Stream.empty();
  }

  /** Whether what is said of the token itself goes for what it brings, too. */
  private static boolean isAboutEntering(Judged judged) {
    return judged.statement().isAbout(Judged.ACTION);
  }

  private static Change allow(String action) {
    return new Change(
        "The action %s is allowed as well.".formatted(action),
        Effect.WIDENS,
        statement -> Change.addAction(statement, action));
  }

  private static Finding notAllowed(String action) {
    return refused(action, Stream.of("The policy does not allow this token %s.".formatted(action)))
        .fix(
            Fix.of("Allow %s beside sts:AssumeRoleWithWebIdentity.".formatted(action))
                .with(Effect.WIDENS));
  }

  /** Of a statement that allows it under conditions, which are there for a reason. */
  private static Finding guarded(Evaluated evaluated, String action, Judged judged) {
    ConditionText text = new ConditionText(evaluated, judged);
    return refused(
            action,
            judged.conditions().stream().filter(it -> it.holds() == Ternary.NO).map(text::line))
        .fix(
            Fix.of(
                "Have the issuer bring what %s allows, or see whether it means this token."
                    .formatted(judged.shown())));
  }

  private static Finding refused(String action, Stream<String> because) {
    String needs =
        "It has the claim `%s`, which needs %s.".formatted(CLAIMS.getOrDefault(action, ""), action);
    return Finding.error(
            "aws.session-tags", "The token brings what the policy does not allow to bring")
        .because(Stream.concat(Stream.of(needs), because).toArray(String[]::new))
        .source(Sources.TAGS);
  }
}
