package dev.crosstrust.sandbox.aws.signature;

import dev.crosstrust.sandbox.wire.Request;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code Authorization: AWS4-HMAC-SHA256 Credential=…, SignedHeaders=…, Signature=…}. */
final class AuthorizationHeader {
  private AuthorizationHeader() {}

  static boolean isIn(Request request) {
    return request.header("Authorization").isPresent();
  }

  static Presented read(Request request, Dialect dialect) {
    Refusals refusals = dialect.refusals();
    String header = request.header("Authorization").orElseThrow(refusals::notSigned).strip();
    int blank = header.indexOf(' ');
    String scheme = blank < 0 ? header : header.substring(0, blank);
    if (!scheme.equals(Presented.ALGORITHM)) {
      throw refusals.otherMechanism(scheme);
    }
    Map<String, String> parts = parts(header.substring(scheme.length()));
    if (!parts.keySet().containsAll(List.of("Credential", "SignedHeaders", "Signature"))) {
      throw refusals.incompleteHeader();
    }
    Scope scope =
        Scope.parse(parts.getOrDefault("Credential", ""))
            .orElseThrow(() -> refusals.malformedCredential(false));
    return new Presented(
        scope,
        date(request).orElseThrow(refusals::missingDate),
        List.of(parts.getOrDefault("SignedHeaders", "").split(";", -1)),
        parts.getOrDefault("Signature", ""),
        request.header("X-Amz-Security-Token"),
        false,
        Optional.empty());
  }

  private static Map<String, String> parts(String list) {
    Map<String, String> parts = new HashMap<>();
    for (String part : list.split(",", -1)) {
      int equals = part.indexOf('=');
      if (equals > 0) {
        parts.put(part.substring(0, equals).strip(), part.substring(equals + 1).strip());
      }
    }
    return parts;
  }

  private static Optional<Instant> date(Request request) {
    return request
        .header("X-Amz-Date")
        .map(text -> parse(text, Refusals.BASIC))
        .orElseGet(
            () ->
                request
                    .header("Date")
                    .flatMap(text -> parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)));
  }

  static Optional<Instant> parse(String text, DateTimeFormatter form) {
    try {
      return Optional.of(form.parse(text, Instant::from));
    } catch (DateTimeParseException notOfThisForm) {
      return Optional.empty();
    }
  }
}
