package dev.crosstrust.trust;

import java.util.function.UnaryOperator;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/** Documents in JSON as people wrote or copied them: what cannot be read is told by its place. */
public final class JsonText {
  /** Keeps numbers as they are written: an id that became a number is evidence. */
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  /** What some editors begin a file with. */
  private static final String BYTE_ORDER = "\ufeff";

  private JsonText() {}

  /**
   * Reads a text; of a member that is there twice the last counts, as at AWS.
   *
   * @param unreadable what is said of a text that is not JSON, of the place where reading ended:
   *     {@code line 2, column 7}
   */
  public static JsonNode read(String text, UnaryOperator<String> unreadable)
      throws UnreadableDocument {
    try {
      return JSON.readTree(text.startsWith(BYTE_ORDER) ? text.substring(1) : text);
    } catch (JacksonException e) {
      TokenStreamLocation at = e.getLocation();
      throw new UnreadableDocument(
          unreadable.apply(
              "line %d, column %d"
                  .formatted(at == null ? 1 : at.getLineNr(), at == null ? 1 : at.getColumnNr())));
    }
  }
}
