package dev.crosstrust.sandbox.google;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.sandbox.google.policy.Roles;
import dev.crosstrust.sandbox.google.token.Scopes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class IamCredentialsTest {
  private static final String ID_TOKEN = "{\"audience\":\"sts.amazonaws.com\"}";
  private static final String ACCESS_TOKEN = "{\"scope\":[\"" + Scopes.CLOUD_PLATFORM + "\"]}";
  private static final Seed SEED = Seed.atNoon();

  private String fresh = "";
  private static int count;

  /** A target account on which nobody has a role yet. */
  @BeforeEach
  void makeTarget() {
    String name = "target-" + count++;
    SEED.cloud().directory().serviceAccount(name, Seed.PROJECT, "9" + count);
    fresh = name + "@demo-product-sbx.iam.gserviceaccount.com";
  }

  private static Call.Answer ask(String account, String method, String body) throws IOException {
    return SEED.call().post(path(account, method), SEED.tokenOf(Seed.RUNNER).value(), body);
  }

  private static String path(String account, String method) {
    return "/v1/projects/-/serviceAccounts/" + account + ":" + method;
  }

  private static JsonNode error(Call.Answer answer) {
    JsonNode error = answer.json().path("error");
    assertThat(error.path("code").asInt()).isEqualTo(answer.status());
    return error;
  }

  @ParameterizedTest
  @CsvSource({
    "roles/iam.serviceAccountTokenCreator,       200, 200",
    "roles/iam.serviceAccountOpenIdTokenCreator, 403, 200",
    "roles/iam.workloadIdentityUser,             200, 200",
    "roles/iam.serviceAccountUser,               403, 403",
  })
  void aRoleGivesItsPermissionsAndNoMore(String role, int accessToken, int idToken)
      throws IOException {
    SEED.cloud()
        .policies()
        .grant(SEED.cloud().serviceAccount(fresh), role, "serviceAccount:" + Seed.RUNNER);

    assertThat(ask(fresh, "generateAccessToken", ACCESS_TOKEN).status()).isEqualTo(accessToken);
    assertThat(ask(fresh, "generateIdToken", ID_TOKEN).status()).isEqualTo(idToken);
  }

  @Test
  void aBindingForSomebodyElseDoesNotHelp() throws IOException {
    SEED.cloud()
        .policies()
        .grant(SEED.cloud().serviceAccount(fresh), Roles.TOKEN_CREATOR, "user:" + Seed.USER);

    assertThat(ask(fresh, "generateIdToken", ID_TOKEN).status()).isEqualTo(403);
  }

  @Test
  void aRevokedBindingNoLongerHelps() throws IOException {
    String member = "serviceAccount:" + Seed.RUNNER;
    SEED.cloud().policies().grant(SEED.cloud().serviceAccount(fresh), Roles.TOKEN_CREATOR, member);
    SEED.cloud().policies().revoke(SEED.cloud().serviceAccount(fresh), Roles.TOKEN_CREATOR, member);

    assertThat(ask(fresh, "generateIdToken", ID_TOKEN).status()).isEqualTo(403);
  }

  @Test
  void theRefusalNamesThePermission() throws IOException {
    JsonNode error = error(ask(fresh, "generateIdToken", ID_TOKEN));

    assertThat(error.path("message").asString())
        .isEqualTo(
            "Permission 'iam.serviceAccounts.getOpenIdToken' denied on resource (or it may not"
                + " exist).");
    assertThat(error.path("status").asString()).isEqualTo("PERMISSION_DENIED");
    JsonNode info = error.path("details").path(0);
    assertThat(info.path("reason").asString()).isEqualTo("IAM_PERMISSION_DENIED");
    assertThat(info.path("metadata").path("permission").asString())
        .isEqualTo("iam.serviceAccounts.getOpenIdToken");
  }

  @Test
  void aDelegationChainHoldsOnlyIfEveryLinkDoes() throws IOException {
    SEED.cloud()
        .policies()
        .grant(
            SEED.cloud().serviceAccount(fresh),
            Roles.TOKEN_CREATOR,
            "serviceAccount:" + Seed.TARGET);
    String viaTarget =
        """
        {"audience":"a","delegates":["projects/-/serviceAccounts/%s"]}\
        """
            .formatted(Seed.TARGET);
    assertThat(ask(fresh, "generateIdToken", viaTarget).status()).isEqualTo(200);
    assertThat(ask(fresh, "generateIdToken", ID_TOKEN).status()).isEqualTo(403);

    SEED.cloud()
        .policies()
        .revoke(
            SEED.cloud().serviceAccount(fresh),
            Roles.TOKEN_CREATOR,
            "serviceAccount:" + Seed.TARGET);
    assertThat(ask(fresh, "generateIdToken", viaTarget).status()).isEqualTo(403);
  }

  @Test
  void aDelegateMustAllowImplicitDelegationNotOnlyItsOwnTokens() throws IOException {
    String user = "serviceAccount:" + Seed.RUNNER;
    SEED.cloud()
        .policies()
        .grant(SEED.cloud().serviceAccount(fresh), Roles.WORKLOAD_IDENTITY_USER, user);
    SEED.cloud()
        .policies()
        .grant(
            SEED.cloud().serviceAccount(Seed.TARGET),
            Roles.TOKEN_CREATOR,
            "serviceAccount:" + fresh);
    String viaFresh =
        """
        {"audience":"a","delegates":["projects/-/serviceAccounts/%s"]}\
        """
            .formatted(fresh);

    Call.Answer answer = ask(Seed.TARGET, "generateIdToken", viaFresh);

    assertThat(error(answer).path("message").asString()).contains("implicitDelegation");
  }

  @Test
  void anUnknownAccountIsNotFound() throws IOException {
    JsonNode error = error(ask("nobody@x.example", "generateIdToken", ID_TOKEN));

    assertThat(error.path("message").asString())
        .isEqualTo("Not found; Gaia id not found for email nobody@x.example");
    assertThat(error.path("status").asString()).isEqualTo("NOT_FOUND");
  }

  @Test
  void theAccountMayBeNamedByItsUniqueIdOrPercentEncoded() throws IOException {
    assertThat(ask(Seed.TARGET_ID, "generateIdToken", ID_TOKEN).status()).isEqualTo(200);
    assertThat(ask(Seed.TARGET.replace("@", "%40"), "generateIdToken", ID_TOKEN).status())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "{},                                   sub exp azp aud iss iat",
    "'{\"includeEmail\":true}',            sub exp azp aud iss iat email email_verified",
    "'{\"includeEmail\":false,\"delegates\":null,\"organizationNumberIncluded\":true}',"
        + " sub exp azp aud iss iat google",
  })
  void theIdTokenCarriesWhatWasAskedFor(String options, String names) throws IOException {
    String body = options.equals("{}") ? ID_TOKEN : withAudience(options);
    assertThat(ask(Seed.TARGET, "generateIdToken", body).claims("token"))
        .containsOnlyKeys(names.split(" "))
        .containsEntry("aud", "sts.amazonaws.com")
        .containsEntry("azp", Seed.TARGET_ID)
        .containsEntry("sub", Seed.TARGET_ID);
  }

  @Test
  void theAzpIsTheEmailOnRequest() throws IOException {
    String body = withAudience("{\"useEmailAzp\":true}");
    assertThat(ask(Seed.TARGET, "generateIdToken", body).claims("token"))
        .containsEntry("azp", Seed.TARGET)
        .containsEntry("sub", Seed.TARGET_ID);
  }

  private static String withAudience(String options) {
    return ID_TOKEN.replace("}", ",") + options.substring(1);
  }

  @Test
  void anAccessTokenLivesAsLongAsAskedAndIsTheTargets() throws IOException {
    String body = ACCESS_TOKEN.replace("}", ",\"lifetime\":\"300s\"}");
    Call.Answer answer = ask(Seed.TARGET, "generateAccessToken", body);

    assertThat(answer.text("expireTime")).isEqualTo("2026-11-21T12:05:00Z");
    assertThat(SEED.cloud().accessTokens().find(answer.text("accessToken")).orElseThrow().holder())
        .extracting(holder -> holder.called())
        .isEqualTo(Seed.TARGET);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0s    | Lifetime of access token must be larger then zero.
          3601s | Access tokens for service account poc-gcp-to-aws-sa@demo-product-sbx.iam.gserviceaccount.com can not have lifetimes of more than 1 hour. Use the Org Policy Constraint constraints/iam.allowServiceAccountCredentialLifetimeExtension to allow up to 12 hours.
          1h    | Invalid value at 'lifetime' (type.googleapis.com/google.protobuf.Duration), Field 'lifetime', Illegal duration format; duration must end with 's'
          """)
  void otherLifetimesAreRefused(String lifetime, String message) throws IOException {
    String body = ACCESS_TOKEN.replace("}", ",\"lifetime\":\"" + lifetime + "\"}");
    JsonNode error = error(ask(Seed.TARGET, "generateAccessToken", body));

    assertThat(error.path("message").asString()).isEqualTo(message);
    assertThat(error.path("status").asString()).isEqualTo("INVALID_ARGUMENT");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"scope\":[]}", "{\"scope\":[\"bogus\"]}"})
  void anAccessTokenNeedsScopes(String body) throws IOException {
    assertThat(error(ask(Seed.TARGET, "generateAccessToken", body)).path("message").asString())
        .isEqualTo("Request contains an invalid argument.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "{", "{\"audience\":1}", "{\"audience\":\"a\",\"x\":1}"})
  void aBodyThatIsNotTheMessageIsRefused(String body) throws IOException {
    Call.Answer answer = ask(Seed.TARGET, "generateIdToken", body);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(error(answer).path("status").asString()).isEqualTo("INVALID_ARGUMENT");
  }

  @Test
  void aCallWithoutBearerIsUnauthenticated() throws IOException {
    Call.Answer answer =
        SEED.call().send("POST", path(Seed.TARGET, "generateIdToken"), "", Map.of(), new byte[0]);

    assertThat(answer.status()).isEqualTo(401);
    assertThat(error(answer).path("message").asString())
        .startsWith("Request is missing required authentication credential.");
    assertThat(error(answer).path("details").path(0).path("metadata").path("method").asString())
        .isEqualTo("google.iam.credentials.v1.IAMCredentials.GenerateIdToken");
  }

  @Test
  void aTokenThatWasNeverGivenIsUnauthenticated() throws IOException {
    Call.Answer answer =
        SEED.call().post(path(Seed.TARGET, "generateIdToken"), "ya29.other", ID_TOKEN);

    assertThat(answer.status()).isEqualTo(401);
    assertThat(error(answer).path("status").asString()).isEqualTo("UNAUTHENTICATED");
    assertThat(answer.headers().get("WWW-Authenticate")).contains("invalid_token");
  }

  @Test
  void aTokenForAnotherApiHasInsufficientScopes() throws IOException {
    var runner = SEED.cloud().directory().findServiceAccount(Seed.RUNNER).orElseThrow();
    var readOnly = List.of("https://www.googleapis.com/auth/devstorage.read_only");
    var token =
        SEED.cloud().accessTokens().issue(runner, runner.uniqueId(), readOnly, Duration.ofHours(1));

    Call.Answer answer =
        SEED.call().post(path(Seed.TARGET, "generateIdToken"), token.value(), ID_TOKEN);

    assertThat(answer.status()).isEqualTo(403);
    assertThat(error(answer).path("details").path(0).path("reason").asString())
        .isEqualTo("ACCESS_TOKEN_SCOPE_INSUFFICIENT");
  }

  @Test
  void aMethodThatIsNotBuiltSaysSo() throws IOException {
    assertThat(ask(Seed.TARGET, "signBlob", "{}").status()).isEqualTo(501);
  }

  @Test
  void aGzippedBodyIsRead() throws IOException {
    var zipped = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(zipped)) {
      gzip.write(ID_TOKEN.getBytes(StandardCharsets.UTF_8));
    }
    var headers =
        Map.of(
            "authorization",
            "Bearer " + SEED.tokenOf(Seed.RUNNER).value(),
            "content-encoding",
            "gzip");
    Call.Answer answer =
        SEED.call()
            .send("POST", path(Seed.TARGET, "generateIdToken"), "", headers, zipped.toByteArray());

    assertThat(answer.status()).isEqualTo(200);
  }
}
