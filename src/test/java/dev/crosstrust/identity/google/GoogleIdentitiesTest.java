package dev.crosstrust.identity.google;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.finding.Finding;
import dev.crosstrust.finding.Severity;
import dev.crosstrust.identity.Identity;
import dev.crosstrust.identity.Identity.State;
import dev.crosstrust.identity.google.GoogleSource.GcloudAccount;
import dev.crosstrust.identity.google.GoogleSource.ServiceAccountKey;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GoogleIdentitiesTest {
  private static final String RUNNER = "poc-runner@demo-product-sbx.iam.gserviceaccount.com";
  private static final String TARGET = "poc-gcp-to-aws-sa@demo-product-sbx.iam.gserviceaccount.com";
  private static final String TOKEN_URI = "https://oauth2.googleapis.com/token";

  @TempDir Path folder;
  private GcloudHome home;

  @BeforeEach
  void makeHome() {
    home = new GcloudHome(folder);
  }

  @Test
  void aMachineWithoutGcloudHasNoGoogleIdentity() {
    assertThat(all()).isEmpty();
  }

  @Test
  void configurationsAreListedByNameAndStrangeFilesAreNot() throws Exception {
    home.configuration("two").configuration("one").configuration("Not-A-Name");
    home.file(".config/gcloud/configurations/readme", "");

    assertThat(all())
        .extracting(Identity::id)
        .containsExactly("gcloud:one", "gcloud:two", "gcloud-adc");
  }

  @Test
  void theActiveConfigurationIsTheVariablesThenTheFilesThenDefault() throws Exception {
    home.configuration("default").configuration("one").configuration("two");
    assertThat(active()).containsExactly("gcloud:default");

    home.active("one\n");
    assertThat(active()).containsExactly("gcloud:one");

    home.variable("CLOUDSDK_ACTIVE_CONFIG_NAME", "two");
    assertThat(active()).containsExactly("gcloud:two");

    home.variable("CLOUDSDK_ACTIVE_CONFIG_NAME", "NONE");
    assertThat(active()).isEmpty();
  }

  @Test
  void anActiveConfigurationThatDoesNotExistIsShownAsBroken() throws Exception {
    home.configuration("one").active("gone");

    Identity gone = home.find("gcloud:gone").shown();

    assertThat(gone.state()).isEqualTo(State.BROKEN);
    assertThat(ids(gone)).containsExactly("google.configuration-missing");
  }

  @Test
  void anEmptyConfigurationIsNotSignedIn() throws Exception {
    Identity shown = home.configuration("empty").find("gcloud:empty").shown();

    assertThat(shown.state()).isEqualTo(State.NEEDS_SIGN_IN);
    assertThat(ids(shown)).containsExactly("google.not-signed-in");
  }

  @Test
  void anAccountWithoutCredentialsIsNotSignedInAndTheFindingSaysWhereWeLooked() throws Exception {
    Identity shown =
        home.configuration("demo", "[core]", "account = ada@example.com")
            .find("gcloud:demo")
            .shown();

    assertThat(shown.state()).isEqualTo(State.NEEDS_SIGN_IN);
    assertThat(shown.principal()).isEqualTo("ada@example.com");
    assertThat(shown.findings().getFirst().because().getFirst())
        .contains(Path.of("legacy_credentials", "ada@example.com", "adc.json").toString());
  }

  @Test
  void aSignedInUserIsReadyAndItsAudienceCannotBeChosen() throws Exception {
    home.configuration("demo", "[core]", "account = ada@example.com", "project = p1");
    home.account("ada@example.com", GcloudHome.user(TOKEN_URI));

    GoogleIdentity identity = home.find("gcloud:demo");

    assertThat(identity.source())
        .isEqualTo(new GcloudAccount("demo", "ada@example.com", GcloudAccount.Login.USER));
    assertThat(identity.project()).isEqualTo("p1");
    assertThat(identity.shown().state()).isEqualTo(State.READY);
    assertThat(ids(identity.shown())).containsExactly("google.user-audience-fixed");
    assertThat(identity.shown().findings().getFirst().title()).contains(GcloudAccount.AUDIENCE);
  }

  @Test
  void anAccountOfAWorkforcePoolIsFoundInItsFolderWithoutColons() throws Exception {
    String account = "principal://iam.googleapis.com/locations/global/workforcePools/p/subject/ada";
    home.configuration("demo", "[core]", "account = " + account);
    home.account(
        account.replace(":", ""),
        "{\"type\":\"external_account_authorized_user\",\"audience\":\"//a\"}");

    GoogleIdentity identity = home.find("gcloud:demo");

    assertThat(identity.shown().kind()).isEqualTo("workforce-user");
    assertThat(ids(identity.shown())).containsExactly("google.no-id-token-from-federation");
  }

  @Test
  void anAccountCannotLeadOutOfTheFolderOfCredentials() throws Exception {
    home.file("stolen/adc.json", GcloudHome.user(TOKEN_URI));
    home.configuration("demo", "[core]", "account = ../../../stolen");

    assertThat(home.find("gcloud:demo").shown().state()).isEqualTo(State.NEEDS_SIGN_IN);
  }

  @Test
  void anOverridingKeyComesBeforeTheAccountAndTheTokenHostBeforeTheKeys() throws Exception {
    Path key = home.file("key.json", GcloudHome.serviceAccount(RUNNER, TOKEN_URI));
    home.configuration(
        "demo",
        "[core]",
        "account = ada@example.com",
        "[auth]",
        "credential_file_override = " + key,
        "token_host: http://127.0.0.1:1/token");

    GoogleIdentity identity = home.find("gcloud:demo");

    assertThat(identity.source())
        .isEqualTo(
            new ServiceAccountKey(
                CredentialPlace.of(key), RUNNER, "k1", "http://127.0.0.1:1/token"));
    assertThat(identity.shown().principal()).isEqualTo(RUNNER);
    assertThat(identity.shown().findings())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.id()).isEqualTo("fossil.service-account-key");
              assertThat(finding.severity()).isEqualTo(Severity.INFO);
            });
  }

  @Test
  void aVariableComesBeforeTheFileAndAnEmptyOneHidesIt() throws Exception {
    home.configuration(
        "demo", "[core]", "project = of-file", "[auth]", "impersonate_service_account = " + TARGET);
    home.variable("CLOUDSDK_CORE_PROJECT", "of-variable")
        .variable("CLOUDSDK_AUTH_IMPERSONATE_SERVICE_ACCOUNT", "");

    GoogleIdentity identity = home.find("gcloud:demo");

    assertThat(identity.project()).isEqualTo("of-variable");
    assertThat(identity.impersonate()).isEmpty();
  }

  @Test
  void theImpersonationPropertyIsAChainWhichGcloudsIdentityTokenIgnores() throws Exception {
    home.configuration(
        "demo",
        "[core]",
        "account = ada@example.com",
        "[auth]",
        "impersonate_service_account = a@p.iam.gserviceaccount.com, " + TARGET);
    home.account("ada@example.com", GcloudHome.user(TOKEN_URI));

    GoogleIdentity identity = home.find("gcloud:demo");

    assertThat(identity.impersonate()).containsExactly("a@p.iam.gserviceaccount.com", TARGET);
    assertThat(identity.shown().principal()).isEqualTo(TARGET);
    assertThat(ids(identity.shown())).containsExactly("google.impersonation-property-ignored");
  }

  @Test
  void endpointOverridesComeFromFileAndVariables() throws Exception {
    home.configuration("demo", "[api_endpoint_overrides]", "iamcredentials = http://127.0.0.1:1/");
    home.variable("CLOUDSDK_API_ENDPOINT_OVERRIDES_STORAGE", "http://127.0.0.1:2/storage/v1/")
        .variable("CLOUDSDK_CORE_UNIVERSE_DOMAIN", "example-universe.goog");

    GoogleEndpoints endpoints = home.find("gcloud:demo").endpoints();

    assertThat(endpoints.of("iamcredentials")).isEqualTo("http://127.0.0.1:1");
    assertThat(endpoints.of("storage")).isEqualTo("http://127.0.0.1:2/storage/v1");
    assertThat(endpoints.of("sts")).isEqualTo("https://sts.example-universe.goog");
  }

  @Test
  void aKeyFileThatIsNoneOrOfAnUnknownTypeIsAFinding() throws Exception {
    Path broken = Files.writeString(folder.resolve("broken.json"), "{");
    Path odd = Files.writeString(folder.resolve("odd.json"), "{\"type\": \"odd\"}");
    home.configuration("broken", "[auth]", "credential_file_override = " + broken);
    home.configuration("odd", "[auth]", "credential_file_override = " + odd);

    assertThat(ids(home.find("gcloud:broken").shown()))
        .contains("google.credential-file-unreadable");
    assertThat(ids(home.find("gcloud:odd").shown())).contains("google.credential-type-unknown");
  }

  @Test
  void aMissingKeyFileIsAFindingThatNamesIt() throws Exception {
    home.configuration("demo", "[auth]", "credential_file_override = /nowhere/key.json");

    Identity shown = home.find("gcloud:demo").shown();

    assertThat(shown.state()).isEqualTo(State.BROKEN);
    assertThat(ids(shown)).containsExactly("google.credential-file-missing");
    assertThat(shown.findings().getFirst().title()).contains("/nowhere/key.json");
  }

  @Test
  void aCutKeyFileIsAFindingThatNamesThePlaceAndNothingOfTheContent() throws Exception {
    String json = GcloudHome.serviceAccount(RUNNER, TOKEN_URI);
    Path key = home.file("cut.json", json.substring(0, json.length() / 2));

    Identity shown = home.find("key:" + key).shown();

    assertThat(shown.state()).isEqualTo(State.BROKEN);
    assertThat(shown.findings())
        .singleElement()
        .extracting(Finding::title)
        .asString()
        .contains(key.toString(), "line 2")
        .doesNotContain(GcloudHome.privateKey().substring(0, 20));
  }

  @Test
  void aKeyWithoutAnEmailSaysWhatIsMissing() throws Exception {
    Path key = home.file("key.json", "{\"type\":\"service_account\",\"private_key\":\"x\"}");

    assertThat(home.find("key:" + key).shown().findings().getFirst().title())
        .isEqualTo(key + " has no \"client_email\".");
  }

  @Test
  void aConfigurationThatIsNoIniFileNamesTheLine() throws Exception {
    home.configuration("demo", "[core]", "project = p", "nonsense");

    Identity shown = home.find("gcloud:demo").shown();

    assertThat(shown.state()).isEqualTo(State.BROKEN);
    assertThat(shown.findings().getFirst().title()).contains("config_demo, line 3,");
  }

  @Test
  void listingKeepsNoSecret() throws Exception {
    home.configuration("user", "[core]", "account = ada@example.com")
        .account("ada@example.com", GcloudHome.user(TOKEN_URI))
        .applicationDefault(GcloudHome.user(TOKEN_URI));
    Path key = home.file("key.json", GcloudHome.serviceAccount(RUNNER, TOKEN_URI));
    home.configuration("key", "[auth]", "credential_file_override = " + key);

    String listed = new GoogleIdentities(home.machine()).all().toString();

    assertThat(listed)
        .contains(RUNNER, "ada@example.com")
        .doesNotContain(GcloudHome.CANARY)
        .doesNotContain(GcloudHome.privateKey().substring(40, 80));
  }

  @Test
  void readingLeavesGcloudsFolderAsItWas() throws Exception {
    home.configuration("one").active("one");

    var before = Files.readAllLines(home.root().resolve("active_config"));
    all();

    assertThat(Files.readAllLines(home.root().resolve("active_config"))).isEqualTo(before);
    assertThat(home.root().toFile().list())
        .containsExactlyInAnyOrder("active_config", "configurations");
  }

  private List<Identity> all() {
    return new GoogleIdentities(home.machine()).all().stream().map(GoogleIdentity::shown).toList();
  }

  private List<String> active() {
    return all().stream().filter(Identity::active).map(Identity::id).toList();
  }

  private static List<String> ids(Identity identity) {
    return identity.findings().stream().map(Finding::id).toList();
  }
}
