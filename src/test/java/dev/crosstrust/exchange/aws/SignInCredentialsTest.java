package dev.crosstrust.exchange.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.credential.AwsCredentials;
import dev.crosstrust.evidence.Leg;
import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.evidence.Outcome.Breakage.Kind;
import dev.crosstrust.evidence.Outcome.Broken;
import dev.crosstrust.evidence.Outcome.Refused;
import dev.crosstrust.identity.Machine;
import dev.crosstrust.identity.aws.AwsIdentities;
import dev.crosstrust.identity.aws.AwsIdentity;
import dev.crosstrust.identity.aws.TestHome;
import dev.crosstrust.secret.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sign-ins made with the AWS tools: IAM Identity Center and {@code aws login}. */
class SignInCredentialsTest {
  /** The true time, because the SDK's renewal of a login looks at no other clock. */
  private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

  private final Instant later = now.plus(1, ChronoUnit.HOURS);
  private final Instant earlier = now.minus(1, ChronoUnit.HOURS);
  private static final String USER = "arn:aws:iam::111122223333:user/me";
  private static final String CONFIG =
      """
      [profile corp]
      sso_session = corp
      sso_account_id = 111122223333
      sso_role_name = Reader
      [sso-session corp]
      sso_region = eu-west-1
      sso_start_url = https://example.awsapps.com/start
      [profile me]
      login_session = %s
      """
          .formatted(USER);
  private final AwsCredentials given =
      new AwsCredentials("ASIASSO", Secret.of("ssosecretsso"), Secret.of("ssosessionsso"), later);
  private final String roleCredentials =
      """
      {"roleCredentials":{"accessKeyId":"ASIASSO","secretAccessKey":"ssosecretsso",
       "sessionToken":"ssosessionsso","expiration":%d}}\
      """
          .formatted(later.toEpochMilli());

  @TempDir Path folder;
  private TestHome home;
  private Fake aws;

  @BeforeEach
  void start() throws IOException {
    home = new TestHome(folder).config(CONFIG);
    aws = new Fake();
  }

  @AfterEach
  void stop() {
    aws.close();
  }

  @Test
  void aValidTokenIsUsedAsItIs() {
    home.ssoToken("corp", token(later));
    aws.json(200, roleCredentials);
    assertThat(of("aws:corp")).isEqualTo(Outcome.done(given));
    assertThat(aws.asked.getFirst().path()).isEqualTo("/federation/credentials");
    assertThat(aws.asked.getFirst().query())
        .contains("account_id=111122223333", "role_name=Reader");
    assertThat(aws.asked.getFirst().headers())
        .doesNotContainKey("authorization")
        .extractingByKey("x-amz-sso_bearer_token")
        .asString()
        .contains("oldaccesstoken");
    assertThat(aws.legs().toString())
        .doesNotContain("oldaccesstoken", "ssosecretsso", "ssosessionsso");
  }

  @Test
  void anExpiredTokenIsRenewedInMemory() throws IOException {
    home.ssoToken("corp", token(earlier));
    String before = Files.readString(cache());
    aws.json(200, "{\"accessToken\":\"newaccesstoken\",\"expiresIn\":3600}")
        .json(200, roleCredentials);
    assertThat(of("aws:corp")).isEqualTo(Outcome.done(given));
    assertThat(aws.asked.getFirst().path()).isEqualTo("/token");
    assertThat(aws.asked.getFirst().body())
        .contains("\"refresh_token\"", "oldrefreshtoken", "clientsecret", "client-1");
    assertThat(aws.asked.getLast().headers().get("x-amz-sso_bearer_token"))
        .containsExactly("newaccesstoken");
    assertThat(Files.readString(cache())).isEqualTo(before);
    assertThat(aws.legs())
        .extracting(Leg::operation)
        .containsExactly("CreateToken", "GetRoleCredentials");
    assertThat(aws.legs().toString())
        .doesNotContain("oldrefreshtoken", "clientsecret", "newaccesstoken");
  }

