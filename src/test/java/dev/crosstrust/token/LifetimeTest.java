package dev.crosstrust.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.token.Lifetime.State;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LifetimeTest {
  private static final Instant NOW = Instant.ofEpochSecond(1_000_000);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"exp\":1000001}                    | VALID",
        "{\"exp\":1000000}                    | EXPIRED",
        "{\"exp\":999999.9}                   | EXPIRED",
        "{\"exp\":\"1000001\"}                | VALID",
        "{\"exp\":1000600,\"nbf\":1000060}    | VALID",
        "{\"exp\":1000600,\"nbf\":1000061}    | NOT_YET_VALID",
        "{\"exp\":1000600,\"nbf\":1000000}    | VALID",
        "{\"exp\":1000600,\"iat\":1000060}    | VALID",
        "{\"exp\":1000600,\"iat\":1000061}    | NOT_YET_VALID",
        "{\"exp\":999000,\"iat\":1000061}     | EXPIRED",
        "{\"iat\":999000}                     | NONE",
        "{\"exp\":\"soon\"}                   | NONE",
        "{\"exp\":null}                       | NONE",
        "{\"exp\":1e400}                      | NONE",
        "{\"exp\":1e-999999999}               | NONE",
        "{\"exp\":1e999999999}                | NONE",
      })
  void aTokenIsValidFromItsStartUntilItsEnd(String claims, State state) {
    assertThat(Lifetime.of(Tokens.jwt(claims), NOW).state()).isEqualTo(state);
  }
}
