package dev.crosstrust.ui.explain;

import dev.crosstrust.secret.Redactor;
import dev.crosstrust.secret.Secret;
import dev.crosstrust.token.Reading;
import dev.crosstrust.token.SignedRequest;
import dev.crosstrust.token.TokenReader;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes the secrets out of texts that are pasted, before they are shown. A token is remembered by
 * what stands in its place: a JWT keeps all but its signature, which is dots.
 */
final class KeptSecrets {
  /** As it is pasted, or as it is kept: what is kept stays so when it comes by again. */
  private static final Pattern JWT =
      Pattern.compile("(eyJ[\\w-]{4,}\\.eyJ[\\w-]{4,})\\.([\\w-]{8,}|•{10})");

  private static final String DOTS = "•".repeat(10);

  private final Map<String, Secret> kept = new LinkedHashMap<>();

  /** The text as it may be shown. */
  String keep(String text) {
    if (TokenReader.read(text) instanceof Reading.Decoded(SignedRequest request)) {
      return remembered(request.raw().toString(), request.raw());
    }
    return withoutSignatures(text, new Redactor()::text);
  }

  /** The text without what makes its tokens usable, and else as it is. */
  String keepTokens(String text) {
    return withoutSignatures(text, UnaryOperator.identity());
  }

  private String withoutSignatures(String text, UnaryOperator<String> rest) {
    StringBuilder shown = new StringBuilder();
    Matcher jwt = JWT.matcher(text);
    int from = 0;
    while (jwt.find()) {
      shown.append(rest.apply(text.substring(from, jwt.start())));
      shown.append(withoutSignature(jwt.toMatchResult()));
      from = jwt.end();
    }
    return shown.append(rest.apply(text.substring(from))).toString();
  }

  /** The first token that was taken out of this text, whole. */
  Optional<Secret> in(String shown) {
    return kept.keySet().stream()
        .filter(shown::contains)
        .reduce((one, other) -> shown.indexOf(one) <= shown.indexOf(other) ? one : other)
        .map(kept::get);
  }

  private String withoutSignature(MatchResult jwt) {
    if (jwt.group(2).equals(DOTS)) {
      return jwt.group();
    }
    return remembered(jwt.group(1) + "." + DOTS, Secret.of(jwt.group()));
  }

  private String remembered(String place, Secret token) {
    kept.put(place, token);
    return place;
  }
}
