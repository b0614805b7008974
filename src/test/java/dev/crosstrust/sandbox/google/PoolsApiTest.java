package dev.crosstrust.sandbox.google;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.sandbox.google.federation.Pool;
import dev.crosstrust.sandbox.google.federation.Provider;
import dev.crosstrust.sandbox.google.federation.Source;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class PoolsApiTest {
  private static final Pool POOL = Pool.of("123456789012", "my-aws-app");
  private static final String LIST =
      "/v1/projects/demo-product-sbx/locations/global/workloadIdentityPools";

  private final Seed seed = Seed.atNoon();

  @BeforeEach
  void aPoolWithAProviderOfEachKind() {
    seed.cloud()
        .federation()
        .pool(POOL)
        .provider(
            Provider.of(
                POOL.provider("jwt"),
                new Source.Oidc("https://issuer.example", List.of("mine"), null),
                Map.of("google.subject", "assertion.sub"),
                "assertion.sub != ''"))
        .provider(
            Provider.of(POOL.provider("aws"), new Source.Aws("111122223333"), Map.of(), "")
                .disabled(true));
  }

  private Call.Answer get(String path, String query) throws IOException {
    var headers = Map.of("authorization", "Bearer " + seed.tokenOf(Seed.RUNNER).value());
    return seed.call().send("GET", path, query, headers, new byte[0]);
  }

  @Test
  void aProviderIsShownWithTheNumberOfItsProject() throws IOException {
    Call.Answer answer = get(LIST + "/my-aws-app/providers/jwt", "");

    assertThat(answer.json())
        .isEqualTo(
            JsonMapper.shared()
                .readTree(
                    """
                    {"name": "projects/123456789012/locations/global/workloadIdentityPools/my-aws-app/providers/jwt",
                     "displayName": "jwt", "state": "ACTIVE",
                     "attributeMapping": {"google.subject": "assertion.sub"},
                     "attributeCondition": "assertion.sub != ''",
                     "oidc": {"issuerUri": "https://issuer.example", "allowedAudiences": ["mine"]}}
                    """));
  }

  @Test
  void aProviderOfAwsShowsTheUsualMapping() throws IOException {
    Call.Answer answer = get("/v1/" + POOL.provider("aws"), "");

    assertThat(answer.json().path("aws").path("accountId").asString()).isEqualTo("111122223333");
    assertThat(answer.json().path("disabled").booleanValue()).isTrue();
    assertThat(answer.json().path("attributeMapping").propertyNames())
        .containsExactly("attribute.aws_role", "google.subject");
  }

  @Test
  void listsComePageByPage() throws IOException {
    assertThat(get(LIST, "").json().path("workloadIdentityPools").size()).isEqualTo(1);
    Call.Answer first = get(LIST + "/my-aws-app/providers", "pageSize=1");
    assertThat(first.json().at("/workloadIdentityPoolProviders/0/displayName").asString())
        .isEqualTo("aws");
    Call.Answer second =
        get(LIST + "/my-aws-app/providers", "pageSize=1&pageToken=" + first.text("nextPageToken"));
    assertThat(second.json().at("/workloadIdentityPoolProviders/0/displayName").asString())
        .isEqualTo("jwt");
    assertThat(second.json().has("nextPageToken")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "/v1/projects/other/locations/global/workloadIdentityPools/p, 403",
    "/v1/projects/demo-product-sbx/locations/global/workloadIdentityPools/p, 404",
  })
  void whatIsNotThereOrNotTheCallersIsRefused(String path, int status) throws IOException {
    Call.Answer answer = get(path, "");

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.json().path("error").path("message").asString())
        .isEqualTo(
            status == 404
                ? "Requested entity was not found."
                : "Permission 'iam.workloadIdentityPools.get' denied on resource"
                      + " '//iam.googleapis.com/projects/other/locations/global/workloadIdentityPools/p'"
                      + " (or it may not exist).");
  }

  @Test
  void nobodyLooksWithoutAToken() throws IOException {
    assertThat(seed.call().get(LIST).status()).isEqualTo(401);
  }
}
