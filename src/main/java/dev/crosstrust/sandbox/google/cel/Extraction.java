package dev.crosstrust.sandbox.google.cel;

import dev.cel.runtime.CelEvaluationException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Google's {@code value.extract(template)}. A template has one placeholder, {@code {name}}; the
 * result is what stands between the first occurrence of the text before it and the next occurrence
 * of the text after it. Where either is missing the result is empty. With nothing before it the
 * placeholder begins at the start, with nothing after it ends at the end.
 *
 * @see <a href="https://cloud.google.com/iam/docs/conditions-attribute-reference#extract">The
 *     extract function</a>
 */
final class Extraction {
  private static final Pattern TEMPLATE = Pattern.compile("([^{}]*)\\{[^{}]*}([^{}]*)");

  private Extraction() {}

  static String extract(String value, String template) throws CelEvaluationException {
    Matcher parts = TEMPLATE.matcher(template);
    if (!parts.matches()) {
      throw new CelEvaluationException("a template has one placeholder: " + template);
    }
    String prefix = parts.group(1);
    String suffix = parts.group(2);
    int found = value.indexOf(prefix);
    if (found < 0) {
      return "";
    }
    int start = found + prefix.length();
    int end = suffix.isEmpty() ? value.length() : value.indexOf(suffix, start);
    return end < 0 ? "" : value.substring(start, end);
  }
}
