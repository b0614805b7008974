package dev.crosstrust.route.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.evidence.Origins;
import dev.crosstrust.route.AwsToGoogle;
import dev.crosstrust.route.Routes;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RouteExportTest {
  private static final String DIRECTLY = "project: demo-product-sbx\nexpect";
  private static final String AS_AN_ACCOUNT =
      "impersonate: a@demo-product-sbx.iam.gserviceaccount.com\nexpect";

  @TempDir Path folder;

  @Test
  void aJwtRouteIsAnExecutableSourceForGooglesLibraries() {
    JsonNode json =
        JsonMapper.shared()
            .readTree(content(RouteExport.externalAccount(Routes.lambdaToGcs(), Origins.REAL)));
    assertThat(json.path("type").asString()).isEqualTo("external_account");
    assertThat(json.path("audience").asString())
        .isEqualTo(Routes.lambdaToGcs().google().audience());
    assertThat(json.path("credential_source").path("executable").path("command").asString())
        .isEqualTo("crosstrust credentials lambda-to-gcs --format google-executable");
    assertThat(json.has("service_account_impersonation_url")).isFalse();
    assertThat(json.path("token_url").asString()).isEqualTo("https://sts.googleapis.com/v1/token");
    assertThat(json.path("token_info_url").asString())
        .isEqualTo("https://sts.googleapis.com/v1/introspect");
  }

  @Test
  void whereGoogleIsOnThisMachineTheFileLeadsThere() {
    URI here = URI.create("http://127.0.0.1:4001");
    Origins origins =
        new Origins(
            Map.of(
                "https://sts.googleapis.com", here, "https://iamcredentials.googleapis.com", here));
    AwsToGoogle impersonating =
        (AwsToGoogle) Routes.route(Routes.LAMBDA_TO_GCS.replace(DIRECTLY, AS_AN_ACCOUNT));

    JsonNode direct =
        JsonMapper.shared()
            .readTree(content(RouteExport.externalAccount(Routes.lambdaToGcs(), origins)));
    JsonNode through =
        JsonMapper.shared().readTree(content(RouteExport.externalAccount(impersonating, origins)));

    assertThat(direct.path("token_url").asString()).isEqualTo(here + "/v1/token");
    assertThat(direct.path("token_info_url").asString()).isEqualTo(here + "/v1/introspect");
    assertThat(direct.path("audience").asString()).startsWith("//iam.googleapis.com/");
    assertThat(through.path("service_account_impersonation_url").asString())
        .isEqualTo(
            here
                + "/v1/projects/-/serviceAccounts/a@demo-product-sbx.iam.gserviceaccount.com"
                + ":generateAccessToken");
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://iamcredentials.googleapis.com", "http://127.0.0.1:4001"})
  void whatIsExportedIsImportedAsTheSameRoad(String google) throws IOException {
    String yaml =
        Routes.LAMBDA_TO_GCS
            .replace("{kind: jwt, algorithm: RS256, duration: 300}", "{kind: signed-request}")
            .replace(DIRECTLY, AS_AN_ACCOUNT);
    AwsToGoogle route = (AwsToGoogle) Routes.route(yaml);
    Origins origins =
        new Origins(Map.of("https://iamcredentials.googleapis.com", URI.create(google)));
    Path file =
        Files.writeString(
            folder.resolve("a.json"), content(RouteExport.externalAccount(route, origins)));
    Imported.Good back = (Imported.Good) RouteImport.read(file, null, route.name());
    AwsToGoogle same = (AwsToGoogle) back.route();
    assertThat(same.google()).isEqualTo(route.google());
    assertThat(same.token()).isEqualTo(route.token());
  }

  @Test
  void aRouteToAwsIsAProfileThatStartsThisProgram() {
    assertThat(content(RouteExport.awsProfile(Routes.gkeToS3())))
        .isEqualTo(
            """
            [profile gke-to-s3]
            credential_process = crosstrust credentials gke-to-s3 --format aws-process
            region = eu-west-1
            """);
  }

  @Test
  void aFormOfTheOtherDirectionIsRefusedInOneSentence() {
    assertThat(RouteExport.awsProfile(Routes.lambdaToGcs()))
        .isEqualTo(
            new Exported.Bad(
                "aws-profile is for routes google-to-aws; lambda-to-gcs goes aws-to-google"));
    assertThat(RouteExport.externalAccount(Routes.gkeToS3(), Origins.REAL))
        .isEqualTo(
            new Exported.Bad(
                "external-account is for routes aws-to-google; gke-to-s3 goes google-to-aws"));
  }

  private static String content(Exported exported) {
    return switch (exported) {
      case Exported.Good(String content) -> content;
      case Exported.Bad(String message) -> throw new AssertionError(message);
    };
  }
}
