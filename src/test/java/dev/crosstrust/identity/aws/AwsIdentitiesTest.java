package dev.crosstrust.identity.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.finding.Finding;
import dev.crosstrust.identity.Identity;
import dev.crosstrust.identity.Identity.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AwsIdentitiesTest {
  private static final String SECRET = "s".repeat(40);
  private static final String PAIR =
      "aws_access_key_id = AKIDEXAMPLE\naws_secret_access_key = " + SECRET + "\n";
  private static final InstantSource NOW =
      InstantSource.fixed(Instant.parse("2026-11-21T12:00:00Z"));

  @TempDir Path folder;
  private TestHome home;

  @BeforeEach
  void emptyHome() {
    home = new TestHome(folder);
  }

  @Test
  void aHomeWithoutFilesHasNobody() {
    assertThat(all()).isEmpty();
  }

  @Test
  void aPairOfKeysIsReadyAndItsSecretsAreNotKept() {
    home.credentials(
        "[default]\n" + PAIR + "[temporary]\n" + PAIR + "aws_session_token = tttttttt");
    assertThat(shown("default"))
        .returns("static-keys", Identity::kind)
        .returns(State.READY, Identity::state)
        .returns("AKIDEXAMPLE", Identity::principal)
        .returns(true, Identity::active)
        .extracting(Identity::source)
        .asString()
        .endsWith("credentials, line 1");
    assertThat(shown("temporary"))
        .returns("session-keys", Identity::kind)
        .returns(false, Identity::active);
    assertThat(all().toString()).doesNotContain(SECRET, "tttttttt");
    AwsProfile profile = ProfileFiles.read(home.machine()).profile("default").orElseThrow();
    assertThat(profile.toString()).contains("aws_secret_access_key").doesNotContain(SECRET);
  }

  @ParameterizedTest
  @CsvSource({
    "aws_access_key_id, aws_secret_access_key",
    "aws_secret_access_key, aws_access_key_id"
  })
  void halfAPairIsIncomplete(String there, String missing) {
    home.credentials("[half]\n%s = abcdefgh\n".formatted(there));
    assertBroken("half", "aws.profile-incomplete", missing + " is missing");
  }

  @Test
  void aRoleIsAsReadyAsItsSource() {
    home.credentials("[keys]\n" + PAIR)
        .config(
            """
            [profile dev]
            role_arn = arn:aws:iam::111122223333:role/Dev
            source_profile = keys
            [profile deep]
            role_arn = arn:aws:iam::111122223333:role/Deep
            source_profile = dev
            [profile unsigned]
            role_arn = arn:aws:iam::111122223333:role/Dev
            source_profile = corp
            [profile corp]
            sso_session = corp
            sso_account_id = 111122223333
            sso_role_name = Reader
            [sso-session corp]
            sso_region = eu-west-1
            sso_start_url = https://example.awsapps.com/start
            """);
    assertThat(shown("deep"))
        .returns("assumed-role", Identity::kind)
        .returns(State.READY, Identity::state)
        .returns("arn:aws:iam::111122223333:role/Deep", Identity::principal);
    assertThat(shown("unsigned").state()).isEqualTo(State.NEEDS_SIGN_IN);
    assertThat(ids("unsigned")).containsExactly("aws.profile-sso-expired");
  }

  @Test
  void rolesThatBorrowFromEachOtherAreALoop() {
    home.config(
        """
        [profile a]
        role_arn = arn:aws:iam::111122223333:role/A
        source_profile = b
        [profile b]
        role_arn = arn:aws:iam::111122223333:role/B
        source_profile = a
        """);
    assertBroken("a", "aws.profile-loop", "a → b → a");
    assertBroken("b", "aws.profile-loop", "b → a → b");
  }

  @Test
  void aRoleMayBorrowTheKeysBesideIt() {
    home.config(
        "[profile self]\nrole_arn = arn:aws:iam::111122223333:role/A\nsource_profile = self\n"
            + PAIR);
    assertThat(shown("self")).returns(State.READY, Identity::state);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "role_arn = arn:aws:iam::111122223333:role/A",
        "role_arn = arn:aws:iam::111122223333:role/A\nsource_profile = nobody",
        "role_arn = arn:aws:iam::111122223333:role/A\nsource_profile = default",
        "role_arn = arn:aws:iam::1:role/A\nsource_profile = b\ncredential_source = Environment",
        "role_arn = arn:aws:iam::111122223333:role/A\ncredential_source = Environment",
        "role_arn = arn:aws:iam::111122223333:role/A\ncredential_source = Moon",
        "role_arn = arn:aws:iam::111122223333:role/A\nweb_identity_token_file = /nowhere/token",
        "web_identity_token_file = /nowhere/token",
        "source_profile = default",
        "sso_session = nowhere\nsso_account_id = 111122223333\nsso_role_name = R",
        "sso_start_url = https://x.awsapps.com/start\nsso_region = eu-west-1",
      })
  void whatLacksAPartIsIncomplete(String settings) {
    home.config("[default]\nregion = eu-west-1\n[profile it]\n" + settings + "\n");
    assertThat(shown("it").state()).isEqualTo(State.BROKEN);
    assertThat(ids("it")).containsExactly("aws.profile-incomplete");
    assertThat(shown("it").findings().getFirst().because().getFirst()).endsWith("config, line 3");
  }

  @Test
  void aTokenFileMakesAWebIdentity() {
    home.file("token", "abc")
        .config(
            """
            [profile gke]
            role_arn = arn:aws:iam::111122223333:role/Gke
            web_identity_token_file = ~/token
            """);
    assertThat(shown("gke"))
        .returns("web-identity", Identity::kind)
        .returns(State.READY, Identity::state);
  }

  @Test
  void anMfaDeviceIsWarnedOfAndNotCalledReady() {
    home.credentials("[keys]\n" + PAIR)
        .config(
            """
            [profile mfa]
            role_arn = arn:aws:iam::111122223333:role/Dev
            source_profile = keys
            mfa_serial = arn:aws:iam::111122223333:mfa/me
            """);
    assertThat(shown("mfa").state()).isEqualTo(State.UNKNOWN);
    assertThat(ids("mfa")).containsExactly("aws.profile-mfa-ignored");
  }

  @ParameterizedTest
  @CsvSource({
    "'\"expiresAt\":\"2026-11-21T13:00:00Z\"', READY",
    "'\"expiresAt\":\"2026-11-21T13:00:00UTC\"', READY",
    "'\"expiresAt\":\"2026-11-21T11:00:00Z\"', NEEDS_SIGN_IN",
    "'\"expiresAt\":\"2026-11-21T11:00:00Z\",\"refreshToken\":\"rrrrrrrr\"', NEEDS_SIGN_IN",
    "'\"expiresAt\":\"2026-11-21T11:00:00Z\",\"refreshToken\":\"rrrrrrrr\",\"clientId\":\"c\",\"clientSecret\":\"cccccccc\",\"registrationExpiresAt\":\"2027-01-01T00:00:00Z\"',"
        + " READY",
    "'\"expiresAt\":\"2026-11-21T11:00:00Z\",\"refreshToken\":\"rrrrrrrr\",\"clientId\":\"c\","
        + "\"clientSecret\":\"cccccccc\",\"registrationExpiresAt\":\"2026-11-01T00:00:00Z\"',"
        + " NEEDS_SIGN_IN",
    "'\"expiresAt\":\"soon\"', NEEDS_SIGN_IN",
  })
  void singleSignOnIsReadyWhileItsTokenIsOrCanBeRenewed(String members, State expected) {
    home.config(
            """
            [profile corp]
            sso_session = corp
            sso_account_id = 111122223333
            sso_role_name = Reader
            [sso-session corp]
            sso_region = eu-west-1
            sso_start_url = https://example.awsapps.com/start
            """)
        .ssoToken("corp", "{\"accessToken\":\"aaaaaaaa\"," + members + "}");
    assertThat(shown("corp"))
        .returns(expected, Identity::state)
        .returns("111122223333/Reader", Identity::principal);
    assertThat(ids("corp"))
        .isEqualTo(expected == State.READY ? List.of() : List.of("aws.profile-sso-expired"));
    assertThat(all().toString()).doesNotContain("aaaaaaaa", "rrrrrrrr", "cccccccc");
  }

  @Test
  void theOlderSingleSignOnIsNamedByItsUrlAndNeverRenewed() {
    String url = "https://example.awsapps.com/start";
    home.config(
            """
            [profile old]
            sso_start_url = https://example.awsapps.com/start
            sso_region = eu-west-1
            sso_account_id = 111122223333
            sso_role_name = Reader
            """)
        .ssoToken(
            url,
            """
            {"accessToken":"a","expiresAt":"2026-11-21T11:00:00Z","refreshToken":"r",
             "clientId":"c","clientSecret":"s"}\
            """);
    assertThat(shown("old").state()).isEqualTo(State.NEEDS_SIGN_IN);
    home.ssoToken(url, "{\"accessToken\":\"a\",\"expiresAt\":\"2026-11-21T12:01:00Z\"}");
    assertThat(shown("old").state()).isEqualTo(State.READY);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-21T12:10:00Z, false, READY",
    "2026-11-21T11:00:00Z, false, NEEDS_SIGN_IN",
    "2026-11-21T11:00:00Z, true, READY",
    "2026-11-20T23:00:00Z, true, NEEDS_SIGN_IN",
  })
  void aLoginLastsAsLongAsItCanBeRenewed(String expiresAt, boolean refresh, State expected) {
    String user = "arn:aws:iam::111122223333:user/me";
    home.config("[profile me]\nlogin_session = " + user + "\n");
    assertThat(ids("me")).containsExactly("aws.profile-login-expired");
    home.login(
        user,
        """
        {"accessToken":{"accessKeyId":"ASIAX","secretAccessKey":"ssssssss","expiresAt":"%s"}%s}\
        """
            .formatted(
                expiresAt,
                refresh ? ",\"refreshToken\":\"r\",\"clientId\":\"c\",\"dpopKey\":\"k\"" : ""));
    assertThat(shown("me"))
        .returns(expected, Identity::state)
        .returns(user, Identity::principal)
        .returns("login", Identity::kind);
  }

  @Test
  void aProgramIsShownWithoutItsSecretsAndNotRun() {
    home.config(
        "[profile vault]\ncredential_process = touch %s password=hunter2hunter2\n"
            .formatted(folder.resolve("was-run")));
    assertThat(shown("vault").state()).isEqualTo(State.UNKNOWN);
    assertThat(ids("vault")).containsExactly("aws.profile-runs-command");
    assertThat(all().toString()).contains("touch").doesNotContain("hunter2hunter2");
    assertThat(folder.resolve("was-run")).doesNotExist();
  }

  @Test
  void droppedSectionsAreListedWithFileAndLine() {
    home.config(
            """
            [default]
            region = eu-west-1
            [work]
            region = eu-west-1
            [profile "quoted"]
            region = eu-west-1
            [profile two words]
            region = eu-west-1
            [plugins]
            cli_legacy_plugin_path = x
            [services s]
            sts =
              endpoint_url = https://sts.example
            """)
        .credentials("[profile store]\n" + PAIR + "[fine]\n" + PAIR);
    assertThat(all())
        .extracting(identity -> identity.shown().id())
        .containsExactly(
            "aws:default", "aws:fine", "aws:work", "aws:quoted", "aws:two words", "aws:store");
    assertBroken("work", "aws.profile-section-dropped", "[work]");
    assertThat(shown("work").findings().getFirst().because())
        .satisfies(lines -> assertThat(lines.getFirst()).endsWith("config, line 3"))
        .contains("in the config file a profile's section is written [profile work]");
    assertBroken("store", "aws.profile-section-dropped", "[profile store]");
    assertBroken("quoted", "aws.profile-section-dropped", "quoted");
    assertBroken("two words", "aws.profile-section-dropped", "two words");
  }

  @Test
  void aSectionDroppedInOneFileIsSaidOfTheProfileOfTheOther() {
    home.config("[profile it]\nregion = eu-west-1\n").credentials("[profile it]\n" + PAIR);
    assertThat(ids("it")).containsExactly("aws.profile-incomplete", "aws.profile-section-dropped");
  }

  @Test
  void aBrokenFileIsAFindingWithItsLineAndBreaksEverything() {
    home.config("[profile a]\nregion = eu-west-1\n[profile b\nregion = x\n")
        .credentials("[default]\n" + PAIR);
    assertThat(all()).extracting(identity -> identity.shown().state()).containsOnly(State.BROKEN);
    assertBroken("a", "aws.profile-file-broken", "cannot be read");
    assertThat(shown("default").findings().getFirst().because().getFirst())
        .endsWith("Profile definition must end with ']' on line 3");
  }

  @Test
  void filesThatAreNoTextAreAFinding() throws IOException {
    Files.createDirectories(folder.resolve(".aws"));
    Files.write(folder.resolve(".aws/config"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
    assertBroken("default", "aws.profile-file-broken", "cannot be read");
  }

  @Test
  void anEndpointOfDefaultThatRolesWouldTakeIsWarnedOf() {
    home.credentials("[keys]\n" + PAIR)
        .config(
            """
            [default]
            endpoint_url = http://127.0.0.1:4566
            [profile dev]
            role_arn = arn:aws:iam::111122223333:role/Dev
            source_profile = keys
            [profile own]
            role_arn = arn:aws:iam::111122223333:role/Dev
            source_profile = keys
            endpoint_url = http://127.0.0.1:1
            """);
    assertThat(ids("dev")).containsExactly("aws.profile-endpoint-leaks");
    assertThat(ids("own")).isEmpty();
  }

  @Test
  void theEnvironmentsKeysComeBeforeProfiles() {
    home.credentials("[default]\n" + PAIR);
    List<AwsIdentity> all =
        all(Map.of("AWS_ACCESS_KEY_ID", "AKIDENV", "AWS_SECRET_ACCESS_KEY", SECRET));
    assertThat(all.getFirst().shown())
        .returns("aws-env", Identity::id)
        .returns(State.READY, Identity::state)
        .returns(true, Identity::active);
    assertThat(all.getLast().shown().active()).isFalse();
    assertThat(all.toString()).doesNotContain(SECRET);
  }

  @Test
  void halfAPairInTheEnvironmentIsIncomplete() {
    AwsIdentity environment = all(Map.of("AWS_ACCESS_KEY_ID", "AKIDENV")).getFirst();
    assertThat(environment.shown().state()).isEqualTo(State.BROKEN);
  }

  @Test
  void filesAndProfileAreWhereTheEnvironmentSays() {
    home.file("else/config", "[profile chosen]\nregion = eu-west-1\n");
    List<AwsIdentity> all =
        all(
            Map.of(
                "AWS_CONFIG_FILE",
                folder.resolve("else/config").toString(),
                "AWS_PROFILE",
                "chosen"));
    assertThat(all).singleElement().extracting(it -> it.shown().active()).isEqualTo(true);
  }

  @Test
  void theProfileThatIsNamedAndNotThereIsListedAsBroken() {
    home.config("[profile other]\nregion = eu-west-1\n");
    AwsIdentity nope = all(Map.of("AWS_PROFILE", "nope")).getLast();
    assertThat(nope.shown())
        .returns("aws:nope", Identity::id)
        .returns(State.BROKEN, Identity::state)
        .returns("AWS_PROFILE", Identity::source)
        .returns(true, Identity::active);
    assertThat(nope.shown().findings())
        .singleElement()
        .returns("aws.profile-incomplete", Finding::id)
        .extracting(Finding::title)
        .asString()
        .startsWith("AWS_PROFILE names the profile nope, which is in neither");
    assertThat(all(Map.of("AWS_PROFILE", "other"))).hasSize(1);
  }

  private List<AwsIdentity> all() {
    return all(Map.of());
  }

  private List<AwsIdentity> all(Map<String, String> environment) {
    return new AwsIdentities(home.machine(environment), NOW).all();
  }

  private Identity shown(String profile) {
    return new AwsIdentities(home.machine(), NOW).find("aws:" + profile).orElseThrow().shown();
  }

  private List<String> ids(String profile) {
    return shown(profile).findings().stream().map(Finding::id).toList();
  }

  private void assertBroken(String profile, String id, String title) {
    assertThat(shown(profile).state()).isEqualTo(State.BROKEN);
    assertThat(shown(profile).findings())
        .anySatisfy(
            finding -> {
              assertThat(finding.id()).isEqualTo(id);
              assertThat(finding.title()).contains(title);
            });
  }
}
