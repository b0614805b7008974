package dev.crosstrust.diagnosis.symptom;

import dev.crosstrust.finding.Finding;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One answer that was not what was hoped for, whatever wrapping it came in.
 *
 * @param leg the leg's name, or where else the text was found
 * @param service for example {@code sts}
 * @param operation for example {@code AssumeRoleWithWebIdentity}
 * @param answered false when nothing came back
 * @param status the HTTP status; null when there was no answer or it is not known
 * @param code the service's word for the error
 * @param message the service's sentence, or the raw text, or why there was no answer
 * @param fields what else the answer says, by name: {@code Region}, {@code ServerTime}, {@code
 *     reason}
 * @param sent what the request said, by parameter or lower-case header name
 * @param around what else the run shows; {@link Circumstances#NONE} of a text alone
 */
public record Symptom(
    String leg,
    String service,
    String operation,
    boolean answered,
    @Nullable Integer status,
    @Nullable String code,
    String message,
    Map<String, String> fields,
    Map<String, String> sent,
    Circumstances around) {
  /** What the wire says of a call that the user ended. */
  public static final String CANCELLED = "cancelled";

  private static final int QUOTED_CHARACTERS = 400;

  public Symptom {
    fields = Map.copyOf(fields);
    sent = Map.copyOf(sent);
  }

  /** Whether the service's code is one of these. */
  public boolean is(String... codes) {
    return code != null && Arrays.asList(codes).contains(code);
  }

  /** Whether the sentence holds this, in any case. */
  public boolean says(String words) {
    return IntStream.rangeClosed(0, message.length() - words.length())
        .anyMatch(at -> message.regionMatches(true, at, words, 0, words.length()));
  }

  /** What the sentence has in the pattern's place. */
  public Optional<MatchResult> find(Pattern pattern) {
    Matcher matcher = pattern.matcher(message);
    return matcher.find() ? Optional.of(matcher.toMatchResult()) : Optional.empty();
  }

  /** The service, or a word in its place. */
  public String who() {
    return service.isEmpty() ? "the service" : service;
  }

  /** Whether somebody pasted it: of a program that may be any. */
  public boolean pasted() {
    return leg.equals(Symptoms.PASTED);
  }

  /** Whether it came from this service. */
  public boolean from(String name) {
    return service.equals(name);
  }

  /** The finding, with this as the first of its evidence. */
  public Finding proves(Finding finding) {
    return proven(quote(), finding);
  }

  /** The finding, with a quote as the first of its evidence. */
  public static Finding proven(String quote, Finding finding) {
    return finding.because(
        Stream.concat(Stream.of(quote), finding.because().stream()).toArray(String[]::new));
  }

  /** The evidence in one line: leg, status, code and the service's own words. */
  public String quote() {
    String numbers = (status == null ? "" : " " + status) + (code == null ? "" : " " + code);
    String words = message.isBlank() ? "no text" : message.strip().replaceAll("\\s+", " ");
    String shown =
        words.length() <= QUOTED_CHARACTERS ? words : words.substring(0, QUOTED_CHARACTERS) + "…";
    if (service.isEmpty()) {
      return "%s%s: %s".formatted(leg, numbers, shown);
    }
    return answered
        ? "%s: %s answered%s: %s".formatted(leg, service, numbers, shown)
        : "%s: no answer from %s: %s".formatted(leg, service, shown);
  }
}
