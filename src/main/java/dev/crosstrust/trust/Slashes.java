package dev.crosstrust.trust;

/** Slashes at the end of URLs and paths, which people add and leave out. */
public final class Slashes {
  private Slashes() {}

  /**
   * The text without them. A regular expression would go through each run of slashes many times.
   */
  public static String trimmed(String text) {
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) == '/') {
      end--;
    }
    return text.substring(0, end);
  }
}
