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
record AzpCauses(Unmet unmet) {
  private static final Pattern UNIQUE_ID = Pattern.compile("\\d{20,22}");

  /**
   * The mistake; empty where it is another one.
   *
   * @param has what the key has
   */
  static Optional<Cause> of(Unmet unmet, String has) {
    return unmet.issuer().isGoogle()
            && unmet.isOnKey("aud")
            && !unmet.token().claim("azp").isEmpty()
        ? new AzpCauses(unmet).cause(has)
        : Optional.empty();
  }

  private Optional<Cause> cause(String has) {
    TokenText token = unmet.token();
    if (unmet.wants(token.audiences()::contains)) {
      return Optional.of(audience());
    }
    boolean idWanted = unmet.wants(token.claim("sub")::equals);
    boolean addressWanted =
        UNIQUE_ID.matcher(has).matches()
            && unmet.wants(
                want -> want.endsWith(".gserviceaccount.com") && isOwnAddress(want, token));
    return idWanted || addressWanted ? Optional.of(source()) : Optional.empty();
  }

  /** Without an e-mail in the token nobody can tell whose address it is. */
  private static boolean isOwnAddress(String address, TokenText token) {
    return token.claim("email").isEmpty() || token.claim("email").equals(address);
  }

  private Cause audience() {
    Condition condition = unmet.condition();
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
                unmet.line(),
                "The token's aud is %s: accounts.google.com:oaud reads it."
                    .formatted(String.join(", ", unmet.token().audiences())))
            .source(Sources.KEYS),
        changes);
  }

  private Cause source() {
    TokenText token = unmet.token();
    List<Change> changes = new ArrayList<>();
    changes.add(Change.remove(unmet.condition(), Effect.SAME));
    pinSubject(changes);
    pinAudience(changes);
    return new Cause(
        3,
        Finding.error(
                "aws.azp-depends-on-source",
                "The policy pins azp, which for one service account is its e-mail address or its"
                    + " numeric id, by the way the token was made")
            .because(
                unmet.line(),
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
    String subject = unmet.token().claim("sub");
    if (!unmet.isSubjectNamed() && !subject.isEmpty()) {
      changes.add(Change.pin(key("sub"), subject));
    }
  }

  /** Where the statement pins another audience, that is a cause of its own. */
  private void pinAudience(List<Change> changes) {
    List<String> audiences = unmet.token().audiences();
    if (ofAudience().noneMatch(Condition::pinsExactly) && audiences.size() == 1) {
      changes.add(Change.pin(key("oaud"), audiences.getFirst()));
    }
  }

  private Stream<Condition> ofAudience() {
    return unmet.statement().conditions().stream()
        .map(JudgedCondition::condition)
        .filter(it -> unmet.isOnKey(it, "oaud"));
  }

  private String key(String claim) {
    return unmet.issuer().key(claim);
  }
}
