package dev.crosstrust.sandbox.wire;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads {@code application/x-www-form-urlencoded} text, in queries and in bodies. */
public final class FormCodec {
  private FormCodec() {}

  /** Names and values decoded, in their order; a repeated name keeps every value. */
  public static Map<String, List<String>> decode(String form) {
    Map<String, List<String>> parameters = new LinkedHashMap<>();
    for (String pair : form.split("&", -1)) {
      if (pair.isEmpty()) {
        continue;
      }
      int equals = pair.indexOf('=');
      String name = equals < 0 ? pair : pair.substring(0, equals);
      String value = equals < 0 ? "" : pair.substring(equals + 1);
      parameters.computeIfAbsent(decodePart(name), _ -> new ArrayList<>()).add(decodePart(value));
    }
    return parameters;
  }

  private static String decodePart(String part) {
    try {
      return URLDecoder.decode(part, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException malformedEscape) {
      return part;
    }
  }
}
