package dev.crosstrust.trust.google;

import dev.crosstrust.finding.Confidence;
import dev.crosstrust.finding.Finding;
import dev.crosstrust.finding.Fix;
import dev.crosstrust.token.GoogleSubject;
import dev.crosstrust.token.Jwt;
import dev.crosstrust.trust.Ternary;
import dev.crosstrust.trust.google.cel.Answer;
import java.util.Optional;

/**
 * Whether the mapping makes a {@code google.subject}, and none too long.
 *
 * @param shorter a part of one that is too long, to be mapped in its place
 */
record SubjectCheck(Names names, Mapped mapped, Optional<ShorterSubject> shorter) {

  Judged judged() {
    String expression = MappingRules.inForce(provider()).get(MappingRules.SUBJECT);
    if (expression == null) {
      return Judged.open();
    }
    return switch (mapped.hasName()) {
      case YES -> Judged.passed();
      case UNDECIDED -> Judged.open();
      case NO ->
          isNoText()
              ? Judged.refused()
              : Judged.refused(
                  mapped.subject().map(this::tooLong).orElseGet(() -> empty(expression)));
    };
  }

  /** Of which the mapping itself has told. */
  private boolean isNoText() {
    return mapped.made() instanceof Answer.Value(Object value)
        && !mapped.made().isNull()
        && !(value instanceof String);
  }

  /** Google's reference wants a {@code sub} in every JWT, whatever is mapped. */
  Judged claimed(Jwt jwt) {
    return jwt.claims().hasNonNull("sub") || mapped.hasName() == Ternary.NO
        ? Judged.passed()
        : Judged.open(
            Finding.warning("google.subject-empty", "The token has no `sub`")
                .because("Google documents it as required, and does not say what comes without.")
                .fix(Fix.of("Let the issuer set `sub`."))
                .confidence(Confidence.POSSIBLE)
                .source(Pages.TOKEN));
  }

  private PoolProvider provider() {
    return names.provider();
  }

  private Finding empty(String expression) {
    String because =
        switch (mapped.made()) {
          case Answer.Failed(String why) -> "%s cannot be evaluated: %s".formatted(expression, why);
          case Answer.Value(Object value) when value.equals("") ->
              "%s makes an empty text.".formatted(expression);
          default -> "%s is null.".formatted(expression);
        };
    return Finding.error("google.subject-empty", "The mapping makes no google.subject of the token")
        .because(because)
        .fix(MappingRules.naming(provider()))
        .source(Pages.MAPPING);
  }

  private Finding tooLong(String subject) {
    return Finding.error(
            "google.subject-too-long",
            "google.subject has %d bytes; Google takes %d"
                .formatted(GoogleSubject.bytes(subject), GoogleSubject.LONGEST_BYTES))
        .because("It is %s.".formatted(subject))
        .fix(shorter.map(this::mapped).orElseGet(SubjectCheck::another))
        .source(Pages.MAPPING);
  }

  private Fix[] mapped(ShorterSubject part) {
    String loss =
        part.loses() == null
            ? ""
            : " %s will have no `google.subject`, and enter no more.".formatted(part.loses());
    return new Fix[] {
      new ProviderFixes(provider())
          .mapping(
              "Map a part of it, which within the account is as unique: %s.%s"
                  .formatted(part.value(), loss),
              MappingRules.SUBJECT,
              part.expression()),
      Fix.of(
          "Then grant by the new names, as every subject of the provider has one; this one is %s."
              .formatted(Principals.of(names, mapped.with(part)).getFirst())),
      Fix.of("Or give the role a shorter path or name, or the session a shorter name.")
    };
  }

  private static Fix[] another() {
    return new Fix[] {Fix.of("Map a shorter claim, or a part of this one with extract().")};
  }
}
