package dev.crosstrust.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.token.Reading.Looks;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenReaderTest {
  private static final String BODY = "{\"iss\":\"https://issuer.example\",\"sub\":\"someone\"}";

  @Test
  void claimsKeepTheirOrderAndTheirTypes() {
    String claims =
        "{\"z\":1,\"a\":\"1\",\"big\":114809731204417780391,\"fraction\":1.50,\"list\":[1,null],\"b\":true}";
    Jwt jwt = Tokens.jwt(claims);
    assertThat(jwt.claims()).hasToString(claims);
    assertThat(new ArrayList<>(jwt.claims().propertyNames()))
        .containsExactly("z", "a", "big", "fraction", "list", "b");
  }

  @Test
  void whiteSpaceAndAByteOrderMarkAroundATokenAreNotPartOfIt() {
    String compact = Tokens.compact(BODY);
    assertThat(Tokens.read("\uFEFF \n" + compact + "\r\n").raw().reveal()).isEqualTo(compact);
  }

  @Test
  void anUnknownAlgorithmIsReadAllTheSame() {
    Token token = Tokens.read(Tokens.compact("{\"alg\":\"XX1\",\"extra\":{\"a\":1}}", BODY));
    assertThat(token.header()).hasToString("{\"alg\":\"XX1\",\"extra\":{\"a\":1}}");
  }

  @Test
  void theLastOfTwoMembersOfOneNameCounts() {
    assertThat(Tokens.jwt("{\"sub\":\"first\",\"sub\":\"last\"}").text("sub")).contains("last");
  }

  @Test
  void aTokenWithoutSignatureIsReadAndKnownToBeUnsigned() {
    Jwt none = (Jwt) Tokens.read(Tokens.part("{\"alg\":\"none\"}") + "." + Tokens.part(BODY) + ".");
    Jwt mixed = (Jwt) Tokens.read(Tokens.compact("{\"alg\":\"nOnE\"}", BODY));
    assertThat(none.jws().unsigned()).isTrue();
    assertThat(mixed.jws().unsigned()).isTrue();
    assertThat(Tokens.jwt(BODY).jws().unsigned()).isFalse();
  }

  @Test
  void anUnencodedPayloadIsReadAsItStands() {
    String header = "{\"alg\":\"RS256\",\"b64\":false,\"crit\":[\"b64\"]}";
    Jwt jwt = (Jwt) Tokens.read(Tokens.part(header) + ".{\"sub\":\"plain\"}." + Tokens.part("s"));
    assertThat(jwt.jws().unencodedPayload()).isTrue();
    assertThat(jwt.text("sub")).contains("plain");
  }

  @Test
  void oneAudienceOrSeveralComeAsAList() {
    assertThat(Tokens.jwt("{\"aud\":\"a\"}").audiences()).containsExactly("a");
    assertThat(Tokens.jwt("{\"aud\":[\"a\",\"b\"]}").audiences()).containsExactly("a", "b");
    assertThat(Tokens.jwt("{}").audiences()).isEmpty();
  }

  static final List<Arguments> NO_TOKENS =
      List.of(
          no(" \n", Looks.EMPTY, "empty"),
          no("x".repeat(70_000), Looks.TOO_LARGE, "70000 characters"),
          no("\"" + Tokens.compact(BODY) + "\"", Looks.QUOTED, "quotes"),
          no("Bearer " + Tokens.compact(BODY), Looks.WITH_SCHEME, "Bearer"),
          no("Authorization: Bearer abc", Looks.WITH_SCHEME, "Bearer"),
          no("ya29.c.abc", Looks.ACCESS_TOKEN, "Google access token"),
          no("1//0gAbc", Looks.OTHER_SECRET, "refresh token"),
          no("-----BEGIN CERTIFICATE-----", Looks.OTHER_SECRET, "PEM"),
          no("<saml2p:Response xmlns=''>", Looks.SAML, "SAML"),
          no(
              Base64.getEncoder()
                  .encodeToString("<saml2p:Response/>".getBytes(StandardCharsets.UTF_8)),
              Looks.SAML,
              "base64"),
          no("<!DOCTYPE html><html>", Looks.WEB_PAGE, "HTML"),
          no("/var/run/secrets/eks.amazonaws.com/serviceaccount/token", Looks.FILE_PATH, "path"),
          no("C:\\Users\\me\\token.jwt", Looks.FILE_PATH, "path"),
          no("tokens/mine.jwt", Looks.FILE_PATH, "path"),
          no("{\"id_token\":\"abc\"}", Looks.WRAPPED_IN_JSON, "`id_token`"),
          no("{\"payload\":\"a\",\"signatures\":[]}", Looks.WRAPPED_IN_JSON, "compact"),
          no("{\"type\":\"external_account\"}", Looks.WRAPPED_IN_JSON, "external_account"),
          no(BODY, Looks.WRAPPED_IN_JSON, "already decoded"),
          no("{\"id_token\":\"ab", Looks.CUT, "cut"),
          no("eyJh.b.c.d.e", Looks.ENCRYPTED, "JWE"),
          no(Tokens.part("{\"alg\":1}") + "." + Tokens.part(BODY), Looks.CUT, "2 of its three"),
          no(Tokens.part("{\"alg\":1}"), Looks.CUT, "1 of its three"),
          no(Tokens.part("{\"alg\":\"RS2") + ".e30.x", Looks.CUT, "header ends in the middle"),
          no(Tokens.compact("{\"iss\":\"https://iss"), Looks.CUT, "after 19 characters"),
          no(Tokens.compact("{\"iss\":nope}"), Looks.DAMAGED, "claims is not JSON"),
          no(Tokens.compact("[1]"), Looks.DAMAGED, "not an object"),
          no("eyJhbGciOiJub25lIn0.e3+9.x", Looks.DAMAGED, "character 3 is of plain base64"),
          no("eyJhbGciOiJub25lIn0.e30=.x", Looks.DAMAGED, "padding"),
          no("eyJhbGciOiJub25lIn0.e\n30.x", Looks.DAMAGED, "white space inside"),
          no("a.b.c.d", Looks.OPAQUE, "opaque"),
          no("0123456789abcdef", Looks.OPAQUE, "opaque"),
          no("%257B%2522url", Looks.BROKEN_REQUEST, "twice"),
          no(
              "%7B%22url%22%3A%22x%22%2C%22headers%22%3A%5B%5D%7D",
              Looks.BROKEN_REQUEST, "`method`"));

  private static Arguments no(String text, Looks looks, String says) {
    return Arguments.of(text, looks, says);
  }

  @ParameterizedTest
  @FieldSource("NO_TOKENS")
  void whatIsNoTokenIsCalledByItsName(String text, Looks looks, String says) {
    var refused = Tokens.refused(text);
    assertThat(refused.looks()).isEqualTo(looks);
    assertThat(refused.sentence()).contains(says).endsWith(".");
    assertThat(refused.finding().fix()).isNotEmpty();
  }

  @Test
  void aRefusedTextIsNeverRepeated() {
    String secret = "ya29.c.very-secret-and-long";
    assertThat(TokenReader.read(secret).toString()).doesNotContain("very-secret");
    String broken = Tokens.compact("{\"iss\":very-secret-and-long}");
    assertThat(TokenReader.read(broken).toString()).doesNotContain("very-secret");
  }

  @Test
  void aTokenAndItsSignatureAreInNoText() {
    Jwt jwt = Tokens.google(Tokens.UNIQUE_ID);
    assertThat(TokenReader.read(jwt.raw().reveal()).toString())
        .doesNotContain(jwt.jws().signaturePart())
        .doesNotContain(jwt.jws().payloadPart());
  }

  @Test
  void everyBeginningOfATokenGetsAnAnswer() {
    for (String whole : List.of(Tokens.compact(BODY), Tokens.signedRequest().raw().reveal())) {
      for (int end = 0; end < whole.length(); end++) {
        assertThat(TokenReader.read(whole.substring(0, end))).isNotNull();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"a/", "/ ", "{", "[", ".", "%7B", "<a:", "eyJ ", "\"", "{\"a\":"})
  void textMadeToBeHardIsAnsweredAtOnce(String again) {
    String text = "x" + again.repeat(30_000 / again.length());
    assertThat(TokenReader.read(text)).isInstanceOf(Reading.Unreadable.class);
    assertThat(TokenReader.read(Tokens.compact(again.repeat(10_000)))).isNotNull();
  }
}
