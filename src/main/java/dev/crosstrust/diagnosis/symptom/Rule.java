package dev.crosstrust.diagnosis.symptom;

import dev.crosstrust.finding.Finding;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * One line of a table: what a symptom looks like, and what it means.
 *
 * @param meaning without its evidence, which is added for all alike
 */
public record Rule(Predicate<Symptom> when, Function<Symptom, Finding> meaning) {
  /** When the service's code is this and its sentence holds these words. */
  public static Rule on(String code, String words, Function<Symptom, Finding> meaning) {
    return new Rule(symptom -> symptom.is(code) && symptom.says(words), meaning);
  }

  /** When the service's code is one of these. */
  public static Rule on(Function<Symptom, Finding> meaning, String... codes) {
    return new Rule(symptom -> symptom.is(codes), meaning);
  }

  /** When the sentence holds these words, whatever the code: logs and emulators vary in it. */
  public static Rule saying(String words, Function<Symptom, Finding> meaning) {
    return new Rule(symptom -> symptom.says(words), meaning);
  }
}
