package dev.crosstrust.token.signature;

import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.token.Jws;
import dev.crosstrust.token.NotAToken;
import dev.crosstrust.token.signature.SignatureCheck.Status;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Public test vectors, and our word on them. */
final class Vectors {
  private static final JsonMapper JSON = new JsonMapper();

  private Vectors() {}

  static JsonNode read(String path) {
    try (InputStream in = Vectors.class.getResourceAsStream("/vectors/" + path)) {
      return JSON.readTree(Objects.requireNonNull(in, path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static KeySet keys(JsonNode jwks) {
    return ((Outcome.Done<KeySet>) KeySet.parse(jwks.toString(), "the vectors")).value();
  }

  /** What is no token at all is as good as invalid. */
  static Status verdict(String compact, JsonNode jwks) {
    try {
      return TokenVerifier.check(Jws.parse(compact), keys(jwks)).status();
    } catch (NotAToken e) {
      return Status.INVALID;
    }
  }
}
