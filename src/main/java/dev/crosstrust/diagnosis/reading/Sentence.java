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
 * @param answered false of a call that nobody answered
 * @param leads whether a program says so of what it quotes behind it: the cause, if that is known
 * @param telling whether it counts of an unanswered call although nothing names one of the clouds
 */
record Sentence(
    Pattern beginning,
    @Nullable String service,
    @Nullable String operation,
    @Nullable String code,
    boolean answered,
    boolean leads,
    boolean telling) {

  static Sentence of(String service, String operation, String code, String beginning) {
    return new Sentence(
        pattern(beginning), blank(service), blank(operation), blank(code), true, false, false);
  }

  /** Of a program, with the cause behind it. */
  static Sentence leading(String beginning) {
    return new Sentence(pattern(beginning), null, null, null, true, true, false);
  }

  /** Of a call that nobody answered. */
  static Sentence unanswered(String beginning) {
    return new Sentence(pattern(beginning), null, null, null, false, false, false);
  }

  /** The same, of an address that is a number, or of none. */
  static Sentence unansweredAnywhere(String beginning) {
    return new Sentence(pattern(beginning), null, null, null, false, false, true);
  }

  /** In any case, with white space of any kind for each blank. */
  static Pattern pattern(String regex) {
    return Pattern.compile(regex.replace(" ", "\\s+"), Pattern.CASE_INSENSITIVE);
  }

  private static @Nullable String blank(String word) {
    return word.isEmpty() ? null : word;
  }
}
