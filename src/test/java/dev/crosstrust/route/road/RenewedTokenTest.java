package dev.crosstrust.route.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.crosstrust.credential.GoogleAccessToken;
import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.evidence.Outcome.Breakage.Kind;
import dev.crosstrust.evidence.google.NoTokenException;
import dev.crosstrust.exchange.google.GoogleSession;
import dev.crosstrust.secret.Secret;
import java.io.IOException;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RenewedTokenTest {
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
  private static final GoogleAccessToken FIRST = token("first", NOON.plusSeconds(3600));
  private static final GoogleAccessToken SECOND = token("second", NOON.plusSeconds(7200));

  private final AtomicReference<Instant> now = new AtomicReference<>(NOON);
  private final AtomicInteger walks = new AtomicInteger();

  private static GoogleAccessToken token(String value, @Nullable Instant end) {
    return new GoogleAccessToken(Secret.of(value), end);
  }

  private RenewedToken tokens(GoogleAccessToken first) {
    return new RenewedToken(
        first,
        now::get,
        () -> {
          walks.incrementAndGet();
          return Outcome.done(new GoogleSession(SECOND, "google-federated", "who", null, 0));
        });
  }

  @Test
  void aTokenIsUsedUntilAMinuteBeforeItsEnd() throws IOException {
    RenewedToken tokens = tokens(FIRST);
    now.set(NOON.plusSeconds(3539));
    assertThat(tokens.current()).isEqualTo(FIRST);
    assertThat(walks).hasValue(0);
  }

  @Test
  void thenTheRoadIsGoneAgainOnce() throws IOException {
    RenewedToken tokens = tokens(FIRST);
    now.set(NOON.plusSeconds(3540));
    assertThat(tokens.current()).isEqualTo(SECOND);
    assertThat(tokens.current()).isEqualTo(SECOND);
    assertThat(tokens.expiresAt()).hasValue(NOON.plusSeconds(7200));
    assertThat(walks).hasValue(1);
  }

  @Test
  void aTokenWhoseEndNobodySaysIsUsed() throws IOException {
    RenewedToken tokens = tokens(token("endless", null));
    now.set(NOON.plusSeconds(100_000));
    assertThat(tokens.current().token().reveal()).isEqualTo("endless");
  }

  @Test
  void aRoadThatLeadsNowhereAnyMoreGivesNoToken() {
    RenewedToken tokens =
        new RenewedToken(FIRST, now::get, () -> Outcome.broken(Kind.NEEDS_SIGN_IN, "sign in"));
    now.set(NOON.plusSeconds(3600));
    assertThatExceptionOfType(NoTokenException.class).isThrownBy(tokens::current);
    assertThat(tokens.expiresAt()).hasValue(NOON.plusSeconds(3600));
  }
}
