package dev.crosstrust.route.file;

import java.util.List;
import java.util.Map;

/** A YAML value that knows where it stands. */
sealed interface Yaml {
  Place place();

  /** For people: what kind of value this is. */
  String kind();

  /**
   * Where something is written.
   *
   * @param line from 1
   * @param column from 1
   */
  record Place(int line, int column) {}

  /**
   * A single value.
   *
   * @param text as written, without quotes
   * @param type as YAML resolves it
   */
  record Scalar(String text, Type type, Place place) implements Yaml {
    @Override
    public String kind() {
      return type.words;
    }
  }

  /** The types of single values. */
  enum Type {
    TEXT("text"),
    NUMBER("a number"),
    BOOLEAN("true or false"),
    NULL("nothing");

    private final String words;

    Type(String words) {
      this.words = words;
    }
  }

  /** A list. */
  record Items(List<Yaml> values, Place place) implements Yaml {
    @Override
    public String kind() {
      return "a list";
    }
  }

  /**
   * Keys and values.
   *
   * @param keys where each key stands, in the file's order
   */
  record Mapping(Map<String, Yaml> values, Map<String, Place> keys, Place place) implements Yaml {
    @Override
    public String kind() {
      return "a group of keys";
    }
  }
}
