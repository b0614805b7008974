package dev.crosstrust.diagnosis.reading;

import dev.crosstrust.denial.AwsDenials;
import dev.crosstrust.denial.Denial;
import dev.crosstrust.denial.GoogleDenials;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes an answer of one sentence and of what stands around it. */
final class Answering {
  private static final Pattern BARE = Pattern.compile("[\\s\"']*+Access Denied[\\s\"'.]*+");
  private static final Pattern CLOUDS =
      Pattern.compile(
          "(?i)\\b(?:amazonaws\\.com|api\\.aws|googleapis\\.com|accounts\\.google\\.com)");

  private Answering() {}

  /** Whether a text is S3's two words, and nothing else. */
  static boolean isBare(String text) {
    return BARE.matcher(text).matches();
  }

  static boolean hasSentence(String text) {
    return Mark.sentence(text) != null;
  }

  /** An answer of this sentence, with what it implies. */
  static Answer of(String said, Hints hints) {
    String message = sentenceOf(said, hints);
    Optional<Sentence> sentence = Optional.ofNullable(Mark.sentence(message));
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

  /** On one line; SDKs write null where an answer has none. */
  private static String sentenceOf(String said, Hints hints) {
    String message = said.replace(Mark.ISLAND, ' ').strip().replaceAll("\\s+", " ");
    return hints.framed() && message.equals("null") ? "" : message;
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
