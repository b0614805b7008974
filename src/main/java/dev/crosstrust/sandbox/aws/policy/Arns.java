package dev.crosstrust.sandbox.aws.policy;

import java.util.List;

/** Amazon resource names under conditions: six segments, each matched for itself. */
final class Arns {
  private static final int SEGMENTS = 6;

  private Arns() {}

  static boolean isArn(String text) {
    return text.startsWith("arn:") && text.split(":", SEGMENTS).length == SEGMENTS;
  }

  static boolean matches(String actual, Glob expected) {
    String[] segments = actual.split(":", SEGMENTS);
    List<Glob> patterns = expected.arnSegments();
    if (segments.length != SEGMENTS || patterns.size() != SEGMENTS) {
      return false;
    }
    for (int i = 0; i < SEGMENTS; i++) {
      if (!patterns.get(i).matches(segments[i])) {
        return false;
      }
    }
    return true;
  }
}
