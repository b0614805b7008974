package dev.crosstrust.token.lens;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.finding.Confidence;
import dev.crosstrust.finding.Finding;
import dev.crosstrust.token.Token;
import dev.crosstrust.token.Tokens;
import dev.crosstrust.token.signature.KeySource;
import dev.crosstrust.token.signature.SignatureCheck;
import dev.crosstrust.token.signature.TokenVerifier;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenFindingsTest {
  private static final Instant NOW = Instant.ofEpochSecond(1_000_000);

  private static List<Finding> findings(Token token, Instant now) {
    return TokenFindings.of(token, SignatureCheck.notAsked(token), now);
  }

  /** Finds in a token that has every claim it needs, and these. */
  private static List<Finding> findings(String more) {
    String claims =
        "{'iss':'https://id.example','sub':'me','aud':'a','iat':999990,'exp':1000300"
            + (more.isEmpty() ? "" : "," + more)
            + "}";
    return findings(Tokens.jwt(claims.replace('\'', '"')), NOW);
  }

  @Test
  void aSoundTokenHasNoFindings() {
    assertThat(findings("")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'exp':999000                                  | aws.token-expired",
        "'nbf':1000100                                 | aws.token-not-yet-valid",
        "'iat':1000100                                 | aws.token-not-yet-valid",
        "'iat':900000                                  | aws.token-too-old",
        "'exp':1000300.5                               | aws.timestamp-invalid",
        "'exp':1000300000000000                        | aws.timestamp-invalid",
        "'aud':['a','b']                               | aws.several-audiences",
        "'aud':''                                      | aws.claim-missing",
        "'sub':null                                    | aws.claim-missing",
        "'iss':'me@p.iam.gserviceaccount.com'          | aws.not-an-id-token",
        "'iss':'https://accounts.google.com','azp':'114809731204417780391'   |"
            + " aws.azp-depends-on-source",
        "'iss':'https://accounts.google.com','azp':'me@p.iam.gserviceaccount.com' |"
            + " aws.azp-depends-on-source",
      })
  void oneFaultIsOneFinding(String claims, String id) {
    assertThat(findings(claims))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.id()).isEqualTo(id);
              assertThat(finding.because()).isNotEmpty();
              assertThat(finding.fix()).isNotEmpty();
              assertThat(finding.source()).isNotBlank();
            });
  }

  @Test
  void severalAudiencesWithAzpAreInOrder() {
    assertThat(findings("'aud':['a','b'],'azp':'c'")).isEmpty();
  }

  @Test
  void withinTheToleranceOfStsAnExpiryIsOnlyPossible() {
    assertThat(findings("'exp':999999").getFirst().confidence()).isEqualTo(Confidence.POSSIBLE);
    assertThat(findings("'exp':999000").getFirst().confidence()).isEqualTo(Confidence.CERTAIN);
  }

  @Test
  void everyMissingClaimIsNamed() {
    assertThat(findings(Tokens.jwt("{}"), NOW))
        .extracting(Finding::title)
        .containsExactly(
            "The claim `iss` is missing.",
            "The claim `sub` is missing.",
            "The claim `aud` is missing.",
            "The claim `iat` is missing.",
            "The claim `exp` is missing.");
  }

  @Test
  void anUnsignedTokenIsSaidFirst() {
    Token none = Tokens.read(Tokens.compact("{\"alg\":\"none\"}", "{}"));
    assertThat(findings(none, NOW).getFirst().id()).isEqualTo("token.unsigned");
  }

  @Test
  void whatGoogleMayRefuseIsFoundInAnAwsToken() {
    String claims =
        "{'iss':'https://a1b2c3d4-0000-4000-8000-111122223333.tokens.sts.global.api.aws','sub':'%s','aud':['a','b'],'iat':1,'exp':2}"
            .formatted("arn:aws:iam::111122223333:role/" + "x".repeat(97))
            .replace('\'', '"');
    Token token = Tokens.read(Tokens.compact("{\"alg\":\"ES384\"}", claims));
    assertThat(findings(token, NOW))
        .extracting(Finding::id)
        .containsExactly(
            "google.token-stale",
            "google.subject-too-long",
            "aws.outbound-sub-is-role-arn",
            "google.algorithm-undocumented");
    assertThat(findings(token, NOW).getLast().fix().getFirst().aws())
        .isEqualTo("aws sts get-web-identity-token --audience a b --signing-algorithm RS256");
  }

  @Test
  void anAwsTokenSaysWhichNameItSendsAndHowLongThatIs() {
    String claims =
        "{'iss':'https://a1b2c3d4-0000-4000-8000-111122223333.tokens.sts.global.api.aws','sub':'%s','aud':'a','iat':999990,'exp':1000300}"
            .formatted("arn:aws:iam::111122223333:role/path/Worker")
            .replace('\'', '"');
    assertThat(findings(Tokens.jwt(claims), NOW))
        .filteredOn(finding -> finding.id().equals("aws.outbound-sub-is-role-arn"))
        .singleElement()
        .satisfies(
            finding ->
                assertThat(finding.because())
                    .containsExactly(
                        "`sub` is arn:aws:iam::111122223333:role/path/Worker: 42 of at most 127"
                            + " bytes as google.subject.",
                        "`GetCallerIdentity` shows"
                            + " arn:aws:sts::111122223333:assumed-role/Worker/SESSION, and Google"
                            + " would get that for a signed request."));
    String user = claims.replace("role/path/Worker", "user/ada");
    assertThat(findings(Tokens.jwt(user), NOW))
        .extracting(Finding::id)
        .doesNotContain("aws.outbound-sub-is-role-arn");
  }

  @Test
  void aStaleOrUnencodedSignedRequestIsFound() {
    assertThat(findings(Tokens.read(Tokens.requestJson()), Tokens.ISSUED.plusSeconds(3600)))
        .extracting(Finding::id)
        .containsExactly("aws4.stale", "aws4.format");
  }

  @Test
  void theCheckOfTheSignatureIsAFindingToo() {
    Token token = Tokens.google("someone");
    SignatureCheck check =
        TokenVerifier.verify(token, KeySource.given("{\"keys\":[]}", "the test"));
    assertThat(TokenFindings.of(token, check, Tokens.ISSUED))
        .singleElement()
        .satisfies(finding -> assertThat(finding.id()).isEqualTo("aws.key-not-found"))
        .satisfies(
            finding ->
                assertThat(finding.because())
                    .containsExactly("Among the 0 keys in the test none is called `k1`."));
  }
}
