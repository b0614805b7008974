package dev.crosstrust.trust.aws;

import dev.crosstrust.token.Jwt;
import dev.crosstrust.token.Token;
import java.util.List;

/** Claims of a token as texts; empty where they are not there. */
record TokenText(Token token) {
  String claim(String name) {
    return token.claims().path(name).stringValue("");
  }

  List<String> audiences() {
    return token instanceof Jwt jwt ? jwt.audiences() : List.of();
  }
}
