package dev.crosstrust.evidence;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One request and its answer, redacted and timed: the evidence.
 *
 * @param name what the call is for, as in {@link Label}
 * @param endpoint scheme, host and port that were really called, or the program that was run
 * @param status the HTTP status or exit code; null when there was no answer
 * @param startedAt by this machine's clock
 * @param millis until the answer's first byte
 * @param requestId the service's name for this call
 * @param expected what the route expects, where it says so
 * @param asExpected whether it came so; null where nothing is expected
 * @param said what it came to in one line: what was given, or the service's own words
 */
public record Leg(
    String name,
    String service,
    String operation,
    String endpoint,
    @Nullable Integer status,
    Instant startedAt,
    long millis,
    @Nullable String requestId,
    Result outcome,
    @Nullable Expectation expected,
    @Nullable Boolean asExpected,
    @Nullable String said,
    Sent request,
    Received response) {

  /** A leg as it is recorded, before a run says what it expected. */
  public Leg(
      String name,
      String service,
      String operation,
      String endpoint,
      @Nullable Integer status,
      Instant startedAt,
      long millis,
      @Nullable String requestId,
      Result outcome,
      Sent request,
      Received response) {
    this(
        name, service, operation, endpoint, status, startedAt, millis, requestId, outcome, null,
        null, null, request, response);
  }

  /** How a leg ended. */
  public enum Result {
    DONE,
    REFUSED,
    BROKEN
  }

  /** What a route wants of a step. */
  public enum Expectation {
    ALLOWED,
    DENIED
  }

  /**
   * What was sent.
   *
   * @param method the HTTP method; {@code run} for a program
   * @param target the URL as the service knows it; the command line for a program
   * @param body text with secrets taken out, or a word about its size; null when there was none
   */
  public record Sent(
      String method, String target, Map<String, String> headers, @Nullable String body) {}

  /**
   * What came back.
   *
   * @param body text with secrets taken out, or a word about its size; null when there was none
   * @param problem why there was no answer; null when there was one
   */
  public record Received(
      Map<String, String> headers, @Nullable String body, @Nullable String problem) {}

  /** The same leg, judged against what the route expects of it. */
  public Leg judged(Expectation wanted, boolean met) {
    return with(wanted, met, said);
  }

  /** The same leg, and what it came to. */
  public Leg saying(String line) {
    return with(expected, asExpected, line);
  }

  private Leg with(@Nullable Expectation wanted, @Nullable Boolean met, @Nullable String line) {
    return new Leg(
        name, service, operation, endpoint, status, startedAt, millis, requestId, outcome, wanted,
        met, line, request, response);
  }
}
