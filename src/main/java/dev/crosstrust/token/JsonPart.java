package dev.crosstrust.token;

import dev.crosstrust.token.Reading.Looks;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The parts of a token that hold JSON, and how each is read. */
enum JsonPart {
  HEADER("The part with the header", Looks.DAMAGED),
  CLAIMS("The part with the claims", Looks.DAMAGED),
  SIGNED_REQUEST("The signed request", Looks.BROKEN_REQUEST);

  /** Keeps every number as it was written: a 21-digit id and a fraction are evidence. */
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private final String subject;
  private final Looks damaged;

  JsonPart(String subject, Looks damaged) {
    this.subject = subject;
    this.damaged = damaged;
  }

  /** The text under base64url. */
  String decode(String part) throws NotAToken {
    try {
      byte[] bytes = Base64Url.decode(part);
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (IllegalArgumentException e) {
      throw new NotAToken(damaged, "%s is not base64url: %s.".formatted(subject, e.getMessage()));
    } catch (CharacterCodingException e) {
      throw new NotAToken(damaged, "%s is not text in UTF-8.".formatted(subject));
    }
  }

  /** A JSON object; of a member that is there twice the last counts, as at AWS STS. */
  ObjectNode object(String json) throws NotAToken {
    try {
      JsonNode node = JSON.readTree(json);
      if (node instanceof ObjectNode object) {
        return object;
      }
      throw new NotAToken(damaged, "%s is JSON, but not an object.".formatted(subject));
    } catch (UnexpectedEndOfInputException e) {
      throw new NotAToken(
          Looks.CUT,
          "%s ends in the middle of its JSON, after %d characters: the token is cut."
              .formatted(subject, json.length()));
    } catch (JacksonException e) {
      long position = e.getLocation() == null ? 1 : e.getLocation().getCharOffset() + 1;
      throw new NotAToken(
          damaged,
          "%s is not JSON: it cannot be read at character %d.".formatted(subject, position));
    }
  }
}
