package dev.crosstrust.exchange.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.credential.AwsCredentials;
import dev.crosstrust.evidence.Leg;
import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.evidence.Outcome.Breakage;
import dev.crosstrust.evidence.Outcome.Breakage.Kind;
import dev.crosstrust.evidence.Outcome.Broken;
import dev.crosstrust.evidence.Outcome.Done;
import dev.crosstrust.evidence.Outcome.Refused;
import dev.crosstrust.identity.Machine;
import dev.crosstrust.identity.aws.AwsIdentities;
import dev.crosstrust.identity.aws.AwsIdentity;
import dev.crosstrust.identity.aws.TestHome;
import dev.crosstrust.secret.Secret;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProfileCredentialsTest {
  private static final InstantSource NOW =
      InstantSource.fixed(Instant.parse("2026-11-21T12:00:00Z"));
  private static final String SECRET = "keepthissecretkeepthissecret";
  private static final String PAIR =
      "aws_access_key_id = AKIDSOURCE\naws_secret_access_key = " + SECRET + "\n";
  private static final String ROLE = "arn:aws:iam::111122223333:role/Dev";
  private static final String GIVEN =
      """
      <Credentials><AccessKeyId>ASIAROLE</AccessKeyId><SecretAccessKey>rolesecretrolesecret\
      </SecretAccessKey><SessionToken>rolesessionrolesession</SessionToken>\
      <Expiration>2026-11-21T13:00:00Z</Expiration></Credentials>\
      """;
  private static final String ASSUMED =
      "<AssumeRoleResponse><AssumeRoleResult>%s</AssumeRoleResult></AssumeRoleResponse>"
          .formatted(GIVEN);
  private static final AwsCredentials OF_ROLE =
      new AwsCredentials(
          "ASIAROLE",
          Secret.of("rolesecretrolesecret"),
          Secret.of("rolesessionrolesession"),
          Instant.parse("2026-11-21T13:00:00Z"));

  @TempDir Path folder;
  private final Map<String, String> environment = new HashMap<>();
  private TestHome home;
  private Fake aws;

  @BeforeEach
  void start() throws IOException {
    home = new TestHome(folder);
    aws = new Fake();
    environment.put("AWS_ENDPOINT_URL", aws.origin().toString());
  }

  @AfterEach
  void stop() {
    aws.close();
  }

  @Test
  void keysAreReadWhereTheyAreWritten() {
    home.credentials("[keys]\n" + PAIR + "aws_session_token = tttttttttt\n");
    assertThat(of("aws:keys"))
        .isEqualTo(
            Outcome.done(
                new AwsCredentials(
                    "AKIDSOURCE", Secret.of(SECRET), Secret.of("tttttttttt"), null)));
    assertThat(of("aws:keys").toString()).doesNotContain(SECRET, "tttttttttt");
  }

  @Test
  void theEnvironmentsKeysBearTheirEnd() {
    environment.put("AWS_ACCESS_KEY_ID", "ASIAENV");
    environment.put("AWS_SECRET_ACCESS_KEY", SECRET);
    environment.put("AWS_CREDENTIAL_EXPIRATION", "2026-11-21T13:00:00Z");
    assertThat(of("aws-env"))
        .isEqualTo(
            Outcome.done(
                new AwsCredentials(
                    "ASIAENV", Secret.of(SECRET), null, Instant.parse("2026-11-21T13:00:00Z"))));
  }

  @Test
  void aChainOfRolesIsWalkedLegByLeg() {
    home.credentials("[keys]\n" + PAIR)
        .config(
            """
            [profile first]
            role_arn = arn:aws:iam::111122223333:role/First
            source_profile = keys
            external_id = ext-1
            duration_seconds = 900
            [profile second]
            role_arn = arn:aws:iam::444455556666:role/Second
            source_profile = first
            role_session_name = me
            """);
    aws.xml(200, ASSUMED.replace("ASIAROLE", "ASIAFIRST")).xml(200, ASSUMED);
    assertThat(of("aws:second")).isEqualTo(Outcome.done(OF_ROLE));
    assertThat(aws.asked.getFirst().body())
        .contains(
            "role%2FFirst", "ExternalId=ext-1", "DurationSeconds=900", "SessionName=crosstrust");
    assertThat(aws.asked.getFirst().headers().get("authorization").getFirst())
        .contains("Credential=AKIDSOURCE/");
    assertThat(aws.asked.getLast().body()).contains("role%2FSecond", "RoleSessionName=me");
    assertThat(aws.asked.getLast().headers().get("authorization").getFirst())
        .contains("Credential=ASIAFIRST/");
    assertThat(aws.legs()).extracting(Leg::name).containsExactly("sign-in", "sign-in");
    assertThat(aws.legs().toString())
        .doesNotContain(SECRET, "rolesecretrolesecret", "rolesessionrolesession");
  }

  @Test
  void anEndpointOfDefaultDoesNotLeakIntoARole() throws IOException {
    environment.clear();
    try (Fake leaked = new Fake()) {
      home.config(
          """
          [default]
          endpoint_url = %s
          [profile keys]
          endpoint_url = %s
          %s
          [profile dev]
          role_arn = %s
          source_profile = keys
          """
              .formatted(leaked.origin(), aws.origin(), PAIR, ROLE));
      aws.xml(200, ASSUMED);
      assertThat(of("aws:dev")).isEqualTo(Outcome.done(OF_ROLE));
      assertThat(leaked.asked).isEmpty();
    }
  }

  @Test
  void aRefusedRoleIsARefusal() {
    home.config("[profile dev]\nrole_arn = %s\nsource_profile = dev\n%s".formatted(ROLE, PAIR));
    aws.error(403, "AccessDenied", "User: x is not authorized to perform: sts:AssumeRole");
    assertThat(of("aws:dev")).isInstanceOf(Refused.class);
  }

  @Test
  void aTokenFileIsTradedUnsigned() {
    String token = "h".repeat(20) + "." + "p".repeat(20) + "." + "s".repeat(20);
    home.file("token", token + "\n")
        .config("[profile gke]\nrole_arn = %s\nweb_identity_token_file = ~/token".formatted(ROLE));
    aws.xml(
        200,
        """
        <AssumeRoleWithWebIdentityResponse><AssumeRoleWithWebIdentityResult><AssumedRoleUser>\
        <Arn>arn:aws:sts::111122223333:assumed-role/Dev/crosstrust</Arn></AssumedRoleUser>%s\
        </AssumeRoleWithWebIdentityResult></AssumeRoleWithWebIdentityResponse>\
        """
            .formatted(GIVEN));
    assertThat(of("aws:gke")).isEqualTo(Outcome.done(OF_ROLE));
    assertThat(aws.asked.getFirst().headers()).doesNotContainKey("authorization");
    assertThat(aws.legs().getFirst().name()).isEqualTo("sign-in");
    assertThat(aws.legs().toString()).doesNotContain(token);
  }

  @Test
  void aWrongSettingIsBrokenHereAndNothingIsCalled() {
    environment.put("AWS_ENDPOINT_URL", "http://sts.example");
    home.config("[profile dev]\nrole_arn = %s\nsource_profile = dev\n%s".formatted(ROLE, PAIR));
    assertThat(breakage(of("aws:dev")))
        .isEqualTo(
            new Breakage(
                Kind.LOCAL,
                "the endpoint http://sts.example is neither https nor on this machine"));
  }

  @Test
  void whatCannotGiveCredentialsSaysWhy() {
    home.config(
        """
        [default]
        region = eu-west-1
        [profile half]
        aws_access_key_id = AKID
        [profile metal]
        role_arn = %s
        credential_source = Ec2InstanceMetadata
        """
            .formatted(ROLE));
    assertThat(breakage(of("aws:default")).message())
        .isEqualTo("profile default has no credentials");
    assertThat(breakage(of("aws:half")).message()).contains("aws_secret_access_key is missing");
    assertThat(breakage(of("aws:metal")).message()).contains("Ec2InstanceMetadata");
    assertThat(aws.asked).isEmpty();
  }

  @Test
  void aProgramIsShownAndNotRunWithoutConsent() {
    home.config(
        "[profile vault]\ncredential_process = touch %s\n".formatted(folder.resolve("ran")));
    assertThat(breakage(of("aws:vault")))
        .returns(Kind.LOCAL, Breakage::kind)
        .extracting(Breakage::message)
        .asString()
        .contains("with consent only: touch ");
    assertThat(folder.resolve("ran")).doesNotExist();
    assertThat(aws.legs()).isEmpty();
  }

  @Test
  void aProgramWithConsentGivesCredentialsAndALegWithoutThem() {
    home.file(
            "out.json",
            """
            {"Version":1,"AccessKeyId":"ASIAPROG","SecretAccessKey":"%s",
             "SessionToken":"tttttttttt","Expiration":"2026-11-21T14:00:00+01:00"}\
            """
                .formatted(SECRET))
        .config(
            "[profile vault]\ncredential_process = cat '%s'\n"
                .formatted(folder.resolve("out.json")));
    environment.put("PATH", "/usr/bin:/bin");
    assertThat(of("aws:vault", Consent.RUN_PROGRAM))
        .isEqualTo(
            Outcome.done(
                new AwsCredentials(
                    "ASIAPROG",
                    Secret.of(SECRET),
                    Secret.of("tttttttttt"),
                    Instant.parse("2026-11-21T13:00:00Z"))));
    assertThat(aws.legs())
        .singleElement()
        .returns("sign-in", Leg::name)
        .returns(0, Leg::status)
        .returns("run", leg -> leg.request().method());
    assertThat(aws.legs().toString()).contains("cat").doesNotContain(SECRET, "tttttttttt");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "exit 3|the program ended with exit code 3",
        "echo hello|what the program printed is not JSON",
        "echo '{}'|what the program printed does not say \"Version\": 1",
        "echo '{\"Version\":1,\"AccessKeyId\":\"A\"}'|what the program printed has no AccessKeyId"
            + " or no SecretAccessKey",
      })
  void aProgramThatFailsSaysHow(String command, String why) {
    home.config("[profile vault]\ncredential_process = " + command + "\n");
    environment.put("PATH", "/usr/bin:/bin");
    assertThat(breakage(of("aws:vault", Consent.RUN_PROGRAM)).message()).isEqualTo(why);
    assertThat(aws.legs()).singleElement().returns(Leg.Result.BROKEN, Leg::outcome);
  }

  private Outcome<AwsCredentials> of(String id) {
    return of(id, Consent.NONE);
  }

  private Outcome<AwsCredentials> of(String id, Consent consent) {
    Machine machine = home.machine(environment);
    AwsIdentity identity = new AwsIdentities(machine, NOW).find(id).orElseThrow();
    return new ProfileCredentials(aws.wire, machine, NOW).of(identity, consent);
  }

  private static Breakage breakage(Outcome<?> outcome) {
    assertThat(outcome).isInstanceOf(Broken.class).isNotInstanceOf(Done.class);
    return ((Broken<?>) outcome).breakage();
  }
}
