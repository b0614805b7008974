package dev.crosstrust.setup.google;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.trust.google.PoolProvider;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubjectTest {
  private static final String ROLE = "arn:aws:iam::111122223333:role/team/Worker";
  private static final String SESSION = "arn:aws:sts::111122223333:assumed-role/Worker/run-1";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          assertion.sub                                    | arn:aws:iam::111122223333:role/team/Worker
          assertion.sub.extract('role/{role}')             | team/Worker
          assertion.sub.extract("iam::{account}:role/")    | 111122223333
          assertion.sub.extract('user/{user}')             | ``
          assertion.arn                                    | ``
          """)
  void ofAJwtItIsMadeOfSub(String expression, String subject) {
    assertThat(Subject.of(expression, ROLE, false)).contains(subject);
  }

  @Test
  void ofASignedRequestItIsMadeOfArn() {
    assertThat(Subject.of("assertion.arn", SESSION, true)).contains(SESSION);
    assertThat(Subject.of("assertion.arn.extract('assumed-role/{role}/')", SESSION, true))
        .contains("Worker");
    assertThat(Subject.of("assertion.sub", SESSION, true)).contains("");
  }

  @Test
  void whatIsMoreThanAClaimOrAPieceOfItIsNotDecided() {
    assertThat(Subject.of("assertion.sub + ':' + assertion.aud", ROLE, false)).isEmpty();
    assertThat(Subject.of("attribute.role", ROLE, false)).isEmpty();
  }

  @Test
  void onlyAnAwsProviderHasAMappingWithoutOne() {
    assertThat(Subject.expression(provider(Map.of(), "111122223333"))).contains("assertion.arn");
    assertThat(Subject.expression(provider(Map.of(), null))).isEmpty();
    assertThat(Subject.expression(provider(Map.of("attribute.a", "assertion.arn"), "1"))).isEmpty();
  }

  private static PoolProvider provider(Map<String, String> mapping, String account) {
    return new PoolProvider("p", false, false, mapping, "", null, List.of(), account, null);
  }
}