  @Test
  void aReplacedRefreshTokenIsWrittenBackForTheOwnerOnly() throws IOException {
    home.ssoToken("corp", token(earlier));
    aws.json(
            200,
            """
            {"accessToken":"newaccesstoken","expiresIn":3600,"refreshToken":"newrefreshtoken"}\
            """)
        .json(200, roleCredentials);
    assertThat(of("aws:corp")).isEqualTo(Outcome.done(given));
    assertThat(Files.readString(cache()))
        .contains("newaccesstoken", "newrefreshtoken", later.toString(), "client-1", "startUrl")
        .doesNotContain("oldrefreshtoken");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(cache())))
        .isEqualTo("rw-------");
    assertThat(cache().getParent().toFile().list()).hasSize(1);
  }

  @Test
  void whatTheServiceNoLongerTakesNeedsASignIn() {
    home.ssoToken("corp", token(later));
    aws.coded(401, "UnauthorizedException", "{\"message\":\"Session token not found or invalid\"}");
    assertSignIn(of("aws:corp"), "aws sso login --profile corp");
    home.ssoToken("corp", token(earlier));
    aws.coded(400, "InvalidGrantException", "{\"message\":\"Invalid refresh token provided\"}");
    assertSignIn(of("aws:corp"), "aws sso login --profile corp");
  }

  @Test
  void aRoleThatIsNotAssignedIsARefusal() {
    home.ssoToken("corp", token(later));
    aws.coded(403, "ForbiddenException", "{\"message\":\"No access\"}");
    assertThat(of("aws:corp"))
        .isInstanceOfSatisfying(
            Refused.class,
            refused ->
                assertThat(((Refused<?>) refused).refusal().code())
                    .isEqualTo("ForbiddenException"));
  }

  @Test
  void withoutASignInNothingIsCalled() {
    assertSignIn(of("aws:corp"), "aws sso login --profile corp");
    assertSignIn(of("aws:me"), "aws login --profile me");
    assertThat(aws.asked).isEmpty();
  }

  @Test
  void aLoginsCredentialsAreTakenFromItsCache() throws GeneralSecurityException {
    home.login(USER, login(later));
    assertThat(of("aws:me"))
        .isEqualTo(
            Outcome.done(
                new AwsCredentials(
                    "ASIALOGIN", Secret.of("loginsecret"), Secret.of("loginsession"), later)));
    assertThat(aws.asked).isEmpty();
  }

  @Test
  void anOldLoginIsRenewedWithProofOfPossession() throws Exception {
    home.login(USER, login(earlier));
    aws.json(
        200,
        """
        {"accessToken":{"accessKeyId":"ASIANEW","secretAccessKey":"newsecretnew",
         "sessionToken":"newsessionnew"},"tokenType":"aws_sigv4","expiresIn":900,
         "refreshToken":"newrefreshtoken"}\
        """);
    assertThat(of("aws:me"))
        .isInstanceOfSatisfying(
            Outcome.Done.class,
            done ->
                assertThat(done.value().toString())
                    .contains("ASIANEW")
                    .doesNotContain("newsecretnew", "newsessionnew"));
    assertThat(aws.asked).hasSize(1);
    assertThat(aws.asked.getFirst().headers().get("dpop").getFirst()).startsWith("eyJ");
    assertThat(aws.asked.getFirst().body()).contains("oldrefreshtoken");
    Path cached =
        folder.resolve(".aws/login/cache").resolve(TestHome.hash("SHA-256", USER) + ".json");
    assertThat(Files.readString(cached)).contains("newrefreshtoken");
    assertThat(aws.legs()).singleElement().returns("sign-in", Leg::name);
    assertThat(aws.legs().toString())
        .doesNotContain(
            "oldrefreshtoken",
            "newrefreshtoken",
            "newsecretnew",
            "newsessionnew",
            aws.asked.getFirst().headers().get("dpop").getFirst());
  }

  @Test
  void aLoginThatIsOverNeedsASignIn() throws GeneralSecurityException {
    home.login(USER, login(earlier));
    aws.coded(
        403, "AccessDeniedException", "{\"error\":\"TOKEN_EXPIRED\",\"message\":\"expired\"}");
    assertSignIn(of("aws:me"), "aws login --profile me");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"not a key", "MAMCAQE=", "-----BEGIN X-----\\nMHcCAQEEIA==\\n-----END X-----"})
  void aLoginWhoseKeyCannotBeReadIsMendedBySigningInAgain(String key) {
    home.login(
        USER,
        """
        {"accessToken":{"accessKeyId":"A","secretAccessKey":"s","sessionToken":"t",
         "accountId":"111122223333","expiresAt":"%s"},"refreshToken":"r","clientId":"c",
         "dpopKey":"%s"}\
        """
            .formatted(earlier, key));
    assertSignIn(of("aws:me"), "aws login --profile me");
    assertThat(aws.asked).isEmpty();
  }

  private String token(Instant expiresAt) {
    return """
    {"startUrl":"https://example.awsapps.com/start","region":"eu-west-1",
     "accessToken":"oldaccesstoken","expiresAt":"%s","refreshToken":"oldrefreshtoken",
     "clientId":"client-1","clientSecret":"clientsecret",
     "registrationExpiresAt":"%s"}\
    """
        .formatted(expiresAt, now.plus(30, ChronoUnit.DAYS));
  }

  private static String login(Instant expiresAt) throws GeneralSecurityException {
    return """
    {"accessToken":{"accessKeyId":"ASIALOGIN","secretAccessKey":"loginsecret",
     "sessionToken":"loginsession","accountId":"111122223333","expiresAt":"%s"},
     "tokenType":"aws_sigv4","refreshToken":"oldrefreshtoken",
     "identityToken":"x","clientId":"arn:aws:signin:::devtools/same-device",
     "dpopKey":"%s"}\
    """
        .formatted(expiresAt, Sec1Key.jsonPem());
  }

  private Path cache() {
    return folder.resolve(".aws/sso/cache").resolve(TestHome.hash("SHA-1", "corp") + ".json");
  }

  private Outcome<AwsCredentials> of(String id) {
    Machine machine = home.machine(Map.of("AWS_ENDPOINT_URL", aws.origin().toString()));
    InstantSource clock = InstantSource.fixed(now);
    AwsIdentity identity = new AwsIdentities(machine, clock).find(id).orElseThrow();
    return new ProfileCredentials(aws.wire, machine, clock).of(identity);
  }

  private static void assertSignIn(Outcome<?> outcome, String command) {
    assertThat(outcome).isInstanceOf(Broken.class);
    assertThat(((Broken<?>) outcome).breakage().kind()).isEqualTo(Kind.NEEDS_SIGN_IN);
    assertThat(((Broken<?>) outcome).breakage().message()).endsWith(command);
  }
}
