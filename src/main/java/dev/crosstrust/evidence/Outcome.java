package dev.crosstrust.evidence;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How asking for something ended. A refusal is an expected answer of this product, so it is a value
 * and not an exception.
 *
 * @param <T> what was asked for
 */
public sealed interface Outcome<T> {
  /** It was given. */
  record Done<T>(T value) implements Outcome<T> {}

  /** The service understood and said no. */
  record Refused<T>(Refusal refusal) implements Outcome<T> {}

  /** There was no answer, or none that can be understood, or nothing could be asked. */
  record Broken<T>(Breakage breakage) implements Outcome<T> {}

  /**
   * A service's no, in its own words.
   *
   * @param service for example {@code sts}
   * @param operation for example {@code AssumeRoleWithWebIdentity}
   * @param status the HTTP status
   * @param code the service's error code; null where the answer has none (HEAD)
   * @param message the service's text, secrets taken out
   * @param requestId the service's name for this call
   */
  record Refusal(
      String service,
      String operation,
      int status,
      @Nullable String code,
      String message,
      @Nullable String requestId) {}

  /** Why there is no answer. */
  record Breakage(Kind kind, String message) {
    /** The kinds that call for different advice. */
    public enum Kind {
      /** No connection, or it broke. */
      UNREACHABLE,
      /** No answer in the time given. */
      TIMED_OUT,
      /** An answer that is not of this service: a proxy's page, a cut body, a 5xx. */
      NOT_UNDERSTOOD,
      /** A file, setting or program of this machine that is missing or wrong. */
      LOCAL,
      /** The user must sign in again with the cloud's own tool. */
      NEEDS_SIGN_IN,
      /** What is asked for is known, and this version cannot do it. */
      UNSUPPORTED,
      /** The account pin of the route does not hold. */
      UNEXPECTED_ACCOUNT,
      /** The user ended it. */
      CANCELLED
    }
  }

  static <T> Outcome<T> done(T value) {
    return new Done<>(value);
  }

  static <T> Outcome<T> broken(Breakage.Kind kind, String message) {
    return new Broken<>(new Breakage(kind, message));
  }

  /** Goes on with the value, where there is one. */
  default <R> Outcome<R> then(Function<? super T, Outcome<R>> next) {
    return switch (this) {
      case Done<T>(T value) -> next.apply(value);
      case Refused<T>(Refusal refusal) -> new Refused<>(refusal);
      case Broken<T>(Breakage breakage) -> new Broken<>(breakage);
    };
  }

  /** Changes the value, where there is one. */
  default <R> Outcome<R> map(Function<? super T, R> change) {
    return then(value -> done(change.apply(value)));
  }

  /** Why there is no value, in the service's words where it gave any; empty where there is one. */
  default String why() {
    return switch (this) {
      case Done<T> _ -> "";
      case Refused<T>(Refusal refusal) ->
          "%s:%s answered %d: %s"
              .formatted(
                  refusal.service(), refusal.operation(), refusal.status(), refusal.message());
      case Broken<T>(Breakage breakage) -> breakage.message();
    };
  }
}
