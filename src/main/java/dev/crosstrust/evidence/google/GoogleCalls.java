package dev.crosstrust.evidence.google;

import com.google.cloud.BaseServiceException;
import dev.crosstrust.evidence.BrokenCallException;
import dev.crosstrust.evidence.Label;
import dev.crosstrust.evidence.Leg;
import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.evidence.Outcome.Breakage.Kind;
import dev.crosstrust.evidence.Outcome.Broken;
import dev.crosstrust.evidence.Recorder;
import dev.crosstrust.evidence.Unanswered;
import dev.crosstrust.secret.Redactor;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.Serial;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Turns what Google's client libraries end with into values, the same way for every service. What
 * the service said is read from the leg, as it came: their exceptions lose some of it, and a thing
 * that is not there they give as null.
 */
public final class GoogleCalls {
  private GoogleCalls() {}

  /**
   * Makes one call of a library under its label.
   *
   * <p>A Google error envelope with a status of 4xx is a refusal; its code is the reason of the
   * older APIs or the status of the newer. A web page, a body that is no envelope and any 5xx are
   * no answer of the service. Interrupting the thread ends as {@link Kind#CANCELLED}; the thread
   * stays interrupted.
   *
   * @param call gives null where the library does so for HTTP 404
   */
  public static <T> Outcome<T> outcome(
      Label label, ScopedValue.CallableOp<@Nullable T, IOException> call) {
    Recorder own = Recorder.ofTheLast(1);
    try {
      T given = own.follow(() -> Recorder.during(label, call));
      return given == null ? unsuccessful(label, last(own)) : Outcome.done(given);
    } catch (IOException | BaseServiceException e) {
      return failed(label, last(own), e);
    }
  }

  /**
   * Asks a library and nothing else: where an answer lacks what it looks for, it fails with
   * exceptions that would be faults of ours anywhere else.
   *
   * @throws IOException in their place, too
   */
  public static <T> @Nullable T asked(ScopedValue.CallableOp<@Nullable T, IOException> library)
      throws IOException {
    try {
      return library.call();
    } catch (IllegalArgumentException | NullPointerException e) {
      throw new UnreadableException(e);
    }
  }

  private static final class UnreadableException extends IOException {
    @Serial private static final long serialVersionUID = 1;

    UnreadableException(RuntimeException cause) {
      super(cause.getMessage(), cause);
    }
  }

  private static @Nullable Leg last(Recorder own) {
    return own.legs().isEmpty() ? null : own.legs().getLast();
  }

  private static <T> Outcome<T> failed(Label label, @Nullable Leg leg, Exception e) {
    Optional<NoTokenException> noToken = cause(e, NoTokenException.class);
    if (noToken.isPresent()) {
      return without(noToken.get().outcome());
    }
    if (Thread.currentThread().isInterrupted()
        || cause(e, InterruptedIOException.class).isPresent()) {
      return Outcome.broken(Kind.CANCELLED, "cancelled");
    }
    if (leg == null) {
      return Outcome.broken(Kind.LOCAL, new Redactor().text(String.valueOf(e.getMessage())));
    }
    return unanswered(leg, e)
        .<Outcome<T>>map(problem -> new Broken<>(Unanswered.breakage(asked(leg), problem)))
        .orElseGet(() -> unsuccessful(label, leg));
  }

  /** What the wire threw; empty where the answer itself was the trouble. */
  private static Optional<IOException> unanswered(Leg leg, Exception e) {
    return leg.status() == null
        ? cause(e, IOException.class).map(GoogleCalls::deepest)
        : cause(e, BrokenCallException.class).map(page -> page);
  }

  private static <T> Outcome<T> without(Outcome<?> ended) {
    return ended.then(
        _ -> {
          throw new IllegalArgumentException("a token was given");
        });
  }

  /** An answer with which the library could do nothing. */
  private static <T> Outcome<T> unsuccessful(Label label, @Nullable Leg leg) {
    Integer status = leg == null ? null : leg.status();
    if (leg == null || status == null || status < 300) {
      return Outcome.broken(
          Kind.NOT_UNDERSTOOD, "the answer of %s could not be read".formatted(label.service()));
    }
    String body = Objects.requireNonNullElse(leg.response().body(), "");
    return new GoogleAnswer(label, asked(leg).getHost(), status, body, leg.requestId())
        .read()
        .then(
            _ -> {
              throw new IllegalStateException("an error is no answer");
            });
  }

  /** Without what may have been taken out of the rest of the address. */
  private static URI asked(Leg leg) {
    return URI.create(leg.request().target().replaceFirst("^([a-z]+://[^/?#]+).*", "$1"));
  }

  /** Libraries wrap; what the wire threw lies at the bottom. */
  private static IOException deepest(IOException problem) {
    return problem.getCause() == null
        ? problem
        : cause(problem.getCause(), IOException.class).map(GoogleCalls::deepest).orElse(problem);
  }

  private static <X extends Throwable> Optional<X> cause(Throwable e, Class<X> type) {
    for (Throwable at = e; at != null; at = at.getCause()) {
      if (type.isInstance(at)) {
        return Optional.of(type.cast(at));
      }
    }
    return Optional.empty();
  }
}
