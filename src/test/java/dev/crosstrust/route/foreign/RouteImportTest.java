package dev.crosstrust.route.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.route.AwsToGoogle;
import dev.crosstrust.route.GoogleToAws;
import dev.crosstrust.route.file.RouteProblem;
import dev.crosstrust.token.SubjectToken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouteImportTest {
  private static final String PROVIDER =
      "projects/123456789012/locations/global/workloadIdentityPools/my-aws-app/providers/my-aws-app";

  private static final String ACCOUNT =
      """
      {"type": "external_account",
       "audience": "//iam.googleapis.com/%s",
       "subject_token_type": "urn:ietf:params:oauth:token-type:jwt",
       "token_url": "https://sts.googleapis.com/v1/token",
       "service_account_impersonation_url": "https://iamcredentials.googleapis.com/v1/projects/-/serviceAccounts/w@demo-product-sbx.iam.gserviceaccount.com:generateAccessToken",
       "credential_source": {"executable": {"command": "touch %s"}}}
      """;

  private static final String CONFIG =
      """
      [profile gke_web]
      role_arn = arn:aws:iam::111122223333:role/GCPWorkloadIAMRole
      web_identity_token_file = %s
      role_session_name = from-gke
      duration_seconds = 1800
      region = eu-west-1

      [profile other]
      region = eu-west-1
      """;

  @TempDir Path folder;

  @Test
  void anExternalAccountBecomesARouteAndItsCommandIsShownAndNotRun() throws IOException {
    Path trace = folder.resolve("trace");
    Imported.Good good = good(file("my cred.json", ACCOUNT.formatted(PROVIDER, trace)), null);
    AwsToGoogle route = (AwsToGoogle) good.route();
    assertThat(route.name()).isEqualTo("my-cred");
    assertThat(route.google().provider()).isEqualTo(PROVIDER);
    assertThat(route.google().impersonate())
        .isEqualTo("w@demo-product-sbx.iam.gserviceaccount.com");
    assertThat(route.token().kind()).isEqualTo(SubjectToken.Kind.JWT);
    assertThat(good.notes()).anySatisfy(note -> assertThat(note).contains("touch " + trace));
    assertThat(trace).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"file\": \"/run/token\"} | it reads its token from the file /run/token; a route does"
            + " not, and it was not read",
        "{\"url\": \"http://169.254.169.254/token\"} | it fetches its token from"
            + " http://169.254.169.254/token; a route does not, and it was not fetched",
        "{} | it does not say where its token comes from, or not in a way that is known here",
      })
  void aSourceThatARouteCannotTakeIsSaid(String source, String note) throws IOException {
    String json =
        ACCOUNT
            .formatted(PROVIDER, "x")
            .replace("{\"executable\": {\"command\": \"touch x\"}}", source);
    assertThat(good(file("a.json", json), null).notes())
        .startsWith(
            note,
            "a route asks AWS for the token instead; this provider takes it only if it trusts the"
                + " issuer of that AWS account");
  }

  @Test
  void theAwsKindBecomesASignedRequest() throws IOException {
    String aws =
        ACCOUNT
            .formatted(PROVIDER, "x")
            .replace(
                "urn:ietf:params:oauth:token-type:jwt",
                "urn:ietf:params:aws:token-type:aws4_request")
            .replace(
                "{\"executable\": {\"command\": \"touch x\"}}", "{\"environment_id\":\"aws1\"}");
    Imported.Good good = good(file("a.json", aws), null);
    assertThat(((AwsToGoogle) good.route()).token().kind())
        .isEqualTo(SubjectToken.Kind.AWS_SIGNED_REQUEST);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "external_account | service_account | its type is not external_account",
        "token-type:jwt | token-type:saml2 | a subject token of type"
            + " \"urn:ietf:params:oauth:token-type:saml2\" is not one that AWS gives",
        "//iam.googleapis.com/projects | https://example.com/projects | its audience does not begin"
            + " with //iam.googleapis.com/projects/NUMBER",
        "https://iamcredentials.googleapis.com | https://iamcredentials.example.com | its"
            + " service_account_impersonation_url is not one of Google's",
        "{\"type\" | {{\"type\" | not JSON",
      })
  void whatIsNotAnAccountOfAPoolIsRefused(String right, String wrong, String message)
      throws IOException {
    String changed = ACCOUNT.formatted(PROVIDER, "x").replace(right, wrong);
    assertThat(problem(file("a.json", changed), null)).isEqualTo(message);
  }

  @Test
  void aProviderThatIsNoneIsRefusedByTheRulesOfARoute() throws IOException {
    assertThat(problem(file("a.json", ACCOUNT.formatted("projects/x/../y", "z")), null))
        .contains("is not a pool provider");
  }

  @Test
  void whatWouldMoveATerminalsCursorIsNotPassedOn() throws IOException {
    Imported.Good good = good(file("a.json", ACCOUNT.formatted(PROVIDER, "\\u001b[2Jx")), null);
    assertThat(String.join("", good.notes())).doesNotContain("\u001b").contains("�[2Jx");
  }

  @Test
  void aWebIdentityProfileBecomesARouteAndItsTokenIsNotRead() throws IOException {
    Imported.Good good = good(file("config", CONFIG.formatted("/var/run/token")), null);
    GoogleToAws route = (GoogleToAws) good.route();
    assertThat(route.name()).isEqualTo("gke-web");
    assertThat(route.aws())
        .isEqualTo(
            new GoogleToAws.Role(
                "eu-west-1",
                "arn:aws:iam::111122223333:role/GCPWorkloadIAMRole",
                "from-gke",
                Duration.ofMinutes(30)));
    assertThat(good.notes())
        .anySatisfy(note -> assertThat(note).contains("/var/run/token", "was not read"));
  }

  @Test
  void anotherProfileThanTheFittingOnesIsRefusedWithTheirNames() throws IOException {
    assertThat(problem(file("config", CONFIG.formatted("t")), "other"))
        .isEqualTo("choose one of its profiles: gke_web");
    assertThat(problem(file("config", "[default]\nregion = eu-west-1\n"), null))
        .isEqualTo("no profile has both role_arn and web_identity_token_file");
  }

  @Test
  void aProfileThatIsNotThereIsRefusedWithThoseThatAre() throws IOException {
    assertThat(problem(file("config", CONFIG.formatted("t")), "nope"))
        .isEqualTo("there is no profile nope: its profiles are gke_web, other");
  }

  @Test
  void aFileThatCannotBeParsedIsNamedOnce() throws IOException {
    assertThat(problem(file("config", "role_arn = x\n"), null))
        .startsWith("Expected a profile definition on line 1")
        .doesNotContain(folder.toString());
  }

  @Test
  void aFileThatIsNotThereIsSaid() {
    assertThat(problem(folder.resolve("none"), null)).isEqualTo("there is no such file");
  }

  private Path file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }

  private static Imported.Good good(Path file, String profile) {
    return switch (RouteImport.read(file, profile, null)) {
      case Imported.Good good -> good;
      case Imported.Bad(RouteProblem problem) -> throw new AssertionError(problem.sentence());
    };
  }

  private static String problem(Path file, String profile) {
    return switch (RouteImport.read(file, profile, null)) {
      case Imported.Good good -> throw new AssertionError("read: " + good.route());
      case Imported.Bad(RouteProblem problem) -> problem.message();
    };
  }
}
