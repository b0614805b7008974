package dev.crosstrust.sandbox.google.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FederationTest {
  private static final Pool POOL = Pool.of("1", "p");
  private static final Source ISSUER = new Source.Oidc("https://issuer.example");
  private static final Map<String, String> SUBJECT = Map.of("google.subject", "assertion.sub");

  private final Federation federation = new Federation().pool(POOL);

  private void provide(Source source, Map<String, String> mapping, String condition) {
    federation.provider(Provider.of(POOL.provider("x"), source, mapping, condition));
  }

  @ParameterizedTest
  @CsvSource({
    "http://issuer.example, Invalid OIDC issuer URI. The scheme must be https.",
    "issuer.example,        Invalid OIDC issuer URI.",
  })
  void anIssuerIsAnHttpsUrl(String issuer, String message) {
    assertThatThrownBy(() -> provide(new Source.Oidc(issuer), SUBJECT, ""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"subject", "google.email", "attribute.Name", "attribute."})
  void onlyAttributesThatGoogleKnowsAreMapped(String key) {
    Map<String, String> mapping = new HashMap<>(SUBJECT);
    mapping.put(key, "assertion.sub");

    assertThatThrownBy(() -> provide(ISSUER, mapping, ""))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aSubjectIsNeededExceptOfAwsWhichHasAUsualOne() {
    assertThatThrownBy(() -> provide(ISSUER, Map.of(), ""))
        .isInstanceOf(IllegalArgumentException.class);
    provide(new Source.Aws("111122223333"), Map.of(), "");

    assertThat(federation.findProvider(POOL.provider("x")).orElseThrow().attributeMapping())
        .containsEntry("google.subject", "assertion.arn");
  }

  @Test
  void limitsAreKept() {
    List<String> eleven = Collections.nCopies(11, "a");
    assertThatThrownBy(
            () -> provide(new Source.Oidc("https://i.example", eleven, null), SUBJECT, ""))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> provide(ISSUER, SUBJECT, "'" + "x".repeat(4_096) + "' == ''"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> provide(new Source.Aws("1"), Map.of(), ""))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void whatDoesNotCompileIsNotTaken() {
    assertThatThrownBy(() -> provide(ISSUER, SUBJECT, "assertion.sub = 'x'"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> provide(ISSUER, Map.of("google.subject", "google.subject"), ""))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(federation.findProvider(POOL.provider("x"))).isEmpty();
  }

  /** Columns: ARN, what the usual mapping of AWS makes of it under {@code attribute.aws_role}. */
  @ParameterizedTest
  @CsvSource({
    "arn:aws:sts::111122223333:assumed-role/R/session, arn:aws:sts::111122223333:assumed-role/R",
    "arn:aws:iam::111122223333:user/ada, arn:aws:iam::111122223333:user/ada",
  })
  void theUsualMappingOfAwsCutsOffTheSession(String arn, String role) {
    provide(new Source.Aws("111122223333"), Map.of(), "");

    var principal =
        federation.open(POOL.provider("x")).orElseThrow().mapping().map(Map.of("arn", arn));

    assertThat(principal.subject()).isEqualTo(arn);
    assertThat(principal.attributes()).containsEntry("aws_role", role);
  }
}
