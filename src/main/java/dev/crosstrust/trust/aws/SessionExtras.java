package dev.crosstrust.trust.aws;

import dev.crosstrust.finding.Finding;
import dev.crosstrust.finding.Fix;
import dev.crosstrust.finding.Fix.Effect;
import dev.crosstrust.trust.Ternary;
import dev.crosstrust.trust.aws.policy.PolicyDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a token brings for its session besides who it is of: tags, a source identity. The policy has
 * to allow each by an action of its own.
 *
 * @param missing the actions that are left out, where they are
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html">Session
 *     tags</a>
 */
record SessionExtras(Ternary allowed, List<String> missing) {
  private static final Map<String, String> CLAIMS =
      new TreeMap<>(
          Map.of(
              "sts:TagSession",
              SessionTags.TAGS,
              "sts:SetSourceIdentity",
              SessionTags.SOURCE_IDENTITY));

  SessionExtras {
    missing = List.copyOf(missing);
  }

  /** The actions that a request needs for what it brings. */
  static List<String> needed(TrustKeys keys) {
    return CLAIMS.entrySet().stream()
        .filter(it -> keys.has(it.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }

  static SessionExtras of(PolicyDocument document, Issuer issuer, TrustKeys keys) {
    boolean letsIn = Evaluation.of(document, issuer, keys).letsIn() != Ternary.NO;
    Ternary allowed = Ternary.YES;
    List<String> missing = new ArrayList<>();
    for (String action : needed(keys)) {
      Evaluation one = Evaluation.of(document, issuer, keys, action);
      if (one.letsIn() == Ternary.NO && (letsIn || !isNamed(one))) {
        missing.add(action);
      }
      allowed = allowed.and(one.letsIn());
    }
    return new SessionExtras(allowed, missing);
  }

  /** Whether only conditions keep a statement from allowing it, as they do all else. */
  private static boolean isNamed(Evaluation evaluation) {
    return evaluation.with(true).anyMatch(it -> it.principal() != Ternary.NO && it.action());
  }

  /** Why the token is refused for what it brings, and the action that would be allowed. */
  List<Cause> causes() {
    return missing.stream()
        .map(it -> new Cause(9, refused(CLAIMS.getOrDefault(it, ""), it), List.of(allow(it))))
        .toList();
  }

  private static Change allow(String action) {
    return new Change(
        "The action %s is allowed as well.".formatted(action),
        Effect.WIDENS,
        statement -> Change.addAction(statement, action));
  }

  private static Finding refused(String claim, String action) {
    return Finding.error(
            "aws.session-tags", "The token brings what the policy does not allow to bring")
        .because(
            "It has the claim `%s`, which needs %s.".formatted(claim, action),
            "The policy does not allow this token %s.".formatted(action))
        .fix(
            Fix.of("Allow %s beside sts:AssumeRoleWithWebIdentity.".formatted(action))
                .with(Effect.WIDENS))
        .source(Sources.TAGS);
  }
}
