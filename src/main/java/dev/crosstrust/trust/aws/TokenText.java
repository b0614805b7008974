package dev.crosstrust.trust.aws;

import dev.crosstrust.token.Jwt;
import dev.crosstrust.token.Token;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Claims of a token as texts; empty where they are not there. */
record TokenText(Token token) {
  String claim(String name) {
    JsonNode claim = token.claims().path(name);
    return claim.isIntegralNumber() ? claim.asString() : claim.stringValue("");
  }

  List<String> audiences() {
    return token instanceof Jwt jwt ? jwt.audiences() : List.of();
  }
}
