package dev.crosstrust.identity.google;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.finding.Finding;
import dev.crosstrust.identity.Identity;
import dev.crosstrust.identity.Identity.State;
import dev.crosstrust.identity.google.GoogleSource.Federated;
import dev.crosstrust.identity.google.GoogleSource.Impersonated;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CredentialFilesTest {
  private static final String TOKEN_URI = "https://oauth2.googleapis.com/token";

  @TempDir Path folder;
  private GcloudHome home;

  @BeforeEach
  void makeHome() {
    home = new GcloudHome(folder);
  }

  @Test
  void missingDefaultCredentialsWantASignInOfTheirOwn() throws Exception {
    Identity shown = home.configuration("default").find("gcloud-adc").shown();

    assertThat(shown.state()).isEqualTo(State.NEEDS_SIGN_IN);
    assertThat(ids(shown)).containsExactly("google.adc-missing");
    assertThat(shown.findings().getFirst().fix().getFirst().gcloud())
        .isEqualTo("gcloud auth application-default login");
  }

  @Test
  void aVariableThatNamesAMissingFileIsBroken() {
    home.variable("GOOGLE_APPLICATION_CREDENTIALS", "/nowhere/adc.json");

    Identity shown = new GoogleIdentities(home.machine()).all().getFirst().shown();

    assertThat(shown.state()).isEqualTo(State.BROKEN);
    assertThat(shown.findings().getFirst().because().getFirst()).contains("/nowhere/adc.json");
  }

  @Test
  void theVariableComesBeforeTheWellKnownFile() throws Exception {
    home.applicationDefault(GcloudHome.user(TOKEN_URI));
    Path key = home.file("key.json", GcloudHome.serviceAccount("a@p.example", TOKEN_URI));

    assertThat(home.find("gcloud-adc").shown().kind()).isEqualTo("user");
    home.variable("GOOGLE_APPLICATION_CREDENTIALS", key.toString());
    assertThat(home.find("gcloud-adc").shown().kind()).isEqualTo("service-account-key");
    assertThat(home.find("gcloud-adc").project()).isEqualTo("demo-product-sbx");
  }

  @Test
  void anImpersonatedAccountShowsItsChainAndSource() throws Exception {
    home.applicationDefault(
        """
        {"type": "impersonated_service_account",
         "service_account_impersonation_url": "https://iamcredentials.googleapis.com/v1/projects/-/serviceAccounts/t@p.example:generateAccessToken",
         "delegates": ["projects/-/serviceAccounts/d@p.example"],
         "source_credentials": %s}
        """
            .formatted(GcloudHome.user(TOKEN_URI)));

    GoogleIdentity identity = home.find("gcloud-adc");

    assertThat(identity.shown().principal()).isEqualTo("t@p.example");
    assertThat(identity.shown().state()).isEqualTo(State.READY);
    assertThat(identity.shown().findings()).isEmpty();
    assertThat(identity.source())
        .isInstanceOfSatisfying(
            Impersonated.class,
            impersonated -> {
              assertThat(impersonated.delegates()).containsExactly("d@p.example");
              assertThat(impersonated.source().kind()).isEqualTo("user");
            });
    assertThat(identity.toString()).doesNotContain(GcloudHome.CANARY);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"file": "/var/run/token"}                                   | file       | reads /var/run/token
          {"url": "http://169.254.169.254/token"}                      | url        | fetches http://169.254.169.254/token
          {"executable": {"command": "/bin/mint id_token=CANARY99"}}   | executable | runs /bin/mint id_token=‹
          {"environment_id": "aws1", "url": "http://169.254.169.254/"} | aws        | fetches http://169.254.169.254/
          {"certificate": {}}                                          | other      | not known
          """)
  void aFederatedAccountShowsWhatItWouldReadFetchOrRun(String source, String kind, String does)
      throws Exception {
    home.applicationDefault(
        """
        {"type": "external_account", "audience": "//iam.googleapis.com/projects/1/x",
         "service_account_impersonation_url": "https://i.example/v1/projects/-/serviceAccounts/t@p.example:generateAccessToken",
         "credential_source": %s}
        """
            .formatted(source));

    Identity shown = home.find("gcloud-adc").shown();

    assertThat(shown.kind()).isEqualTo("external-account-" + kind);
    assertThat(shown.principal()).isEqualTo("t@p.example");
    assertThat(shown.state()).isEqualTo(State.UNKNOWN);
    assertThat(ids(shown)).containsExactly("google.no-id-token-from-federation");
    assertThat(shown.findings().getFirst().because().getFirst())
        .contains(does)
        .doesNotContain("CANARY99");
  }

  @Test
  void aTypeOfTheFutureIsShownAsSuch() throws Exception {
    home.applicationDefault("{\"type\": \"quantum_account\"}");

    Identity shown = home.find("gcloud-adc").shown();

    assertThat(shown.state()).isEqualTo(State.BROKEN);
    assertThat(shown.findings().getFirst().title()).contains("quantum_account");
  }

  @Test
  void theUniverseOfAFileIsWhereItsServicesAre() throws Exception {
    home.applicationDefault(
        """
        {"type": "authorized_user", "client_id": "c", "client_secret": "s", "refresh_token": "r",
         "universe_domain": "example-universe.goog"}
        """);

    assertThat(home.find("gcloud-adc").endpoints().of("iamcredentials"))
        .isEqualTo("https://iamcredentials.example-universe.goog");
  }

  @Test
  void whatIsNoPathOfThisSystemIsNoIdentity() {
    GoogleIdentities identities = new GoogleIdentities(home.machine());

    assertThat(identities.find("key:\0")).isEmpty();
    assertThat(identities.find("key:")).isEmpty();
    assertThat(identities.find("gcloud:nobody")).isEmpty();
  }

  @Test
  void aFederatedSourceIsTyped() throws Exception {
    home.applicationDefault(
        """
        {"type": "external_account", "audience": "//a", "credential_source": {"file": "/t"}}
        """);

    assertThat(home.find("gcloud-adc").source())
        .isInstanceOfSatisfying(
            Federated.class,
            federated ->
                assertThat(federated.subject()).isEqualTo(new SubjectSource.FromFile("/t")));
  }

  private static List<String> ids(Identity identity) {
    return identity.findings().stream().map(Finding::id).toList();
  }
}
