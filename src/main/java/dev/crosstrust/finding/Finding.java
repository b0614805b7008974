package dev.crosstrust.finding;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One diagnosed cause.
 *
 * @param id stable and public, for example {@code aws.token-expired}
 * @param title what happened, in one sentence
 * @param because why we think so, each line pointing at evidence
 * @param fix what to do, the best first
 * @param source the page or RFC section that has the rule
 */
public record Finding(
    String id,
    Severity severity,
    String title,
    List<String> because,
    List<Fix> fix,
    Confidence confidence,
    @Nullable String source) {
  public Finding {
    because = List.copyOf(because);
    fix = List.copyOf(fix);
  }

  public static Finding error(String id, String title) {
    return new Finding(id, Severity.ERROR, title, List.of(), List.of(), Confidence.CERTAIN, null);
  }

  public static Finding warning(String id, String title) {
    return new Finding(id, Severity.WARNING, title, List.of(), List.of(), Confidence.CERTAIN, null);
  }

  public static Finding info(String id, String title) {
    return new Finding(id, Severity.INFO, title, List.of(), List.of(), Confidence.CERTAIN, null);
  }

  public Finding because(String... lines) {
    return new Finding(id, severity, title, List.of(lines), fix, confidence, source);
  }

  public Finding fix(Fix... fixes) {
    return new Finding(id, severity, title, because, List.of(fixes), confidence, source);
  }

  public Finding confidence(Confidence sure) {
    return new Finding(id, severity, title, because, fix, sure, source);
  }

  public Finding source(String page) {
    return new Finding(id, severity, title, because, fix, confidence, page);
  }
}
