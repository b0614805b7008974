package dev.crosstrust.trust.google;

import dev.crosstrust.finding.Confidence;
import dev.crosstrust.finding.Finding;
import dev.crosstrust.finding.Fix;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What Google refuses about keys that are uploaded to a provider. RSA and P-256 are taken; that
 * other keys are refused as a whole was measured.
 */
final class UploadedKeys {
  private static final int MOST = 8;
  private static final JsonMapper JSON = new JsonMapper();

  private UploadedKeys() {}

  static Judged of(String jwks) {
    JsonNode keys;
    try {
      keys = JSON.readTree(jwks).path("keys");
    } catch (JacksonException e) {
      return Judged.refused(refused("The uploaded keys are not JSON"));
    }
    if (!keys.isArray() || keys.isEmpty()) {
      return Judged.refused(refused("There are no keys in the uploaded key set"));
    }
    if (keys.size() > MOST) {
      return Judged.refused(
          refused("There are %d uploaded keys; %d are the most".formatted(keys.size(), MOST)));
    }
    List<Finding> hints = new ArrayList<>();
    for (JsonNode key : keys) {
      Optional<String> unfit = unfit(key);
      if (unfit.isPresent()) {
        return Judged.refused(
            refused("Google takes no uploaded key of type %s".formatted(unfit.get()))
                .because("The key `%s` is one.".formatted(key.path("kid").asString(""))));
      }
      if (key.has("x5c") || key.has("x5t")) {
        hints.add(
            Finding.warning("google.jwks-refused", "An uploaded key carries a certificate")
                .because("The key `%s` has x5c or x5t.".formatted(key.path("kid").asString("")))
                .fix(strip())
                .confidence(Confidence.POSSIBLE)
                .source(Pages.KEYS));
      }
    }
    return Judged.passed(hints.toArray(Finding[]::new));
  }

  private static Optional<String> unfit(JsonNode key) {
    String type = key.path("kty").asString("");
    String curve = key.path("crv").asString("");
    boolean fits = type.equals("RSA") || (type.equals("EC") && curve.equals("P-256"));
    return fits ? Optional.empty() : Optional.of((type + " " + curve).strip());
  }

  private static Finding refused(String title) {
    return Finding.error("google.jwks-refused", title)
        .because("With uploaded keys Google asks the issuer for none.")
        .fix(strip(), Fix.of("Or upload none, where Google can reach the issuer's own keys."))
        .source(Pages.KEYS);
  }

  private static Fix strip() {
    return Fix.of(
        "Upload RSA and P-256 keys only, with kty, alg, use, kid, n, e, x, y and crv alone.");
  }
}
