package dev.crosstrust.diagnosis.reading;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the body of an answer says.
 *
 * @param code the service's word for the error
 * @param message its sentence, or the raw text
 * @param fields what else it says, by name
 */
public record Said(@Nullable String code, String message, Map<String, String> fields) {
  public Said {
    fields = Map.copyOf(fields);
  }

  static Said plain(String text) {
    return new Said(null, text, Map.of());
  }
}
