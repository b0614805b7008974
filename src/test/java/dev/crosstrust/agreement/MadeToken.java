package dev.crosstrust.agreement;

import dev.crosstrust.sandbox.aws.cloud.GoogleToken;
import dev.crosstrust.sandbox.aws.cloud.TestCloud;
import dev.crosstrust.token.Reading;
import dev.crosstrust.token.Token;
import dev.crosstrust.token.TokenReader;
import dev.crosstrust.token.Tokens;
import dev.crosstrust.token.signature.KeySource;
import dev.crosstrust.token.signature.SignatureCheck;
import dev.crosstrust.token.signature.TokenVerifier;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * A signed token of great variety.
 *
 * @param text as it is presented
 * @param token as it is read
 */
record MadeToken(String text, Token token, SignatureCheck signature) {
  static final Instant ISSUED = Instant.parse("2026-11-21T12:00:00Z");
  static final String SUBJECT = GoogleToken.SUBJECT;
  static final String ADDRESS = "poc@demo-product-sbx.iam.gserviceaccount.com";
  static final String CLIENT = "1234-abc.apps.googleusercontent.com";
  static final String OTHER = "https://issuer.example.com/tenant";
  private static final String BARE = "issuer.example.com/tenant";
  static final String ROLE = "arn:aws:iam::%s:role/Workload";

  private static final KeySource KEYS =
      KeySource.given("{\"keys\":[%s]}".formatted(TestCloud.GOOGLE_KEY.toPublicJWK()), "here");

  static MadeToken of(Choices choices) {
    GoogleToken made = GoogleToken.at(ISSUED);
    if (choices.onceIn(3)) {
      made.with("iss", OTHER);
    }
    azp(made, choices);
    aud(made, choices);
    if (choices.onceIn(3)) {
      made.with("email", ADDRESS).with("email_verified", true);
    }
    if (choices.onceIn(12)) {
      made.with("sub", choices.oneOf("repo:org/name:ref:refs/heads/main", "ABC", "µ-ΟΣ"));
    }
    if (choices.onceIn(40)) {
      made.without(choices.oneOf("iss", "sub", "aud", "iat", "exp"));
    }
    times(made, choices);
    if (choices.onceIn(12)) {
      made.with("https://aws.amazon.com/roles", roles(choices));
    }
    if (choices.onceIn(25)) {
      made.with(
          "iss",
          choices.oneOf(
              "accounts.google.com", OTHER + "/", BARE, "http://accounts.google.com", ""));
    }
    return read(choices.onceIn(40) ? spoilt(made.compact()) : made.compact());
  }

  private static void azp(GoogleToken made, Choices choices) {
    switch (choices.below(5)) {
      case 0 -> made.without("azp");
      case 1 -> made.with("azp", ADDRESS);
      case 2 -> made.with("azp", CLIENT);
      default -> made.with("azp", SUBJECT);
    }
    if (choices.onceIn(60)) {
      made.with("azp", "");
    }
  }

  private static void aud(GoogleToken made, Choices choices) {
    switch (choices.below(8)) {
      case 0 -> made.with("aud", "STS.amazonaws.com");
      case 1 -> made.with("aud", List.of("sts.amazonaws.com"));
      case 2 -> made.with("aud", CLIENT);
      case 3 -> {
        made.with("aud", List.of("sts.amazonaws.com", "other"));
        if (!choices.onceIn(4)) {
          made.with("azp", SUBJECT);
        }
      }
      default -> made.with("aud", "sts.amazonaws.com");
    }
    if (choices.onceIn(40)) {
      made.with("aud", choices.oneOf("", List.of("")));
    }
  }

  private static void times(GoogleToken made, Choices choices) {
    long issued = ISSUED.getEpochSecond();
    if (choices.onceIn(12)) {
      made.with("nbf", issued + choices.oneOf(-10, 0, 200, 299, 300, 301, 400));
    }
    if (choices.onceIn(30)) {
      made.with("exp", choices.oneOf(String.valueOf(issued + 3600), issued + 3600.5, "soon"));
    }
    if (choices.onceIn(30)) {
      made.with("iat", choices.oneOf(issued - 100_000, issued + 299, issued + 301, issued + 300));
    }
  }

  private static Object roles(Choices choices) {
    String mine = ROLE.formatted(TestCloud.ACCOUNT);
    return choices.oneOf(
        List.of(mine),
        mine,
        "arn:aws:iam::111122223333:role/Other; " + mine,
        List.of("arn:aws:iam::111122223333:role/Other"),
        List.of("nonsense", mine),
        List.of(),
        "");
  }

  private static String spoilt(String compact) {
    int dot = compact.lastIndexOf('.');
    char first = compact.charAt(dot + 1);
    return compact.substring(0, dot + 1) + (first == 'A' ? 'B' : 'A') + compact.substring(dot + 2);
  }

  private static MadeToken read(String text) {
    Token token = ((Reading.Decoded) TokenReader.read(text)).token();
    return new MadeToken(text, token, TokenVerifier.verify(token, KEYS));
  }

  boolean isOfGoogle() {
    return token.claims().path("iss").asString("").endsWith("accounts.google.com");
  }

  /** Whether it is not known what AWS does with it. */
  boolean open() {
    return token.claims().path("iss").asString("").equals(BARE);
  }

  /** Somebody else, who asks for the same by the same way. */
  Token stranger(Choices choices) {
    ObjectNode claims = token.claims().deepCopy();
    String subject = choices.oneOf("100000000000000000007", "repo:others/name:ref:refs/heads/main");
    String azp = claims.path("azp").asString("");
    if (azp.equals(claims.path("sub").asString("")) || azp.equals(SUBJECT)) {
      claims.put("azp", subject);
    } else if (azp.equals(ADDRESS)) {
      claims.put("azp", "other@others.iam.gserviceaccount.com");
    }
    claims.put("sub", subject).put("email", "other@others.iam.gserviceaccount.com");
    return Tokens.jwt(claims.toString());
  }

  /** The claims, for whoever looks at a pair on which the two disagree. */
  String shown() {
    return token.claims().toString() + " " + signature.status();
  }
}
