package dev.crosstrust.token.lens;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.token.Token;
import dev.crosstrust.token.Tokens;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExplanationTest {
  private static final String OUTBOUND_ISSUER =
      "https://a1b2c3d4-0000-4000-8000-111122223333.tokens.sts.global.api.aws";

  private static Explanation explained(Token token, String claim) {
    return Explanation.of(token, Tokens.ISSUED.plusSeconds(48)).stream()
        .filter(explanation -> explanation.claim().equals(claim))
        .findFirst()
        .orElseThrow();
  }

  private static Token jwt(String claims) {
    return Tokens.jwt(claims.replace('\'', '"'));
  }

  @ParameterizedTest
  @CsvSource({
    "aud, accounts.google.com:oaud",
    "azp, accounts.google.com:aud",
    "sub, accounts.google.com:sub",
    "email,",
    "iss,",
    "exp,",
  })
  void awsReadsAGoogleTokenByTheseKeys(String claim, String key) {
    assertThat(explained(Tokens.google(Tokens.UNIQUE_ID), claim).awsKey()).isEqualTo(key);
  }

  @Test
  void withoutAzpBothAudienceKeysReadAud() {
    Token token = jwt("{'iss':'https://accounts.google.com','aud':'a'}");
    assertThat(explained(token, "aud").awsKey())
        .isEqualTo("accounts.google.com:aud, accounts.google.com:oaud");
  }

  @ParameterizedTest
  @CsvSource({
    "114809731204417780391, service account's unique id",
    "poc@demo-product-sbx.iam.gserviceaccount.com, service account's e-mail address",
    "32555940559.apps.googleusercontent.com, gcloud command line",
    "764086051850-abc.apps.googleusercontent.com, Application Default Credentials",
    "1234-abc.apps.googleusercontent.com, OAuth client",
    "else, Who asked",
  })
  void azpSaysHowTheTokenWasMade(String azp, String meaning) {
    assertThat(explained(Tokens.google(azp), "azp").meaning()).contains(meaning);
  }

  @Test
  void timesAreReadable() {
    Token token = Tokens.google(Tokens.UNIQUE_ID);
    assertThat(explained(token, "iat").meaning())
        .isEqualTo(
            "Issued 2026-11-21T19:32:07Z, 48 seconds ago; AWS refuses tokens older than a day.");
    assertThat(explained(token, "exp").meaning())
        .isEqualTo("Ends 2026-11-21T20:32:07Z, in 59 min 12 s.");
    assertThat(explained(jwt("{'exp':'soon'}"), "exp").meaning()).startsWith("Not a time");
  }

  @Test
  void theKeysOfOtherIssuersBearTheirAddress() {
    Token token = jwt("{'iss':'https://id.example/path','sub':'me','aud':'a','else':1}");
    assertThat(explained(token, "sub").awsKey()).isEqualTo("id.example/path:sub");
    assertThat(explained(token, "aud").awsKey()).isEqualTo("id.example/path:aud");
    assertThat(explained(token, "else").awsKey()).isNull();
  }

  @Test
  void withoutAnIssuerThereIsNoKey() {
    assertThat(explained(jwt("{'sub':'me','aud':'a'}"), "sub").awsKey()).isNull();
  }

  @Test
  void googlePoolsAddressClaimsInCel() {
    Token token =
        jwt(
            "{'iss':'%s','sub':'arn:aws:iam::111122223333:role/path/R','https://sts.amazonaws.com/':{'aws_account':'1','request_tags':{'a b':'c'}}}"
                .formatted(OUTBOUND_ISSUER));
    assertThat(Explanation.of(token, Tokens.ISSUED))
        .extracting(Explanation::cel)
        .containsExactly(
            "assertion.iss",
            "assertion.sub",
            "assertion[\"https://sts.amazonaws.com/\"].aws_account",
            "assertion[\"https://sts.amazonaws.com/\"].request_tags[\"a b\"]");
    assertThat(Explanation.of(token, Tokens.ISSUED))
        .extracting(Explanation::awsKey)
        .containsOnlyNulls();
    assertThat(explained(token, "sub").meaning()).contains("37 of at most 127 bytes");
    assertThat(explained(token, "https://sts.amazonaws.com/.aws_account").meaning())
        .contains("attribute condition");
  }

  @Test
  void ofASignedRequestGoogleSeesOnlyWhatAwsTellsIt() {
    List<Explanation> all = Explanation.of(Tokens.signedRequest(), Tokens.ISSUED);
    assertThat(all)
        .extracting(Explanation::claim)
        .startsWith("url", "method", "host", "x-amz-date")
        .endsWith("Authorization", "arn", "account", "userid");
    assertThat(all.subList(0, 7)).allSatisfy(explanation -> assertThat(explanation.cel()).isNull());
    assertThat(all.subList(7, 10))
        .allSatisfy(explanation -> assertThat(explanation.shown()).isEqualTo("—"))
        .extracting(Explanation::cel)
        .containsExactly("assertion.arn", "assertion.account", "assertion.userid");
    assertThat(explained(Tokens.signedRequest(), "arn").meaning())
        .contains("assumed-role/ROLE/SESSION", "127 bytes");
  }
}
