package dev.crosstrust.sandbox.google.policy;

/**
 * {@code text.extract("before{name}after")}: what stands between the first occurrence of the text
 * before the braces and the next one of the text after them; empty when either is missing.
 *
 * @see <a
 *     href="https://cloud.google.com/iam/docs/conditions-attribute-reference#extract">extract</a>
 */
final class Extract {
  private Extract() {}

  static String apply(String text, String template) {
    int open = template.indexOf('{');
    int close = template.indexOf('}', open + 1);
    if (open < 0 || close < 0) {
      return "";
    }
    String before = template.substring(0, open);
    String after = template.substring(close + 1);
    int found = text.indexOf(before);
    if (found < 0) {
      return "";
    }
    int from = found + before.length();
    int to = after.isEmpty() ? text.length() : text.indexOf(after, from);
    return to < 0 ? "" : text.substring(from, to);
  }
}
