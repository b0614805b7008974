package dev.crosstrust.diagnosis.reading;

import dev.crosstrust.denial.AwsDenials;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Takes a text apart into the answers in it. */
public final class Reading {
  /** Texts inside of texts inside of texts. */
  static final int DEEPEST = 12;

  private static final Pattern S3_HEADER =
      Pattern.compile("(?im)^(?:< )?(?:server: AmazonS3|x-amz-id-2: |x-amz-bucket-region: )");

  /** Words that were parted at their own hyphens when a line was full. */
  private static final Pattern PARTED = Pattern.compile("(?<=\\w-)[ \\t]*\\n[ \\t>|]*(?=\\w)");

  private Reading() {}

  /** All answers of a text, in their order. */
  public static List<Answer> of(String text) {
    String cleaned = Copied.plain(text);
    List<Answer> asWritten = of(cleaned, Hints.NONE, 0);
    String joined = Copied.unbroken(cleaned);
    List<Answer> unbroken = joined.equals(cleaned) ? asWritten : of(joined, Hints.NONE, 0);
    List<Answer> answers = told(unbroken) > told(asWritten) ? unbroken : asWritten;
    return answers.isEmpty() ? headers(cleaned) : answers;
  }

  /** S3's answers to HEAD have headers alone. */
  private static List<Answer> headers(String text) {
    Matcher status = Wrapping.STATUS_LINE.matcher(text);
    return S3_HEADER.matcher(text).find() && status.find()
        ? List.of(Answering.of("", Hints.of(status, true).service("s3")))
        : List.of();
  }

  static List<Answer> of(String text, Hints around, int depth) {
    if (depth > DEEPEST || (depth > 0 && text.indexOf(' ') < 0 && text.indexOf('{') < 0)) {
      return bare(text, around);
    }
    List<Island> islands = new ArrayList<>();
    StringBuilder flat = new StringBuilder();
    flatten(text, flat, islands, depth);
    List<Answer> answers =
        new Passage(PARTED.matcher(flat).replaceAll(""), islands, around, depth).answers();
    return answers.isEmpty() ? bare(text, around) : answers;
  }

  /** How much was understood. */
  private static long told(List<Answer> answers) {
    return answers.stream()
        .filter(Answer::known)
        .mapToLong(
            answer ->
                1
                    + AwsDenials.in(answer.message()).stream()
                        .flatMap(
                            denial ->
                                Stream.of(denial.action(), denial.resource(), denial.policyType()))
                        .filter(Objects::nonNull)
                        .count())
        .sum();
  }

  /** One sentence, or what it has inside of it. */
  static List<Answer> message(String text, Hints around, int depth) {
    List<Answer> inside = wrapped(text) ? of(text, around, depth) : List.of();
    return inside.stream().anyMatch(Answer::known) ? inside : List.of(Answering.of(text, around));
  }

  private static boolean wrapped(String text) {
    return !Islands.in(text).isEmpty() || Mark.isWrapped(text);
  }

  /** S3's two words, when they are all there is. */
  private static List<Answer> bare(String text, Hints around) {
    return Answering.isBare(text) ? List.of(Answering.of(text, around)) : List.of();
  }

  private static void flatten(String text, StringBuilder flat, List<Island> islands, int depth) {
    int at = 0;
    for (Island island : Islands.in(text)) {
      plain(text.substring(at, island.start()), flat, islands, depth);
      flat.append(Mark.ISLAND);
      islands.add(island);
      at = island.end();
    }
    plain(text.substring(at), flat, islands, depth);
  }

  /** A text may be quoted inside of another one. */
  private static void plain(String text, StringBuilder flat, List<Island> islands, int depth) {
    if (depth < DEEPEST && (text.contains("\\\"") || text.contains("\\n"))) {
      String unescaped =
          text.replace("\\n", "\n")
              .replace("\\t", "\t")
              .replace("\\\"", "\"")
              .replace("\\\\", "\\");
      flatten(unescaped, flat, islands, depth + 1);
    } else {
      flat.append(text);
    }
  }
}
