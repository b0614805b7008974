package dev.crosstrust.storage.google;

import com.google.cloud.storage.Storage;
import com.google.cloud.storage.spi.v1.StorageRpc;
import dev.crosstrust.evidence.Call;
import dev.crosstrust.evidence.Label;
import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.evidence.Outcome.Breakage.Kind;
import dev.crosstrust.evidence.Recorder;
import dev.crosstrust.evidence.Wire;
import dev.crosstrust.evidence.google.GoogleCalls;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes calls, each under the label {@code gcs.<Operation>}.
 *
 * @param storage for all but uploads in parts
 * @param sessions for these: the same client's lower half, which makes one call of each part
 */
record GcsCalls(Wire wire, Storage storage, StorageRpc sessions) {
  private static final String SERVICE = "gcs";

  /** Cleaning up must not hold up whoever has cancelled. */
  private static final Duration CANCEL_LIMIT = Duration.ofSeconds(5);

  /** Where Cloud Storage is called. */
  URI endpoint() {
    return URI.create(storage.getOptions().getHost());
  }

  /** What is asked of a client; null is its way to say that there is no such thing. */
  @FunctionalInterface
  interface Question<C, T> {
    @Nullable T ask(C client) throws IOException;
  }

  /** A call whose request and answer are kept as evidence. */
  <T> Outcome<T> call(String operation, Question<Storage, T> question) {
    return GoogleCalls.outcome(
        label(operation), () -> GoogleCalls.asked(() -> question.ask(storage)));
  }

  /** A call that carries somebody's data; what it does with them is no matter of the library's. */
  <T> Outcome<T> callWithContent(String operation, Question<Storage, T> question) {
    return GoogleCalls.outcome(labelOfContent(operation), () -> question.ask(storage));
  }

  /** The beginning of an upload in parts. */
  <T> Outcome<T> begin(String operation, Question<StorageRpc, T> question) {
    return GoogleCalls.outcome(
        label(operation), () -> GoogleCalls.asked(() -> question.ask(sessions)));
  }

  /** A part of it. */
  <T> Outcome<T> part(String operation, Question<StorageRpc, T> question) {
    return GoogleCalls.outcome(labelOfContent(operation), () -> question.ask(sessions));
  }

  /**
   * Gives an upload up, with what has come of it. The address is all that it takes: it works after
   * the token has ended too. A refusal of it is seen in its leg.
   */
  void cancel(String operation, URI session) {
    Call call = new Call("DELETE", session, Map.of(), null);
    try {
      Recorder.during(label(operation), () -> wire.send(call, CANCEL_LIMIT)).close();
    } catch (IOException ignored) {
      // The leg says it; what is left behind there ends by itself after a week.
    }
  }

  /** Understands an answer, as far as it can be. */
  static <T, R> Outcome<R> read(Outcome<T> answer, Function<T, R> reader) {
    try {
      return answer.map(reader);
    } catch (IllegalArgumentException e) {
      return Outcome.broken(Kind.NOT_UNDERSTOOD, "gcs: " + e.getMessage());
    }
  }

  private static Label label(String operation) {
    return Label.of(SERVICE + "." + operation, SERVICE, operation);
  }

  private static Label labelOfContent(String operation) {
    return Label.ofContent(SERVICE + "." + operation, SERVICE, operation);
  }
}
