package dev.crosstrust.trust.google;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ForecastTest {
  private static final String ACCOUNT = "111122223333";
  private static final String ROLE = "arn:aws:iam::111122223333:role/team/Worker";
  private static final String SESSION = "arn:aws:sts::111122223333:assumed-role/Worker/run-1";
  private static final Awaited JWT = new Awaited(false, ACCOUNT, ROLE, "https://i.example", "aud");
  private static final Awaited REQUEST = new Awaited(true, ACCOUNT, SESSION, null, "aud");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          assertion.sub                                    | arn:aws:iam::111122223333:role/team/Worker
          assertion.sub.extract('role/{role}')             | team/Worker
          assertion.sub.extract("iam::{account}:role/")    | 111122223333
          assertion.sub.split('/')[2] + '@' + assertion.aud | Worker@aud
          assertion['https://sts.amazonaws.com/'].principal_id | arn:aws:iam::111122223333:role/team/Worker
          """)
  void theSubjectOfAJwtIsMadeOfWhatIsKnownOfIt(String expression, String subject) {
    assertThat(forecast(expression, JWT).subject()).contains(subject);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"assertion.sub.extract('user/{user}')", "assertion.arn", "assertion.sub == 'x'"})
  void whatMakesNothingIsDecidedToo(String expression) {
    assertThat(forecast(expression, JWT).subject()).isEmpty();
    assertThat(forecast(expression, JWT).isSubjectOpen()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "assertion.jti",
        "assertion.sub + assertion['https://sts.amazonaws.com/'].source_region",
        "assertion['https://sts.amazonaws.com/'].request_tags.team",
        "'jti' in assertion ? assertion.sub : ''"
      })
  void whatOnlyTheTokenTellsLeavesTheSubjectOpen(String expression) {
    assertThat(forecast(expression, JWT).subject()).isEmpty();
    assertThat(forecast(expression, JWT).isSubjectOpen()).isTrue();
  }

  @Test
  void anArnThatIsNotKnownLeavesItOpen() {
    Awaited unknown = new Awaited(false, null, null, null, "aud");

    assertThat(forecast("assertion.sub", unknown).isSubjectOpen()).isTrue();
    assertThat(forecast("assertion.arn", new Awaited(true, null, null, null, "")).isSubjectOpen())
        .isTrue();
    assertThat(forecast("assertion.aud", unknown).subject()).contains("aud");
  }

  @Test
  void ofASignedRequestItIsMadeOfArn() {
    assertThat(forecast("assertion.arn", REQUEST).subject()).contains(SESSION);
    assertThat(forecast("assertion.arn.extract('assumed-role/{role}/')", REQUEST).subject())
        .contains("Worker");
    assertThat(forecast("assertion.sub", REQUEST).subject()).isEmpty();
    assertThat(forecast("assertion.sub", REQUEST).isSubjectOpen()).isFalse();
  }

  @Test
  void onlyAnAwsProviderHasAMappingWithoutOne() {
    assertThat(forecast(provider(Map.of(), ACCOUNT), REQUEST).expression())
        .contains("assertion.arn");
    assertThat(forecast(provider(Map.of(), null), JWT).expression()).isEmpty();
    assertThat(
            forecast(provider(Map.of("attribute.a", "assertion.arn"), ACCOUNT), REQUEST)
                .expression())
        .isEmpty();
  }

  /** Grants are made after the mapping is mended. */
  @Test
  void ofASubjectThatIsTooLongGrantsNameAPart() {
    String path = "path/".repeat(30);
    Awaited awaited =
        new Awaited(false, ACCOUNT, ROLE.replace("team/", path), "https://i.example", "aud");

    Forecast forecast = forecast("assertion.sub", awaited);

    assertThat(forecast.subject()).isPresent();
    assertThat(forecast.grantee()).contains("Worker");
    assertThat(forecast.naming().getFirst().terraform())
        .contains("assertion.sub.extract('role/%s{role}')".formatted(path));
    assertThat(forecast("assertion.sub", JWT).grantee()).contains(ROLE);
  }

  private static Forecast forecast(String subject, Awaited awaited) {
    return forecast(provider(Map.of("google.subject", subject), null), awaited);
  }

  private static Forecast forecast(PoolProvider provider, Awaited awaited) {
    return Forecast.of(provider, awaited, "googleapis.com");
  }

  private static PoolProvider provider(Map<String, String> mapping, String account) {
    return new PoolProvider(
        "projects/1/locations/global/workloadIdentityPools/p/providers/q",
        false,
        false,
        mapping,
        "",
        null,
        List.of(),
        account,
        null);
  }
}
