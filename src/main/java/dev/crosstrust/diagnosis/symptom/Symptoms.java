package dev.crosstrust.diagnosis.symptom;

import dev.crosstrust.diagnosis.reading.Answer;
import dev.crosstrust.diagnosis.reading.ErrorBody;
import dev.crosstrust.diagnosis.reading.Said;
import dev.crosstrust.evidence.Leg;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads what is wrong from a leg. */
public final class Symptoms {
  private static final String FORM = "application/x-www-form-urlencoded";

  /** In the place of a leg's name. */
  static final String PASTED = "the text";

  private static final int FIRST_REDIRECT = 300;

  private Symptoms() {}

  /** What a leg that did not go through shows. */
  public static Symptom of(Leg leg) {
    return of(leg, List.of(), null);
  }

  /**
   * The same, with what the run shows of its circumstances.
   *
   * @param run all legs, this one among them or not
   * @param bearer of the exchanged token, as policies name it; null where that is not known
   */
  public static Symptom of(Leg leg, List<Leg> run, @Nullable String bearer) {
    Said said = ErrorBody.read(leg.response().body());
    String problem = leg.response().problem();
    return new Symptom(
        leg.name(),
        leg.service(),
        leg.operation(),
        problem == null,
        leg.status(),
        said.code(),
        problem == null ? said.message() : problem,
        said.fields(),
        sent(leg.request()),
        new Circumstances(leg.request().target(), run, bearer));
  }

  /**
   * Whether a reason is what a text says, word for word: who has the text need not read it again.
   */
  public static boolean isQuoted(String because) {
    return because.startsWith(PASTED + ": ");
  }

  /**
   * What a text shows.
   *
   * @param code in place of the service's word where the text leaves it out
   */
  public static Symptom of(Answer answer, @Nullable String code) {
    return new Symptom(
        PASTED,
        Objects.requireNonNullElse(answer.service(), ""),
        Objects.requireNonNullElse(answer.operation(), ""),
        answer.answered(),
        answer.status(),
        answer.code() == null ? code : answer.code(),
        answer.message(),
        answer.fields(),
        answer.sent(),
        new Circumstances(answer.target(), List.of(), null));
  }

  /** Whether it brought what was asked: being sent elsewhere did not. */
  public static boolean wentThrough(Leg leg) {
    return leg.outcome() == Leg.Result.DONE
        && (leg.status() == null || leg.status() < FIRST_REDIRECT);
  }

  /** A value of the answer's header. */
  public static @Nullable String header(Leg leg, String name) {
    return leg.response().headers().entrySet().stream()
        .filter(header -> header.getKey().equalsIgnoreCase(name))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(null);
  }

  private static Map<String, String> sent(Leg.Sent request) {
    Map<String, String> sent = new HashMap<>();
    request.headers().forEach((name, value) -> sent.put(name.toLowerCase(Locale.ROOT), value));
    if (sent.getOrDefault("content-type", "").startsWith(FORM)) {
      for (String pair : Objects.requireNonNullElse(request.body(), "").split("&", -1)) {
        int equals = pair.indexOf('=');
        if (equals > 0) {
          sent.put(pair.substring(0, equals), decoded(pair.substring(equals + 1)));
        }
      }
    }
    return sent;
  }

  /** Of a form; what redaction left in place of a secret, or what was never encoded, as it is. */
  static String decoded(String value) {
    try {
      return URLDecoder.decode(value, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return value;
    }
  }
}
