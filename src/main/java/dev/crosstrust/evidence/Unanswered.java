package dev.crosstrust.evidence;

import dev.crosstrust.evidence.Outcome.Breakage;
import dev.crosstrust.evidence.Outcome.Breakage.Kind;
import dev.crosstrust.secret.Redactor;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.URI;
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
   * @param asked the address that was called
   * @param problem what {@link Wire#send} threw, or reading the answer's body
   */
  public static Breakage breakage(URI asked, IOException problem) {
    if (problem instanceof InterruptedIOException || Thread.currentThread().isInterrupted()) {
      return new Breakage(Kind.CANCELLED, "cancelled");
    }
    return switch (problem) {
      case BrokenCallException broken ->
          new Breakage(broken.kind(), "%s: %s".formatted(place(asked), broken.getMessage()));
      case HttpTimeoutException _ ->
          new Breakage(
              Kind.TIMED_OUT, "%s did not answer in the time given".formatted(place(asked)));
      default -> new Breakage(Kind.UNREACHABLE, why(asked, problem));
    };
  }

  /** One sentence with host and port, and nothing that was sent or received. */
  static String why(URI asked, IOException problem) {
    String place = place(asked);
    if (cause(problem, UnresolvedAddressException.class).isPresent()
        || cause(problem, UnknownHostException.class).isPresent()) {
      return place + " cannot be reached: its name is not known here";
    }
    Optional<SSLException> tls = cause(problem, SSLException.class);
    if (tls.isPresent()) {
      return "%s cannot be reached: TLS: %s"
          .formatted(place, new Redactor().text(String.valueOf(tls.get().getMessage())));
    }
    return cause(problem, ConnectException.class).isPresent()
        ? "no connection to " + place
        : isSilence(problem)
            ? place + " closed the connection without an answer"
            : "the connection to %s broke".formatted(place);
  }

  /** The client has no class of exception for it. */
  private static boolean isSilence(IOException problem) {
    String message = String.valueOf(problem.getMessage());
    return message.contains("received no bytes") || message.contains("Connection reset");
  }

  private static String place(URI asked) {
    return asked.getHost() + (asked.getPort() < 0 ? "" : ":" + asked.getPort());
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
