package dev.crosstrust.evidence;

import dev.crosstrust.evidence.Outcome.Breakage;
import dev.crosstrust.evidence.Outcome.Breakage.Kind;
import dev.crosstrust.secret.Redactor;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Optional;
import javax.net.ssl.SSLException;

/** Why a call over the wire had no answer, in the same words whoever asked. */
public final class Unanswered {
  private Unanswered() {}

  /**
   * The kind and one sentence.
   *
   * @param host who was asked
   * @param problem what {@link Wire#send} threw, or reading the answer's body
   */
  public static Breakage breakage(String host, IOException problem) {
    if (problem instanceof InterruptedIOException || Thread.currentThread().isInterrupted()) {
      return new Breakage(Kind.CANCELLED, "cancelled");
    }
    return switch (problem) {
      case BrokenCallException broken ->
          new Breakage(broken.kind(), "%s: %s".formatted(host, broken.getMessage()));
      case HttpTimeoutException _ ->
          new Breakage(Kind.TIMED_OUT, "%s did not answer in the time given".formatted(host));
      default ->
          new Breakage(Kind.UNREACHABLE, "%s cannot be reached: %s".formatted(host, why(problem)));
    };
  }

  private static String why(IOException problem) {
    boolean unknown =
        cause(problem, UnresolvedAddressException.class).isPresent()
            || cause(problem, UnknownHostException.class).isPresent();
    return unknown
        ? "its name is not known here"
        : cause(problem, SSLException.class)
            .map(tls -> "TLS: " + new Redactor().text(String.valueOf(tls.getMessage())))
            .orElse("no connection, or it broke");
  }

  private static <X extends Throwable> Optional<X> cause(Throwable problem, Class<X> type) {
    for (Throwable at = problem; at != null; at = at.getCause()) {
      if (type.isInstance(at)) {
        return Optional.of(type.cast(at));
      }
    }
    return Optional.empty();
  }
}
