package dev.crosstrust.token.lens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.crosstrust.finding.Finding;
import dev.crosstrust.token.Jwt;
import dev.crosstrust.token.Tokens;
import dev.crosstrust.token.lens.TokenComparison.Result;
import dev.crosstrust.token.lens.TokenComparison.Row;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class TokenComparisonTest {
  private static Jwt jwt(String claims) {
    return Tokens.jwt(claims.replace('\'', '"'));
  }

  @Test
  void everyClaimOfBothIsCompared() {
    TokenComparison comparison =
        TokenComparison.of(
            jwt("{'a':1,'b':'1','c':{'d':true,'e':0}}"), jwt("{'f':2,'c':{'d':true},'b':1,'a':1}"));
    assertThat(comparison.claims())
        .extracting(Row::claim, Row::result)
        .containsExactly(
            tuple("a", Result.SAME),
            tuple("b", Result.DIFFERENT),
            tuple("c.d", Result.SAME),
            tuple("c.e", Result.LEFT_ONLY),
            tuple("f", Result.RIGHT_ONLY));
  }

  @Test
  void oneAccountWithTwoValuesOfAzpIsTheTrapItIs() {
    TokenComparison comparison =
        TokenComparison.of(
            Tokens.google(Tokens.UNIQUE_ID), Tokens.google("me@p.iam.gserviceaccount.com"));
    assertThat(comparison.findings())
        .extracting(Finding::id)
        .containsExactly("aws.azp-depends-on-source");
  }

  @Test
  void anotherIssuerSubjectOrAudienceIsSaid() {
    Jwt one = jwt("{'iss':'https://i.example','sub':'s','aud':['a','b']}");
    assertThat(
            TokenComparison.of(one, jwt("{'iss':'https://i.example','sub':'t','aud':['b','a']}"))
                .findings())
        .extracting(Finding::id)
        .containsExactly("token.subject-differs");
    assertThat(
            TokenComparison.of(one, jwt("{'iss':'https://j.example','sub':'t','aud':'a'}"))
                .findings())
        .extracting(Finding::id)
        .containsExactly("token.issuer-differs", "token.audience-differs");
    assertThat(TokenComparison.of(one, one).findings()).isEmpty();
  }

  @Test
  void theTwoFormsOfAnAwsSubjectNeverMatch() {
    Jwt outbound =
        jwt("{'iss':'https://a1b2c3d4-0000-4000-8000-111122223333.tokens.sts.global.api.aws'}");
    assertThat(TokenComparison.of(outbound, Tokens.signedRequest()).findings())
        .extracting(Finding::id)
        .containsExactly("aws.outbound-sub-is-role-arn");
  }

  @Test
  void theJsonHasTheShapeOfTheContract() {
    assertThat(
            new JsonMapper().writeValueAsString(TokenComparison.of(jwt("{'a':1}"), jwt("{'b':2}"))))
        .isEqualTo(
            "{\"claims\":[{\"claim\":\"a\",\"left\":1,\"right\":null,\"result\":\"left-only\"},"
                + "{\"claim\":\"b\",\"left\":null,\"right\":2,\"result\":\"right-only\"}],"
                + "\"findings\":[]}");
  }
}
