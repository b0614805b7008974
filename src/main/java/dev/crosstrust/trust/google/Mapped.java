package dev.crosstrust.trust.google;

import dev.crosstrust.token.GoogleSubject;
import dev.crosstrust.trust.Ternary;
import dev.crosstrust.trust.google.cel.Answer;
import dev.crosstrust.trust.google.cel.Variables;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a mapping made of a token.
 *
 * @param attributes texts, and lists of texts, by their names
 * @param open the names whose value is not known
 * @param absent of these, the ones for which there is nothing to map: what Google makes of them is
 *     not documented
 * @param made what the expression of {@code google.subject} gave
 * @param judged the mapping itself, its subject aside
 */
record Mapped(
    Map<String, Object> attributes,
    List<String> open,
    Set<String> absent,
    Answer made,
    Judged judged) {

  /** The subject, where it is one; Google may find it too long. */
  Optional<String> subject() {
    return attributes.get(MappingRules.SUBJECT) instanceof String text && !text.isEmpty()
        ? Optional.of(text)
        : Optional.empty();
  }

  /** What policies may name: the subject, unless it is too long to be anybody's. */
  Optional<String> name() {
    return subject().filter(it -> !isTooLong(it));
  }

  private static boolean isTooLong(String subject) {
    return GoogleSubject.bytes(subject) > GoogleSubject.LONGEST_BYTES;
  }

  /** A part of the subject to be mapped in its place, where it is too long. */
  Optional<ShorterSubject> shorter(PoolProvider provider, Variables assertion) {
    return subject().filter(Mapped::isTooLong).flatMap(_ -> ShorterSubject.of(provider, assertion));
  }

  /** With another subject. */
  Mapped with(ShorterSubject other) {
    Map<String, Object> all = new LinkedHashMap<>(attributes);
    all.put(MappingRules.SUBJECT, other.value());
    return new Mapped(all, open, absent, made, judged);
  }

  /** Its length in bytes; null where there is none. */
  @Nullable Integer subjectBytes() {
    return subject().map(GoogleSubject::bytes).orElse(null);
  }

  /** What a condition sees. */
  Variables variables(Variables assertion) {
    return variables(assertion, attributes, open);
  }

  /**
   * What a condition sees where absent attributes do not keep the token out: they are not there, or
   * they are empty.
   */
  Stream<Variables> withoutAbsent(Variables assertion) {
    List<String> unknown = open.stream().filter(name -> !absent.contains(name)).toList();
    Map<String, Object> empty = new LinkedHashMap<>(attributes);
    absent.forEach(name -> empty.put(name, name.equals(MappingRules.GROUPS) ? List.of() : ""));
    return Stream.of(
        variables(assertion, attributes, unknown), variables(assertion, empty, unknown));
  }

  private static Variables variables(
      Variables assertion, Map<String, Object> attributes, List<String> open) {
    Variables all =
        assertion
            .with("google", under("google.", attributes))
            .with("attribute", under(MappingRules.ATTRIBUTE, attributes));
    for (String name : open) {
      int dot = name.indexOf('.');
      if (dot > 0) {
        all = all.unknown(name.substring(0, dot), name.substring(dot + 1));
      }
    }
    return all;
  }

  private static Map<String, Object> under(String prefix, Map<String, Object> attributes) {
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
  Ternary hasName() {
    return open.contains(MappingRules.SUBJECT) ? Ternary.UNDECIDED : Ternary.of(name().isPresent());
  }
}
