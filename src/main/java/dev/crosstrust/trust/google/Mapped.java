package dev.crosstrust.trust.google;

import dev.crosstrust.finding.Finding;
import dev.crosstrust.finding.Fix;
import dev.crosstrust.token.GoogleSubject;
import dev.crosstrust.trust.google.cel.Answer;
import dev.crosstrust.trust.google.cel.Variables;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a mapping made of a token.
 *
 * @param attributes texts, and lists of texts, by their names
 * @param open the names whose value is not known
 * @param made what the expression of {@code google.subject} gave
 * @param judged the mapping itself, its subject aside
 */
record Mapped(Map<String, Object> attributes, List<String> open, Answer made, Judged judged) {

  /** The subject, where it is one. */
  Optional<String> subject() {
    return attributes.get(MappingRules.SUBJECT) instanceof String text && !text.isEmpty()
        ? Optional.of(text)
        : Optional.empty();
  }

  /** Its length in bytes; null where there is none. */
  @Nullable Integer subjectBytes() {
    return subject().map(GoogleSubject::bytes).orElse(null);
  }

  /** What a condition sees. */
  Variables variables(Variables assertion) {
    Variables all =
        assertion.with("google", under("google.")).with("attribute", under(MappingRules.ATTRIBUTE));
    for (String name : open) {
      int dot = name.indexOf('.');
      if (dot > 0) {
        all = all.unknown(name.substring(0, dot), name.substring(dot + 1));
      }
    }
    return all;
  }

  private Map<String, Object> under(String prefix) {
    Map<String, Object> members = new LinkedHashMap<>();
    attributes.forEach(
        (name, value) -> {
          if (name.startsWith(prefix)) {
            members.put(name.substring(prefix.length()), value);
          }
        });
    return members;
  }

  /** Whether there is a subject, and none too long. */
  Judged judgedSubject(PoolProvider provider) {
    String expression = MappingRules.inForce(provider).get(MappingRules.SUBJECT);
    if (expression == null || open.contains(MappingRules.SUBJECT)) {
      return Judged.open();
    }
    Optional<String> subject = subject();
    if (subject.isEmpty()) {
      return Judged.refused(empty(provider, expression));
    }
    int bytes = GoogleSubject.bytes(subject.get());
    return bytes > GoogleSubject.LONGEST_BYTES
        ? Judged.refused(tooLong(provider, subject.get(), bytes))
        : Judged.passed();
  }

  private Finding empty(PoolProvider provider, String expression) {
    String because =
        switch (made) {
          case Answer.Failed(String why) -> "%s cannot be evaluated: %s".formatted(expression, why);
          case Answer.Value(Object value) when value.equals("") ->
              "%s makes an empty text.".formatted(expression);
          default -> "%s makes no text.".formatted(expression);
        };
    return Finding.error("google.subject-empty", "The mapping makes no google.subject of the token")
        .because(because)
        .fix(
            new ProviderFixes(provider)
                .mapping(
                    "Map a claim to google.subject that every token has.",
                    MappingRules.SUBJECT,
                    provider.awsAccount() == null ? "assertion.sub" : "assertion.arn"))
        .source(Pages.MAPPING);
  }

  private static Finding tooLong(PoolProvider provider, String subject, int bytes) {
    String shorter =
        provider.awsAccount() == null
            ? "assertion.sub.extract('role/{role}')"
            : "assertion.arn.extract('assumed-role/{role}/')";
    return Finding.error(
            "google.subject-too-long",
            "google.subject has %d bytes; Google takes %d"
                .formatted(bytes, GoogleSubject.LONGEST_BYTES))
        .because("It is %s.".formatted(subject))
        .fix(
            new ProviderFixes(provider)
                .mapping(
                    "Map a part of it, and check the account in the attribute condition.",
                    MappingRules.SUBJECT,
                    shorter),
            Fix.of("Give the role a shorter path or name, or the session a shorter name."))
        .source(Pages.MAPPING);
  }
}
