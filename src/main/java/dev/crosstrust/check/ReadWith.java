package dev.crosstrust.check;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Something that was read, as one of the sources of a check says it.
 *
 * @param thing what was read, as a sentence begins
 * @param reader who read it, by its id
 * @param call for example {@code iam:GetRole}
 */
public record ReadWith(String thing, String reader, String call) {
  private static final Pattern SENTENCE = Pattern.compile("(.+) read with (\\S+) \\(([^()]+)\\)");

  /** Taken apart; empty where a source says something else. */
  public static Optional<ReadWith> of(String source) {
    return Optional.of(SENTENCE.matcher(source))
        .filter(Matcher::matches)
        .map(it -> new ReadWith(it.group(1), it.group(2), it.group(3)));
  }

  String sentence() {
    return "%s read with %s (%s)".formatted(thing, reader, call);
  }
}
