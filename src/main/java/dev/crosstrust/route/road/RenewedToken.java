package dev.crosstrust.route.road;

import dev.crosstrust.credential.GoogleAccessToken;
import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.evidence.google.NoTokenException;
import dev.crosstrust.evidence.google.WireTransport.AccessTokens;
import dev.crosstrust.exchange.google.GoogleSession;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * An access token that lasts as long as one works with it: when it is about to end the road is gone
 * again, on the thread that needs the token and as legs of its own. May be used by several threads,
 * of which one goes and the others wait.
 */
final class RenewedToken implements AccessTokens {
  /** A call that begins with the token comes to its end with it. */
  private static final Duration MARGIN = Duration.ofMinutes(1);

  private final ReentrantLock going = new ReentrantLock();
  private final InstantSource clock;
  private final Supplier<Outcome<GoogleSession>> road;
  private volatile GoogleAccessToken token;

  /**
   * @param first had already
   * @param road leads to another
   */
  RenewedToken(
      GoogleAccessToken first, InstantSource clock, Supplier<Outcome<GoogleSession>> road) {
    this.token = first;
    this.clock = clock;
    this.road = road;
  }

  /** When the token of the moment ends; empty where nobody says. */
  Optional<Instant> expiresAt() {
    return Optional.ofNullable(token.expiresAt());
  }

  @Override
  public GoogleAccessToken current() throws IOException {
    if (!isEnding()) {
      return token;
    }
    try {
      going.lockInterruptibly();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("cancelled");
    }
    try {
      if (isEnding()) {
        token = another();
      }
      return token;
    } finally {
      going.unlock();
    }
  }

  private boolean isEnding() {
    Instant end = token.expiresAt();
    return end != null && !clock.instant().plus(MARGIN).isBefore(end);
  }

  private GoogleAccessToken another() throws NoTokenException {
    return switch (road.get()) {
      case Outcome.Done<GoogleSession>(GoogleSession session) -> session.token();
      case Outcome<GoogleSession> ended -> throw new NoTokenException(ended);
    };
  }
}
