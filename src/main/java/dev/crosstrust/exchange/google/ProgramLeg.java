package dev.crosstrust.exchange.google;

import dev.crosstrust.evidence.Label;
import dev.crosstrust.evidence.Leg;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes one run of gcloud down, without what it printed. */
final class ProgramLeg {
  private final Label label;
  private final Path program;
  private final Leg.Sent sent;
  private final Instant startedAt;
  private final long startedNanos = System.nanoTime();

  ProgramLeg(Label label, Path program, String configuration, Instant startedAt) {
    this.label = label;
    this.program = program;
    this.startedAt = startedAt;
    this.sent =
        new Leg.Sent(
            "run",
            "gcloud auth " + label.operation(),
            Map.of("CLOUDSDK_ACTIVE_CONFIG_NAME", configuration),
            null);
  }

  /**
   * It came to its end.
   *
   * @param said its error text, secrets taken out
   */
  Leg ended(int code, String said) {
    String body = code == 0 && said.isEmpty() ? "(a token, not kept)" : said;
    return leg(
        code,
        code == 0 ? Leg.Result.DONE : Leg.Result.BROKEN,
        new Leg.Received(Map.of(), body, null));
  }

  Leg broken(String problem) {
    return leg(null, Leg.Result.BROKEN, new Leg.Received(Map.of(), null, problem));
  }

  private Leg leg(@Nullable Integer code, Leg.Result result, Leg.Received received) {
    long millis = Duration.ofNanos(System.nanoTime() - startedNanos).toMillis();
    return new Leg(
        label.name(),
        label.service(),
        label.operation(),
        program.toString(),
        code,
        startedAt,
        millis,
        null,
        result,
        sent,
        received);
  }
}
