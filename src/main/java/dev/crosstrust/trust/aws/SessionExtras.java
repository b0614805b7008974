package dev.crosstrust.trust.aws;

import dev.crosstrust.finding.Finding;
import dev.crosstrust.finding.Fix;
import dev.crosstrust.finding.Fix.Effect;
import dev.crosstrust.trust.Ternary;
import dev.crosstrust.trust.aws.policy.PolicyDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a token brings for its session besides who it is of: tags, a source identity. The policy has
 * to allow each by an action of its own.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html">Session
 *     tags</a>
 */
record SessionExtras(Ternary allowed, List<Finding> findings) {
  private static final Map<String, String> ACTIONS =
      Map.of(
          SessionTags.TAGS, "sts:TagSession", SessionTags.SOURCE_IDENTITY, "sts:SetSourceIdentity");

  SessionExtras {
    findings = List.copyOf(findings);
  }

  static SessionExtras of(PolicyDocument document, Issuer issuer, TrustKeys keys) {
    Ternary allowed = Ternary.YES;
    List<Finding> findings = new ArrayList<>();
    for (Map.Entry<String, String> extra : ACTIONS.entrySet()) {
      if (keys.has(extra.getKey())) {
        Ternary one = Evaluation.of(document, issuer, keys, extra.getValue()).letsIn();
        if (one == Ternary.NO) {
          findings.add(refused(extra.getKey(), extra.getValue()));
        }
        allowed = allowed.and(one);
      }
    }
    return new SessionExtras(allowed, findings);
  }

  private static Finding refused(String claim, String action) {
    return Finding.error(
            "aws.session-tags", "The token brings what the policy does not allow to bring")
        .because(
            "It has the claim `%s`, which needs %s.".formatted(claim, action),
            "No statement for this issuer allows %s.".formatted(action))
        .fix(
            Fix.of("Allow %s beside sts:AssumeRoleWithWebIdentity.".formatted(action))
                .with(Effect.WIDENS))
        .source(Sources.TAGS);
  }
}
