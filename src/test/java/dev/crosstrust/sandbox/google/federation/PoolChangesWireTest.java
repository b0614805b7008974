package dev.crosstrust.sandbox.google.federation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.sandbox.google.Wire;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Pools and providers changed, deleted and brought back. */
class PoolChangesWireTest {
  private static final Pool POOL = Pool.of("123456789012", "my-aws-app");
  private static final String JWT = "/v1/" + POOL.provider("jwt");
  private static final String AWS = "/v1/" + POOL.provider("aws");

  private Wire wire;

  @BeforeEach
  void aProviderOfEachKind() throws IOException {
    wire = new Wire();
    wire.cloud()
        .federation()
        .provider(
            Provider.of(
                POOL.provider("jwt"),
                new Source.Oidc("https://issuer.example", List.of("mine"), null),
                Map.of("google.subject", "assertion.sub"),
                "assertion.sub == 'x'"))
        .provider(Provider.of(POOL.provider("aws"), new Source.Aws("111122223333"), Map.of(), ""));
  }

  @AfterEach
  void stop() {
    wire.close();
  }

  private Wire.Answer patch(String path, String mask, String json) {
    return wire.as(Wire.OWNER)
        .send(
            "PATCH",
            path + "?updateMask=" + mask,
            json.getBytes(UTF_8),
            "Content-Type",
            "application/json");
  }

  private JsonNode shown(String path) {
    return wire.as(Wire.OWNER).get(path).json();
  }

  @Test
  void theAnswerIsAnOperationThatIsDone() {
    JsonNode operation = patch(JWT, "displayName", "{\"displayName\": \"new\"}").json();

    assertThat(operation.path("name").asString()).startsWith(POOL.provider("jwt") + "/operations/");
    assertThat(operation.path("done").asBoolean()).isTrue();
    assertThat(operation.at("/response/displayName").asString()).isEqualTo("new");
    assertThat(operation.at("/response/@type").asString())
        .isEqualTo("type.googleapis.com/google.iam.v1.WorkloadIdentityPoolProvider");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          attributeCondition    | {"attributeCondition": "true"}                                | /attributeCondition          | true
          attribute_condition   | {"attributeCondition": "true"}                                | /attributeCondition          | true
          attributeCondition    | {}                                                            | /attributeCondition          | ''
          attributeMapping      | {"attributeMapping": {"google.subject": "assertion.email"}}    | /attributeMapping/google.subject | assertion.email
          disabled              | {"disabled": true}                                            | /disabled                    | true
          oidc.issuerUri        | {"oidc": {"issuerUri": "https://b.example"}}                  | /oidc/issuerUri              | https://b.example
          oidc.issuerUri        | {"oidc": {"issuerUri": "https://b.example"}}                  | /oidc/allowedAudiences/0     | mine
          oidc.allowedAudiences | {"oidc": {"allowedAudiences": ["a", "b"]}}                    | /oidc/allowedAudiences/1     | b
          oidc.allowedAudiences | {"oidc": {"allowedAudiences": ["a", "b"]}}                    | /oidc/issuerUri              | https://issuer.example
          """)
  void onlyWhatTheMaskNamesIsChanged(String mask, String body, String pointer, String value) {
    Wire.Answer answer = patch(JWT, mask, body);

    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(shown(JWT).at(pointer).asString("")).isEqualTo(value);
  }

  @Test
  void theAccountOfAnAwsProviderIsChanged() {
    assertThat(patch(AWS, "aws.accountId", "{\"aws\": {\"accountId\": \"444455556666\"}}").status())
        .isEqualTo(200);
    assertThat(shown(AWS).at("/aws/accountId").asString()).isEqualTo("444455556666");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          oidc.issuerUri     | {"oidc": {"issuerUri": "http://b.example"}} | Invalid OIDC issuer URI. The scheme must be https.
          oidc.issuerUri     | {"oidc": {"issuerUri": "b.example"}}        | Invalid OIDC issuer URI.
          oidc.jwksJson      | {"oidc": {"jwksJson": "x"}}                 | Input JWK is not in a valid json format
          aws.accountId      | {"aws": {"accountId": "444455556666"}}      | Request contains an invalid argument.
          unknown            | {}                                          | Request contains an invalid argument.
          ''                 | {}                                          | Request contains an invalid argument.
          """)
  void whatGoogleDoesNotTakeChangesNothing(String mask, String body, String message) {
    JsonNode before = shown(JWT);

    Wire.Answer answer = patch(JWT, mask, body);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.message()).isEqualTo(message);
    assertThat(shown(JWT)).isEqualTo(before);
  }

  @Test
  void anExpressionThatDoesNotCompileIsRefused() {
    assertThat(patch(JWT, "attributeCondition", "{\"attributeCondition\": \"no(\"}").status())
        .isEqualTo(400);
  }

  @Test
  void aPoolIsClosed() {
    assertThat(patch("/v1/" + POOL.name(), "disabled", "{\"disabled\": true}").status())
        .isEqualTo(200);
    assertThat(shown("/v1/" + POOL.name()).path("disabled").asBoolean()).isTrue();
  }

  @Test
  void whatIsDeletedCanBeBroughtBack() {
    assertThat(wire.as(Wire.OWNER).post(JWT + ":undelete", "{}").message())
        .isEqualTo("Precondition check failed.");

    assertThat(wire.as(Wire.OWNER).delete(JWT).status()).isEqualTo(200);
    assertThat(shown(JWT).path("state").asString()).isEqualTo("DELETED");
    assertThat(shown(JWT).has("expireTime")).isTrue();
    assertThat(shown("/v1/" + POOL.name() + "/providers").toString()).doesNotContain("/jwt");
    assertThat(patch(JWT, "disabled", "{}").status()).isEqualTo(400);

    assertThat(wire.as(Wire.OWNER).post(JWT + ":undelete", "{}").status()).isEqualTo(200);
    assertThat(shown(JWT).path("state").asString()).isEqualTo("ACTIVE");
    assertThat(shown(JWT).has("expireTime")).isFalse();
  }

  @Test
  void eachNeedsItsPermission() {
    Wire.As nobody = wire.as(Wire.LAMBDA);

    assertThat(nobody.send("PATCH", JWT + "?updateMask=disabled", new byte[0]).message())
        .startsWith("Permission 'iam.workloadIdentityPoolProviders.update' denied on resource");
    assertThat(nobody.delete(JWT).message())
        .startsWith("Permission 'iam.workloadIdentityPoolProviders.delete' denied on resource");
    assertThat(nobody.post("/v1/" + POOL.name() + ":undelete", "{}").message())
        .startsWith("Permission 'iam.workloadIdentityPools.undelete' denied on resource");
    assertThat(patch("/v1/" + POOL.provider("none"), "disabled", "{}").status()).isEqualTo(404);
  }
}
