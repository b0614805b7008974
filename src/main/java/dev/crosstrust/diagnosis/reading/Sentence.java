package dev.crosstrust.diagnosis.reading;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a sentence of one of the two clouds, or of their tools, begins.
 *
 * @param beginning blanks stand for white space of any kind; where it has a group {@code who}, the
 *     sentence begins with that
 * @param service that says it; null where several do
 * @param code that goes with it
 */
record Sentence(
    Pattern beginning,
    @Nullable String service,
    @Nullable String operation,
    @Nullable String code,
    boolean answered) {

  static Sentence of(String service, String operation, String code, String beginning) {
    return new Sentence(pattern(beginning), blank(service), blank(operation), blank(code), true);
  }

  /** Of a call that nobody answered. */
  static Sentence unanswered(String beginning) {
    return new Sentence(pattern(beginning), null, null, null, false);
  }

  /** In any case, with white space of any kind for each blank. */
  static Pattern pattern(String regex) {
    return Pattern.compile(regex.replace(" ", "\\s+"), Pattern.CASE_INSENSITIVE);
  }

  private static @Nullable String blank(String word) {
    return word.isEmpty() ? null : word;
  }
}
