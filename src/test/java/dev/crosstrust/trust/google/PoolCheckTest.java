package dev.crosstrust.trust.google;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.finding.Finding;
import dev.crosstrust.finding.Fix;
import dev.crosstrust.trust.Match;
import dev.crosstrust.trust.Verdict;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class PoolCheckTest {
  private final Asked asked = new Asked();

  @Test
  void aTokenThatFitsIsAdmittedAndKnownByItsPrincipals() {
    asked
        .map("attribute.account", "assertion['https://sts.amazonaws.com/'].aws_account")
        .condition("attribute.account == '111122223333'");

    PoolReport report = asked.report();

    assertThat(report.verdict()).isEqualTo(Verdict.ADMITTED);
    assertThat(report.findings()).isEmpty();
    assertThat(report.attributes())
        .isEqualTo(Map.of("google.subject", Asked.ROLE, "attribute.account", "111122223333"));
    assertThat(report.subjectBytes()).isEqualTo(52);
    assertThat(report.condition().result()).isTrue();
    assertThat(report.principals())
        .containsExactly(
            "principal://iam.googleapis.com/" + Asked.POOL + "/subject/" + Asked.ROLE,
            "principalSet://iam.googleapis.com/" + Asked.POOL + "/attribute.account/111122223333",
            "principalSet://iam.googleapis.com/" + Asked.POOL + "/*");
  }

  @Test
  void aProviderThatIsDisabledOrDeletedIsNoTarget() {
    asked.disabled = true;
    assertThat(asked.report().verdict()).isEqualTo(Verdict.REFUSED);
    assertThat(asked.ids()).containsExactly("google.target-invalid");

    asked.disabled = false;
    asked.deleted = true;
    assertThat(asked.ids()).containsExactly("google.target-invalid");
    assertThat(asked.report().findings().getFirst().fix().getFirst().gcloud())
        .isEqualTo("gcloud iam workload-identity-pools providers undelete " + Asked.PROVIDER);
  }

  /** Columns: the requested audience, the finding. */
  @ParameterizedTest
  @CsvSource({
    "https://iam.googleapis.com/projects/123456789012/locations/global/workloadIdentityPools/my-aws-app/providers/my-aws-app,"
        + " google.audience-not-resource-name",
    "sts.amazonaws.com, google.audience-not-resource-name",
    "//iam.googleapis.com/projects/123456789012/locations/global/workloadIdentityPools/my-aws-app,"
        + " google.audience-is-pool",
    "//iam.googleapis.com/projects/demo-product-sbx/locations/global/workloadIdentityPools/my-aws-app/providers/my-aws-app,"
        + " google.audience-project-id",
    "//iam.apis.example/projects/123456789012/locations/global/workloadIdentityPools/my-aws-app/providers/my-aws-app,"
        + " google.universe-mismatch",
  })
  void theRequestNamesTheProviderInFull(String audience, String finding) {
    asked.audience = audience;

    assertThat(asked.ids()).containsExactly(finding);
    assertThat(asked.report().verdict()).isEqualTo(Verdict.REFUSED);
  }

  @Test
  void anotherProviderIsNotJudgedHere() {
    asked.audience = Asked.AUDIENCE + "-2";

    assertThat(asked.report().verdict()).isEqualTo(Verdict.UNDECIDED);
    assertThat(asked.ids()).containsExactly("google.target-invalid");
  }

  /** Columns: the token's issuer, what is said of it. */
  @ParameterizedTest
  @CsvSource({
    "https://8b1f0f7a-51f2-4b5f-9a20-3f0c9a5f7c11.tokens.sts.global.api.aws/, slash",
    "http://8b1f0f7a-51f2-4b5f-9a20-3f0c9a5f7c11.tokens.sts.global.api.aws, scheme",
    "https://8B1F0F7A-51f2-4b5f-9a20-3f0c9a5f7c11.tokens.sts.global.api.aws, in case",
    "https://00000000-51f2-4b5f-9a20-3f0c9a5f7c11.tokens.sts.global.api.aws, another AWS account",
    "https://accounts.google.com, another host",
  })
  void theIssuerIsComparedByteForByte(String issuer, String said) {
    asked.claim("iss", issuer);

    assertThat(asked.ids()).containsExactly("google.issuer-mismatch");
    assertThat(asked.report().findings().getFirst().title()).contains(said);
    assertThat(asked.report().issuer().result()).isEqualTo(Match.MISMATCH);
  }

  @Test
  void anEndpointOfAnApiIsNoIssuer() {
    asked.issuer = "https://sts.amazonaws.com";

    assertThat(asked.ids())
        .containsExactly("fossil.sts-amazonaws-issuer", "google.issuer-mismatch");
  }

  @Test
  void withoutAudiencesOfItsOwnTheProviderTakesItsNameWithOrWithoutHttps() {
    assertThat(asked.claim("aud", "https:" + Asked.AUDIENCE).ids()).isEmpty();
    assertThat(asked.claim("aud", List.of(Asked.AUDIENCE)).ids()).isEmpty();
    assertThat(asked.claim("aud", "sts.amazonaws.com").ids())
        .containsExactly("google.audience-mismatch");
    assertThat(asked.claim("aud", "//iam.googleapis.com/" + Asked.POOL).ids())
        .containsExactly("google.audience-is-pool");
    assertThat(asked.claim("aud", null).report().audience().result()).isEqualTo(Match.ABSENT);
  }

  @Test
  void withAudiencesOfItsOwnItTakesThoseAlone() {
    asked.audiences = List.of("my-audience");

    assertThat(asked.ids()).containsExactly("google.audience-mismatch");
    assertThat(asked.report().findings().getFirst().because())
        .contains("A provider with allowed audiences no longer takes its own name.");
    assertThat(asked.claim("aud", "my-audience").ids()).isEmpty();
    asked.claim("aud", List.of("my-audience", "other"));
    assertThat(asked.report().verdict()).isEqualTo(Verdict.UNDECIDED);
  }

  /** Columns: seconds of iat from now, seconds of exp from now, the verdict. */
  @ParameterizedTest
  @CsvSource({
    "0, 300, ADMITTED",
    "60, 300, ADMITTED",
    "90, 300, UNDECIDED",
    "119, 300, REFUSED",
    "-600, -59, ADMITTED",
    "-600, -60, UNDECIDED",
    "-600, -61, REFUSED",
    "-7200, 300, ADMITTED",
    "0, 346896000, ADMITTED",
    "-300, 1, UNDECIDED",
  })
  void timesAreTakenAsTheyWereMeasured(long issued, long end, Verdict verdict) {
    asked.claim("iat", Asked.NOW + issued).claim("exp", Asked.NOW + end);

    assertThat(asked.report().verdict()).isEqualTo(verdict);
    if (verdict != Verdict.ADMITTED) {
      assertThat(asked.ids()).containsExactly("google.token-stale");
    }
  }

  @Test
  void bothTimesMustBeThere() {
    assertThat(asked.claim("iat", null).ids()).containsExactly("google.token-stale");
    assertThat(new Asked().claim("exp", null).report().verdict()).isEqualTo(Verdict.REFUSED);
  }

  @Test
  void theDocumentedDayIsAdvice() {
    asked.claim("iat", Asked.NOW - 90_000);

    assertThat(asked.report().verdict()).isEqualTo(Verdict.ADMITTED);
    assertThat(asked.ids()).containsExactly("google.token-stale");
  }

  @Test
  void theUploadedKeysAloneCount() {
    asked.jwks = "{\"keys\":[{\"kty\":\"RSA\",\"kid\":\"other\",\"n\":\"AQAB\",\"e\":\"AQAB\"}]}";

    assertThat(asked.ids()).containsExactly("google.key-not-found");
    assertThat(asked.report().signature().keyId()).isEqualTo("k1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"keys\":[{\"kty\":\"EC\",\"crv\":\"P-384\",\"kid\":\"k1\"}]}",
        "{\"keys\":[{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"kid\":\"k1\"}]}",
        "{\"keys\":[]}",
        "not json",
      })
  void someUploadedKeysAreRefused(String jwks) {
    asked.jwks = jwks;

    assertThat(asked.ids()).containsExactly("google.jwks-refused");
    assertThat(asked.report().verdict()).isEqualTo(Verdict.REFUSED);
  }

  @Test
  void aTokenOfTheOtherKindIsNotTaken() {
    asked.issuer = null;
    asked.account = "111122223333";

    assertThat(asked.ids()).startsWith("google.request-malformed");
    assertThat(asked.report().verdict()).isEqualTo(Verdict.REFUSED);
  }

  /** Of AWS, or of neither kind, as those for SAML are. */
  @ParameterizedTest
  @NullSource
  @ValueSource(strings = "111122223333")
  void aProviderOfAnotherKindMapsNothing(String account) {
    asked.issuer = null;
    asked.account = account;
    asked.mapping.put("attribute.x", "nothing(");
    asked.condition("assertion.sub == 'x'");
    asked.bindings = new IamPolicy(List.of());

    PoolReport report = asked.report();

    assertThat(report.findings())
        .extracting(Finding::id)
        .containsExactly("google.request-malformed");
    assertThat(report.findings().getFirst().fix().getFirst().text().contains("GetCallerIdentity"))
        .isEqualTo(account != null);
    assertThat(report.attributes()).isEmpty();
    assertThat(report.subjectBytes()).isNull();
    assertThat(report.principals()).isEmpty();
    assertThat(report.condition().result()).isNull();
    assertThat(report.bindings()).isNull();
  }

  @Test
  void aSubjectThatIsTooLongIsNoPrincipal() {
    asked.claim("sub", "arn:aws:iam::111122223333:role/" + "path/".repeat(19) + "Worker");
    asked.bindings = new IamPolicy(List.of());

    PoolReport report = asked.report();

    String member = "principal:" + "//iam.googleapis.com/" + Asked.POOL + "/subject/";
    String shorter = member + "path/".repeat(19) + "Worker";
    assertThat(report.principals())
        .containsExactly("principalSet://iam.googleapis.com/" + Asked.POOL + "/*");
    assertThat(report.findings())
        .extracting(Finding::id)
        .containsExactly("google.subject-too-long", "google.principal-not-bound");
    assertThat(report.findings().getFirst().fix().get(1).text())
        .contains(shorter, "every subject of the provider has one");
    assertThat(report.findings().getFirst().fix().getFirst().text())
        .doesNotContain("enter no more");
    assertThat(report.findings().getLast().fix().getFirst().gcloud())
        .contains("--member=" + shorter + " ");
  }

  /** What is after role/ may be as long as a path is. */
  @Test
  void ofAVeryLongPathTheNameAloneIsMapped() {
    asked.claim("sub", "arn:aws:iam::111122223333:role/" + "path/".repeat(40) + "Worker");

    Finding finding = asked.report().findings().getFirst();

    assertThat(finding.fix().getFirst().gcloud())
        .contains("assertion.sub.extract('\\''role/" + "path/".repeat(40) + "{role}'\\'')");
    assertThat(finding.fix().getFirst().text())
        .endsWith("path/ will have no `google.subject`, and enter no more.");
    assertThat(finding.fix().get(1).text()).endsWith("/subject/Worker.");
  }

  @Test
  void ofALongSubjectThatIsNoArnNoMappingIsGuessed() {
    asked.claim("sub", "x".repeat(128));

    assertThat(asked.report().findings().getFirst().fix())
        .extracting(Fix::gcloud)
        .containsOnlyNulls();
  }

  @Test
  void noMappingIsProposedThatIsLongerThanGoogleTakes() {
    asked.claim("sub", "arn:aws:iam::111122223333:role/" + "path/".repeat(410) + "Worker");

    assertThat(asked.report().findings().getFirst().fix())
        .extracting(Fix::gcloud)
        .containsOnlyNulls();
  }

  /** Sovereign clouds have their own host in all names. */
  @Test
  void inAnotherUniverseTheNamesAreOfItsHost() {
    asked.universe = "apis.example";
    asked.audience = "//iam.apis.example/" + Asked.PROVIDER;
    asked.claim("aud", asked.audience);

    assertThat(asked.report().verdict()).isEqualTo(Verdict.ADMITTED);
    assertThat(asked.report().audience().expected())
        .containsExactly(asked.audience, "https:" + asked.audience);
    assertThat(asked.claim("aud", Asked.AUDIENCE).ids())
        .containsExactly("google.universe-mismatch");
  }

  /** Both are asked for anew, and AWS wants audience and algorithm named. */
  @Test
  void anotherTokenIsAskedForWithAWholeCommand() {
    String command = "aws sts get-web-identity-token --audience %s --signing-algorithm RS256";

    assertThat(asked.claim("aud", "x").report().findings().getFirst().fix().getFirst().aws())
        .isEqualTo(command.formatted(Asked.AUDIENCE));
    assertThat(Asked.signedWith("ES384").findings().getFirst().fix().getFirst().aws())
        .isEqualTo(command.formatted(Asked.AUDIENCE));

    asked.issuer = "https://issuer.example";
    asked.claim("iss", asked.issuer);
    assertThat(asked.report().findings().getFirst().fix().getFirst().aws()).isNull();
  }

  @Test
  void oneMoreAudienceKeepsTheProvidersOwnNames() {
    Fix fix =
        asked.claim("aud", "sts.amazonaws.com").report().findings().getFirst().fix().getLast();

    assertThat(fix.gcloud())
        .contains(Asked.AUDIENCE + ",https:" + Asked.AUDIENCE + ",sts.amazonaws.com");
    assertThat(fix.terraform())
        .contains("issuer_uri = \"" + Asked.ISSUER, "[\"" + Asked.AUDIENCE + "\", \"https:");
    assertThat(fix.effect()).isEqualTo(Fix.Effect.WIDENS);
  }

  @Test
  void anotherSubjectOfAnAwsProviderKeepsItsUsualAttributes() {
    Asked request = Asked.ofRequest();
    request.caller = Asked.SESSION + "-" + "x".repeat(90);
    Finding finding = request.report().findings().getFirst();

    assertThat(finding.id()).isEqualTo("google.subject-too-long");
    assertThat(finding.fix().getFirst().gcloud()).contains("attribute.aws_role=assertion.arn");
    assertThat(finding.fix().getFirst().effect()).isEqualTo(Fix.Effect.WIDENS);
  }

  @Test
  void aDeletedProviderBroughtBackLetsIn() {
    asked.deleted = true;

    assertThat(asked.report().findings().getFirst().fix().getFirst().effect())
        .isEqualTo(Fix.Effect.WIDENS);
  }
}
