package dev.crosstrust.trust.aws;

import dev.crosstrust.finding.Finding;
import dev.crosstrust.finding.Fix.Effect;
import dev.crosstrust.trust.aws.Judged.JudgedCondition;
import dev.crosstrust.trust.aws.policy.Condition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What people get wrong about the key that is called {@code aud} and reads {@code azp}. */
final class AzpCauses {
  private static final Pattern UNIQUE_ID = Pattern.compile("\\d{20,22}");

  private final Evaluated evaluated;
  private final Judged statement;
  private final ConditionCauses causes;

  AzpCauses(Evaluated evaluated, Judged statement, ConditionCauses causes) {
    this.evaluated = evaluated;
    this.statement = statement;
    this.causes = causes;
  }

  Optional<Cause> of(JudgedCondition judged, String has) {
    Condition condition = judged.condition();
    TokenText token = causes.token();
    if (token.claim("azp").isEmpty()) {
      return Optional.empty();
    }
    if (ConditionCauses.any(condition, token.audiences()::contains)) {
      return Optional.of(audience(judged));
    }
    boolean idWanted = ConditionCauses.any(condition, token.claim("sub")::equals);
    boolean addressWanted =
        UNIQUE_ID.matcher(has).matches()
            && ConditionCauses.any(
                condition,
                want -> want.endsWith(".gserviceaccount.com") && isOwnAddress(want, token));
    return idWanted || addressWanted ? Optional.of(source(judged)) : Optional.empty();
  }

  /** Without an e-mail in the token nobody can tell whose address it is. */
  private static boolean isOwnAddress(String address, TokenText token) {
    return token.claim("email").isEmpty() || token.claim("email").equals(address);
  }

  private Cause audience(JudgedCondition judged) {
    Condition condition = judged.condition();
    List<Change> changes = new ArrayList<>();
    if (ofAudience().findAny().isPresent()) {
      changes.add(Change.remove(condition, Effect.SAME));
      pinAudience(changes);
    } else {
      changes.add(Change.rename(condition, key("oaud"), Effect.SAME));
    }
    pinSubject(changes);
    return new Cause(
        2,
        Finding.error(
                "aws.aud-key-reads-azp",
                "The policy asks for the audience under accounts.google.com:aud, which reads the"
                    + " token's azp")
            .because(
                causes.line(judged),
                "The token's aud is %s: accounts.google.com:oaud reads it."
                    .formatted(String.join(", ", causes.token().audiences())))
            .source(Sources.KEYS),
        changes);
  }

  private Cause source(JudgedCondition judged) {
    Condition condition = judged.condition();
    TokenText token = causes.token();
    List<Change> changes = new ArrayList<>();
    changes.add(Change.remove(condition, Effect.SAME));
    pinSubject(changes);
    pinAudience(changes);
    return new Cause(
        3,
        Finding.error(
                "aws.azp-depends-on-source",
                "The policy pins azp, which for one service account is its e-mail address or its"
                    + " numeric id, by the way the token was made")
            .because(
                causes.line(judged),
                "It is the same account: the token's sub is %s%s."
                    .formatted(
                        token.claim("sub"),
                        token.claim("email").isEmpty()
                            ? ""
                            : ", its e-mail " + token.claim("email")),
                "Metadata servers and plain generateIdToken put the numeric id, key files and"
                    + " `useEmailAzp` the e-mail address.")
            .source(Sources.KEYS),
        changes);
  }

  private void pinSubject(List<Change> changes) {
    String subject = causes.token().claim("sub");
    if (!causes.namesSubject() && !subject.isEmpty()) {
      changes.add(Change.pin(key("sub"), subject));
    }
  }

  /** Where the statement pins another audience, that is a cause of its own. */
  private void pinAudience(List<Change> changes) {
    List<String> audiences = causes.token().audiences();
    if (ofAudience().noneMatch(Condition::pinsExactly) && audiences.size() == 1) {
      changes.add(Change.pin(key("oaud"), audiences.getFirst()));
    }
  }

  private Stream<Condition> ofAudience() {
    return statement.conditions().stream()
        .map(JudgedCondition::condition)
        .filter(it -> causes.isKey(it, "oaud"));
  }

  private String key(String claim) {
    return evaluated.issuer().key(claim);
  }
}
