package dev.crosstrust.route.file;

import dev.crosstrust.route.file.Yaml.Items;
import dev.crosstrust.route.file.Yaml.Mapping;
import dev.crosstrust.route.file.Yaml.Place;
import dev.crosstrust.route.file.Yaml.Scalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLParser;
import tools.jackson.dataformat.yaml.YAMLReadFeature;

/**
 * Reads one YAML document with the place of every value. References (anchors, aliases) and tags are
 * refused: a route needs none, and a hostile file may.
 */
final class YamlReader {
  private static final YAMLMapper MAPPER =
      YAMLMapper.builder().disable(YAMLReadFeature.EMPTY_STRING_AS_NULL).build();

  private final YAMLParser parser;

  private YamlReader(YAMLParser parser) {
    this.parser = parser;
  }

  static Yaml read(String text) throws UnreadableException {
    try (YAMLParser parser = (YAMLParser) MAPPER.createParser(text)) {
      YamlReader reader = new YamlReader(parser);
      Yaml value = reader.value(parser.nextToken());
      if (parser.nextToken() != null) {
        throw new UnreadableException(
            reader.place(), "a second document starts here; a file holds one route");
      }
      return value;
    } catch (JacksonException e) {
      throw new UnreadableException(place(e.getLocation()), syntax(e));
    }
  }

  private Yaml value(@Nullable JsonToken token) throws UnreadableException {
    Place place = place();
    if (token == null) {
      throw new UnreadableException(new Place(1, 1), "the file is empty");
    }
    if (parser.isCurrentAlias() || parser.getObjectId() != null || parser.getTypeId() != null) {
      throw new UnreadableException(place, "anchors, references and tags are not used in a route");
    }
    return switch (token) {
      case START_OBJECT -> mapping(place);
      case START_ARRAY -> items(place);
      case VALUE_NULL -> new Scalar("", Yaml.Type.NULL, place);
      case VALUE_TRUE, VALUE_FALSE -> new Scalar(parser.getString(), Yaml.Type.BOOLEAN, place);
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
          new Scalar(parser.getString(), Yaml.Type.NUMBER, place);
      default -> new Scalar(parser.getString(), Yaml.Type.TEXT, place);
    };
  }

  private Mapping mapping(Place start) throws UnreadableException {
    Map<String, Yaml> values = new LinkedHashMap<>();
    Map<String, Place> keys = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String key = parser.currentName();
      Place place = place();
      Place before = keys.putIfAbsent(key, place);
      if (before != null) {
        throw new UnreadableException(
            place, "%s is written twice, first in line %d".formatted(key, before.line()));
      }
      values.put(key, value(parser.nextToken()));
    }
    return new Mapping(values, keys, start);
  }

  private Items items(Place start) throws UnreadableException {
    List<Yaml> values = new ArrayList<>();
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      values.add(value(token));
    }
    return new Items(values, start);
  }

  private Place place() {
    return place(parser.currentTokenLocation());
  }

  private static Place place(@Nullable TokenStreamLocation location) {
    return location == null
        ? new Place(1, 1)
        : new Place(Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()));
  }

  /** Among lines about the place and pieces of the text, the last one says what is wrong. */
  private static String syntax(JacksonException e) {
    String message = String.valueOf(e.getOriginalMessage());
    return "not YAML: "
        + message
            .lines()
            .filter(line -> !line.isEmpty() && !Character.isWhitespace(line.charAt(0)))
            .reduce((_, last) -> last)
            .orElse("unreadable");
  }
}
