package dev.crosstrust.secret;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Values that were found to be secret, to be hidden wherever they stand again. A text is gone
 * through once, however many there are.
 */
final class SeenSecrets {
  /** Shorter ones stand in other words too. */
  private static final int SHORTEST = 8;

  private final Map<String, Set<String>> byBeginning = new HashMap<>();

  /** Of those that are too short to be told from other words, nothing is kept. */
  void add(String secret) {
    if (secret.length() >= SHORTEST) {
      byBeginning.computeIfAbsent(secret.substring(0, SHORTEST), _ -> new HashSet<>()).add(secret);
    }
  }

  /** The text with a mask in place of each, the longest where several begin. */
  String hideIn(String text) {
    if (byBeginning.isEmpty()) {
      return text;
    }
    StringBuilder hidden = new StringBuilder();
    int end = 0;
    for (int at = 0; at + SHORTEST <= text.length(); at++) {
      String secret = at < end ? null : startingAt(text, at);
      if (secret != null) {
        hidden.append(text, end, at).append(Redactor.mask(secret));
        end = at + secret.length();
      }
    }
    return hidden.append(text, end, text.length()).toString();
  }

  private @Nullable String startingAt(String text, int at) {
    return byBeginning.getOrDefault(text.substring(at, at + SHORTEST), Set.of()).stream()
        .filter(secret -> text.startsWith(secret, at))
        .max(Comparator.comparingInt(String::length))
        .orElse(null);
  }
}
