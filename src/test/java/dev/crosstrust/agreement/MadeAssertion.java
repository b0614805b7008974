package dev.crosstrust.agreement;

import dev.crosstrust.sandbox.google.OutsideIssuer;
import dev.crosstrust.token.Reading;
import dev.crosstrust.token.Token;
import dev.crosstrust.token.TokenReader;
import dev.crosstrust.token.signature.KeySource;
import dev.crosstrust.token.signature.SignatureCheck;
import dev.crosstrust.token.signature.TokenVerifier;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A token of the outside issuer, mostly right. */
record MadeAssertion(String text, Token token, SignatureCheck signature) {
  static final Instant ISSUED = Instant.parse("2026-11-21T12:00:00Z");
  static final String POOL =
      "projects/123456789012/locations/global/workloadIdentityPools/my-aws-app";
  static final String PROVIDER = POOL + "/providers/my-aws-app";
  static final String AUDIENCE = "//iam.googleapis.com/" + PROVIDER;
  static final String ROLE = "arn:aws:iam::111122223333:role/app/Reader";

  private static final List<Object> AUDIENCES =
      List.of(
          "https:" + AUDIENCE,
          "sts.amazonaws.com",
          "My-Audience",
          "my-audience",
          List.of(AUDIENCE),
          List.of(AUDIENCE, "my-audience"),
          "//iam.googleapis.com/" + POOL,
          "https://iam.googleapis.com/" + PROVIDER + "/");

  private static final List<String> SUBJECTS =
      List.of(
          ROLE,
          "arn:aws:iam::111122223333:role/Reader",
          "arn:aws:iam::111122223333:role/app/Reader-other",
          "arn:aws:iam::444455556666:role/app/Reader",
          "repo:org/repo:ref:refs/heads/main",
          "",
          "é".repeat(63) + "x",
          "é".repeat(64),
          "arn:aws:iam::111122223333:role/" + "p/".repeat(60) + "Reader");

  static MadeAssertion of(Choices choices) {
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("iss", OutsideIssuer.URL);
    claims.put("aud", choices.onceIn(4) ? choices.oneOf(AUDIENCES) : AUDIENCE);
    claims.put("sub", choices.onceIn(3) ? choices.oneOf(SUBJECTS) : ROLE);
    claims.put("iat", ISSUED.getEpochSecond());
    claims.put("exp", ISSUED.getEpochSecond() + choices.oneOf(300, 300, 3600, 346_896_000));
    if (choices.onceIn(30)) {
      claims.put(
          "iss",
          choices.oneOf(
              OutsideIssuer.URL + "/", "https://sts.amazonaws.com", "http://issuer.example", ""));
    }
    if (choices.onceIn(2)) {
      claims.put("team", choices.oneOf("a", "b", "A", "", "a team", 7, true, List.of("a", "b")));
    }
    if (choices.onceIn(2)) {
      claims.put("groups", choices.oneOf(List.of("admins"), List.of("ops", "admins"), List.of()));
    }
    if (choices.onceIn(2)) {
      claims.put("level", choices.oneOf(1, 7, 1.5, -3, "7"));
    }
    if (choices.onceIn(2)) {
      claims.put(
          "https://sts.amazonaws.com/",
          Map.of("aws_account", choices.oneOf("111122223333", "444455556666"), "org_id", "o-1"));
    }
    if (choices.onceIn(20)) {
      claims.remove(choices.oneOf("iss", "aud", "sub", "iat", "exp"));
    }
    return signed(choices, claims);
  }

  private static MadeAssertion signed(Choices choices, Map<String, Object> claims) {
    String algorithm = choices.oneOf("ES256", "ES256", "RS256", "ES384");
    boolean wrong = choices.onceIn(25);
    String text =
        wrong
            ? choices.oneOf(
                OutsideIssuer.token("RS256", "RS256", "not published", claims),
                OutsideIssuer.token("RS256", "not published", "not published", claims))
            : OutsideIssuer.token(algorithm, claims);
    Token token = ((Reading.Decoded) TokenReader.read(text)).token();
    return new MadeAssertion(
        text,
        token,
        TokenVerifier.verify(
            token, KeySource.given(OutsideIssuer.published().toString(), "the issuer")));
  }
}
