package dev.crosstrust.trust.google.cel;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The function {@code extract} of Google's dialect: a template with one {@code {name}}; the answer
 * is what stands between the first occurrence of what is before it and the first occurrence, after
 * that, of what follows it.
 *
 * @see <a
 *     href="https://cloud.google.com/iam/docs/conditions-attribute-reference#extract">extract()</a>
 */
final class Extract {
  private static final Pattern TEMPLATE = Pattern.compile("([^{}]*)\\{[^{}]*}([^{}]*)");

  private Extract() {}

  /** The piece; empty where what stands around it does not occur, or where there is no piece. */
  static String from(String text, String template) {
    Matcher matcher = TEMPLATE.matcher(template);
    if (!matcher.matches()) {
      return "";
    }
    String before = matcher.group(1);
    String after = matcher.group(2);
    int start = text.indexOf(before);
    if (start < 0) {
      return "";
    }
    int from = start + before.length();
    int end = after.isEmpty() ? text.length() : text.indexOf(after, from);
    return end < 0 ? "" : text.substring(from, end);
  }
}
