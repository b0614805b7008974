package dev.crosstrust.diagnosis.reading;

import dev.crosstrust.denial.AwsDenials;
import dev.crosstrust.denial.Denial;
import dev.crosstrust.denial.GoogleDenials;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Takes a text apart into the answers in it. */
public final class Reading {
  /** Texts inside of texts inside of texts. */
  static final int DEEPEST = 12;

  private static final String BARE = "Access Denied";
  private static final Pattern CLOUDS =
      Pattern.compile(
          "(?i)\\b(?:amazonaws\\.com|api\\.aws|googleapis\\.com|accounts\\.google\\.com)");
  private static final Pattern S3_HEADER =
      Pattern.compile("(?im)^(?:< )?(?:server: AmazonS3|x-amz-id-2: |x-amz-bucket-region: )");
  private static final Pattern COLOURS = Pattern.compile("\u001B\\[[0-9;]*[A-Za-z]");

  /** Words that were parted at their own hyphens when a line was full. */
  private static final Pattern PARTED = Pattern.compile("(?<=\\w-)[ \\t]*\\n[ \\t>|]*(?=\\w)");

  private Reading() {}

  /** All answers of a text, in their order. */
  public static List<Answer> of(String text) {
    String cleaned = clean(text);
    List<Answer> asWritten = of(cleaned, Hints.NONE, 0);
    String joined = unbroken(cleaned);
    List<Answer> unbroken = joined.equals(cleaned) ? asWritten : of(joined, Hints.NONE, 0);
    List<Answer> answers = told(unbroken) > told(asWritten) ? unbroken : asWritten;
    return answers.isEmpty() ? headers(cleaned) : answers;
  }

  /** S3's answers to HEAD have headers alone. */
  private static List<Answer> headers(String text) {
    Matcher status = Wrapping.STATUS_LINE.matcher(text);
    return S3_HEADER.matcher(text).find() && status.find()
        ? List.of(answer("", Hints.of(status, true).service("s3")))
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

  /** A terminal breaks lines where it ends, in the middle of words. */
  private static String unbroken(String text) {
    List<String> lines = text.strip().lines().toList();
    int width = lines.isEmpty() ? 0 : lines.getFirst().length();
    boolean broken =
        lines.size() >= 3
            && width >= 20
            && lines.stream().limit(lines.size() - 1).allMatch(line -> line.length() == width)
            && lines.getLast().length() <= width;
    return broken ? String.join("", lines) : text;
  }

  /** One sentence, or what it has inside of it. */
  static List<Answer> message(String text, Hints around, int depth) {
    List<Answer> inside = wrapped(text) ? of(text, around, depth) : List.of();
    return inside.stream().anyMatch(Answer::known) ? inside : List.of(answer(text, around));
  }

  private static boolean wrapped(String text) {
    return !Islands.in(text).isEmpty()
        || Wrapping.HEADS.stream()
            .anyMatch(head -> head.framed() && head.pattern().matcher(text).find());
  }

  /** S3's two words, when they are all there is. */
  private static List<Answer> bare(String text, Hints around) {
    return isBare(text) ? List.of(answer(text, around)) : List.of();
  }

  private static boolean isBare(String text) {
    return text.strip().replaceAll("^[\"']+|[\"'.]+$", "").equals(BARE);
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

  private static String clean(String text) {
    return COLOURS
        .matcher(text)
        .replaceAll("")
        .replace("\r\n", "\n")
        .replace('\r', '\n')
        .replace('\u00A0', ' ')
        .replace('\u2018', '\'')
        .replace('\u2019', '\'')
        .replace('\u201C', '"')
        .replace('\u201D', '"')
        .replaceAll("(?m)^[ \\t]*(?:[>│] ?)+", "")
        .replace(String.valueOf(Mark.ISLAND), "")
        .replace("\uFEFF", "");
  }

  static boolean hasSentence(String text) {
    return sentence(text).isPresent();
  }

  private static Optional<Sentence> sentence(String text) {
    return Mark.sentences().filter(it -> it.beginning().matcher(text).find()).findFirst();
  }

  /** An answer of this sentence, with what it implies. */
  static Answer answer(String said, Hints hints) {
    String message = said.replace(Mark.ISLAND, ' ').strip().replaceAll("\\s+", " ");
    Optional<Sentence> sentence = sentence(message);
    boolean bare = isBare(message);
    String operation =
        hints.operation() != null
            ? hints.operation()
            : sentence.map(Sentence::operation).orElse(null);
    boolean answered = sentence.map(Sentence::answered).orElse(true);
    boolean known =
        hints.framed()
            || bare
            || (sentence.isPresent() && (answered || ofTheClouds(message, hints)));
    return new Answer(
        service(message, hints, sentence, bare),
        operation,
        hints.status(),
        hints.code(),
        bare ? "AccessDenied" : sentence.map(Sentence::code).orElse(null),
        message,
        Objects.requireNonNullElse(hints.target(), ""),
        hints.principal(),
        hints.fields(),
        hints.sent(),
        answered,
        known);
  }

  private static boolean ofTheClouds(String message, Hints hints) {
    return CLOUDS.matcher(message + " " + hints.target()).find();
  }

  private static @Nullable String service(
      String message, Hints hints, Optional<Sentence> sentence, boolean bare) {
    return Stream.<Supplier<@Nullable String>>of(
            hints::service,
            () -> Services.having(hints.operation()),
            () -> sentence.map(Sentence::service).orElse(null),
            () -> ofDenial(message),
            () -> Services.at(hints.target()),
            () -> sentence.isPresent() && !sentence.get().answered() ? Services.at(message) : null,
            () -> bare ? "s3" : null)
        .map(Supplier::get)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private static @Nullable String ofDenial(String message) {
    return Stream.concat(AwsDenials.in(message).stream(), GoogleDenials.in(message).stream())
        .map(denial -> Services.of(word(denial)))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private static @Nullable String word(Denial denial) {
    return denial.action() == null ? denial.permission() : denial.action();
  }
}
