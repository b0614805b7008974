package dev.crosstrust.exchange.google;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.evidence.Outcome.Breakage;
import dev.crosstrust.evidence.Outcome.Refused;
import dev.crosstrust.identity.google.GcloudHome;
import dev.crosstrust.sandbox.wire.Response;
import dev.crosstrust.token.SubjectToken;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class GoogleTokensFailureTest extends GoogleTokensFixture {
  @Test
  void aRefreshThatWantsReauthenticationNeedsASignIn() throws Exception {
    answers.put(
        "/token",
        _ ->
            Response.of(
                400,
                JSON,
                "{\"error\":\"invalid_grant\",\"error_description\":\"reauth related error"
                    + " (invalid_rapt)\",\"error_subtype\":\"invalid_rapt\"}"));
    home.applicationDefault(GcloudHome.user(OAUTH));

    Breakage breakage = breakage(idToken("gcloud-adc", ""));

    assertThat(breakage.kind()).isEqualTo(Breakage.Kind.NEEDS_SIGN_IN);
    assertThat(breakage.message())
        .contains("invalid_rapt", "gcloud auth application-default login");
  }

  @Test
  void aRefusalOfTheTokenEndpointIsInItsOwnWords() throws Exception {
    answers.put(
        "/token",
        _ ->
            Response.of(
                    400,
                    JSON,
                    "{\"error\":\"invalid_grant\",\"error_description\":\"Invalid JWT"
                        + " Signature.\"}")
                .with("x-request-id", "r-1"));

    assertThat(idToken(key(OAUTH), "a"))
        .isEqualTo(
            new Refused<>(
                new Outcome.Refusal(
                    "oauth2", "token", 400, "invalid_grant", "Invalid JWT Signature.", "r-1")));
  }

  @Test
  void aRefusalOfImpersonationIsInItsOwnWords() throws Exception {
    String message =
        "Permission 'iam.serviceAccounts.getOpenIdToken' denied on resource (or it may not"
            + " exist).";
    answers.put("/token", _ -> json("{\"access_token\":\"" + ACCESS + "\"}"));
    answers.put(
        IAM + "IdToken",
        _ ->
            Response.of(
                403,
                JSON,
                "{\"error\":{\"code\":403,\"message\":\"%s\",\"status\":\"PERMISSION_DENIED\"}}"
                    .formatted(message)));

    Outcome<SubjectToken> token =
        tokens().idToken(home.find(key(OAUTH)), new IdTokenRequest("a", List.of(TARGET), false));

    assertThat(token)
        .isEqualTo(
            new Refused<>(
                new Outcome.Refusal(
                    "iamcredentials", "generateIdToken", 403, "PERMISSION_DENIED", message, null)));
  }

  @Test
  void aProxysPageACutAnswerAndAServersFaultAreNotUnderstood() throws Exception {
    answers.put("/html", _ -> Response.of(502, "text/html", "<html>Bad Gateway</html>"));
    answers.put("/cut", _ -> json("{\"id_token\":\"abc"));
    answers.put("/other", _ -> json("{\"unexpected\":1}"));
    answers.put(
        "/fault",
        _ -> Response.of(500, JSON, "{\"error\":{\"code\":500,\"status\":\"INTERNAL\"}}"));

    for (String path : List.of("/html", "/cut", "/other", "/fault")) {
      Breakage breakage = breakage(idToken(key(server.origin() + path), "a"));
      assertThat(breakage.kind()).as(path).isEqualTo(Breakage.Kind.NOT_UNDERSTOOD);
      assertThat(breakage.message()).startsWith("127.0.0.1 answered");
    }
  }

  @Test
  void anUnreachableHostIsNamed() throws Exception {
    URI closed = server.origin();
    server.close();

    Breakage breakage = breakage(idToken(key(closed + "/token"), "a"));

    assertThat(breakage)
        .isEqualTo(
            new Breakage(
                Breakage.Kind.UNREACHABLE, "no connection to 127.0.0.1:" + closed.getPort()));
  }

  @Test
  void aKeyThatIsNoKeyIsNamedByItsFileAndNotQuoted() throws Exception {
    Path file =
        home.file(
            "bad.json",
            """
            {"type": "service_account", "client_email": "a@p.example",
             "private_key": "-----BEGIN %1$s-----\\n%2$s!\\n-----END %1$s-----\\n"}
            """
                .formatted("PRIVATE KEY", GcloudHome.CANARY));

    assertThat(breakage(idToken("key:" + file, "a")))
        .isEqualTo(
            new Breakage(Breakage.Kind.LOCAL, "The private key in " + file + " cannot be read"));
  }

  @Test
  void anIdTokenForNobodyIsNotAskedFor() throws Exception {
    assertThat(breakage(idToken(key(OAUTH), " ")).kind()).isEqualTo(Breakage.Kind.LOCAL);
    assertThat(recorder.legs()).isEmpty();
  }

  @Test
  void federationGivesNoTokenDirectly() throws Exception {
    home.applicationDefault(
        """
        {"type": "external_account", "audience": "//a",
         "credential_source": {"executable": {"command": "/bin/false"}}}
        """);

    assertThat(breakage(idToken("gcloud-adc", "a")).message())
        .isEqualTo(
            "Credentials of the kind external-account-executable give no token directly: they must"
                + " be exchanged first");
  }
}
