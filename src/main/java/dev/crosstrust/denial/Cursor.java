package dev.crosstrust.denial;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A place in a text that moves on as parts of it are read. */
final class Cursor {
  private final String text;
  private int at;

  private Cursor(String text) {
    this.text = text;
  }

  /** At the beginning of a text in any wrapping: JSON or XML escapes, line breaks and indents. */
  static Cursor over(String text) {
    return new Cursor(
        text.replace("\\\"", "\"")
            .replace("&quot;", "\"")
            .replace("&#34;", "\"")
            .replace("\\u0027", "'")
            .replace("&apos;", "'")
            .replace("&#39;", "'")
            .replace("\\n", " ")
            .replaceAll("\\s+", " "));
  }

  /** The next place where the pattern matches; the cursor then stands behind it. */
  Optional<MatchResult> find(Pattern pattern) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find(at) ? past(matcher) : Optional.empty();
  }

  /** What the pattern matches right here; the cursor moves only when it does. */
  Optional<MatchResult> take(Pattern pattern) {
    Matcher matcher = pattern.matcher(text).region(at, text.length());
    return matcher.lookingAt() ? past(matcher) : Optional.empty();
  }

  private Optional<MatchResult> past(Matcher matcher) {
    at = matcher.end();
    return Optional.of(matcher.toMatchResult());
  }
}
