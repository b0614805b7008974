package dev.crosstrust.token.signature;

import static dev.crosstrust.token.signature.SignatureCheck.invalid;
import static dev.crosstrust.token.signature.SignatureCheck.unchecked;

import dev.crosstrust.token.Jws;
import dev.crosstrust.token.signature.SignatureCheck.Cause;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Finds the one key of a set that may check a signature, or says why there is none. */
sealed interface KeyChoice {
  /** This key, which is for this algorithm. */
  record Chosen(KeyType type, ObjectNode jwk) implements KeyChoice {}

  /** No key; the check ends here. */
  record None(SignatureCheck check) implements KeyChoice {}

  static KeyChoice of(Jws jws, KeySet set) {
    String algorithm = jws.algorithm().orElse("");
    KeyType type = KeyType.of(algorithm).orElse(null);
    if (type == null) {
      return new None(
          unchecked(
              jws,
              Cause.ALGORITHM_UNKNOWN,
              "Signatures by `%s` cannot be checked here.".formatted(algorithm)));
    }
    if (type == KeyType.SYMMETRIC && set.mixed()) {
      return unfit(
          jws, "A shared-secret signature is not checked against a set that has public keys too.");
    }
    List<ObjectNode> candidates = candidates(jws, type, set);
    if (candidates.isEmpty()) {
      return new None(invalid(jws, Cause.KEY_NOT_FOUND, notFound(jws, type, set)));
    }
    if (candidates.size() > 1) {
      return new None(
          unchecked(
              jws,
              Cause.SEVERAL_KEYS,
              "%d keys in %s could be meant: a key id must name one (OpenID Connect Core, 10.1)."
                  .formatted(candidates.size(), set.from())));
    }
    return fit(jws, type, candidates.getFirst());
  }

  /** Those of the token's key id; where one side names none, those of the right type. */
  private static List<ObjectNode> candidates(Jws jws, KeyType type, KeySet set) {
    String kid = jws.keyId().orElse("");
    List<ObjectNode> named =
        set.keys().stream().filter(key -> !kid.isEmpty() && text(key, "kid").equals(kid)).toList();
    return named.isEmpty()
        ? set.keys().stream()
            .filter(key -> kid.isEmpty() || !key.has("kid"))
            .filter(key -> type.isOf(text(key, "kty"), text(key, "crv")))
            .toList()
        : named;
  }

  private static String notFound(Jws jws, KeyType type, KeySet set) {
    return jws.keyId().isPresent()
        ? "Among the %d keys in %s none is called `%s`."
            .formatted(set.keys().size(), set.from(), jws.keyId().get())
        : "Among the %d keys in %s none is %s."
            .formatted(set.keys().size(), set.from(), type.describe());
  }

  private static KeyChoice fit(Jws jws, KeyType type, ObjectNode jwk) {
    String algorithm = jws.algorithm().orElse("");
    if (!type.isOf(text(jwk, "kty"), text(jwk, "crv"))) {
      return unfit(
          jws,
          "The token says `%s`, which needs a key of type %s; its key is %s %s."
              .formatted(algorithm, type.describe(), text(jwk, "kty"), text(jwk, "crv"))
              .replace(" .", "."));
    }
    if (jwk.has("alg") && !text(jwk, "alg").equals(algorithm)) {
      return unfit(
          jws, "The token says `%s`, its key is for `%s`.".formatted(algorithm, text(jwk, "alg")));
    }
    if (jwk.has("use") && !text(jwk, "use").equals("sig")) {
      return unfit(jws, "The key is not for signatures (`use`).");
    }
    JsonNode operations = jwk.path("key_ops");
    boolean verifies =
        operations.isMissingNode()
            || operations.valueStream().anyMatch(op -> op.stringValue("").equals("verify"));
    return verifies
        ? new Chosen(type, jwk)
        : unfit(jws, "The key is not for checking signatures (`key_ops`).");
  }

  private static None unfit(Jws jws, String reason) {
    return new None(invalid(jws, Cause.KEY_UNFIT, reason));
  }

  private static String text(ObjectNode key, String member) {
    return key.path(member).stringValue("");
  }
}
