package dev.crosstrust.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RouteExportTest {
  @TempDir Path folder;

  @Test
  void aJwtRouteIsAnExecutableSourceForGooglesLibraries() {
    JsonNode json =
        JsonMapper.shared().readTree(content(RouteExport.externalAccount(Routes.lambdaToGcs())));
    assertThat(json.path("type").asString()).isEqualTo("external_account");
    assertThat(json.path("audience").asString())
        .isEqualTo(Routes.lambdaToGcs().google().audience());
    assertThat(json.path("credential_source").path("executable").path("command").asString())
        .isEqualTo("crosstrust credentials lambda-to-gcs --format google-executable");
    assertThat(json.has("service_account_impersonation_url")).isFalse();
  }

  @Test
  void whatIsExportedIsImportedAsTheSameRoad() throws IOException {
    String yaml =
        Routes.LAMBDA_TO_GCS
            .replace("{kind: jwt, algorithm: RS256, duration: 300}", "{kind: signed-request}")
            .replace(
                "project: demo-product-sbx\nexpect",
                "impersonate: a@demo-product-sbx.iam.gserviceaccount.com\nexpect");
    AwsToGoogle route = (AwsToGoogle) Routes.route(yaml);
    Path file =
        Files.writeString(folder.resolve("a.json"), content(RouteExport.externalAccount(route)));
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
    assertThat(RouteExport.externalAccount(Routes.gkeToS3()))
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
