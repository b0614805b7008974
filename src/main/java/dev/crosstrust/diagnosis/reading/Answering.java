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

  private static final Pattern HOST = Pattern.compile("(?i)(?:[a-z0-9-]+\\.)+[a-z]{2,}(?![\\w.])");

  /** What Python leaves of its list behind the first text. */
  private static final Pattern LISTED = Pattern.compile("[\"'],\\s*(?:\\.{3}\\)?.*|[\"']?\\)?)$");

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
            || (sentence.isPresent() && (answered || counts(sentence.get(), message, hints)));
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
        sentence.filter(Sentence::leads).isPresent(),
        known);
  }

  /** On one line; SDKs write null where an answer has none. */
  static String sentenceOf(String said, Hints hints) {
    String message = said.replace(Mark.ISLAND, ' ').strip().replaceAll("\\s+", " ");
    if (hints.framed() && message.equals("null")) {
      return "";
    }
    boolean opened = message.contains("(\"") || message.contains("('");
    return opened ? message : LISTED.matcher(message).replaceFirst("");
  }

  /** Of the clouds, or of a host that has no name here. */
  private static boolean counts(Sentence sentence, String message, Hints hints) {
    String where = message + " " + Objects.requireNonNullElse(hints.target(), "");
    return CLOUDS.matcher(where).find() || (sentence.telling() && !HOST.matcher(where).find());
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
