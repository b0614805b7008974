package dev.crosstrust.trust.aws.policy;

import java.util.List;

/** What a condition key is in a request. */
public sealed interface KeyValue {
  /**
   * It is there.
   *
   * @param list whether the key holds a list of values, even of one: operators for single values
   *     never match it
   */
  record Known(List<String> values, boolean list) implements KeyValue {
    public Known {
      values = List.copyOf(values);
    }
  }

  /** It is not there. */
  record Absent() implements KeyValue {}

  /** It is this, or it is not there: it is not written whether AWS has such a key. */
  record Perhaps(String value) implements KeyValue {}

  /** It cannot be told from here whether it is there, or what it is. */
  record Unknown() implements KeyValue {}

  /** One value. */
  static KeyValue of(String value) {
    return new Known(List.of(value), false);
  }

  /** The values; a list when there are several. */
  static KeyValue of(List<String> values) {
    return values.isEmpty() ? absent() : new Known(values, values.size() > 1);
  }

  static KeyValue absent() {
    return new Absent();
  }

  static KeyValue unknown() {
    return new Unknown();
  }

  /** The values that are known; none otherwise. */
  default List<String> known() {
    return switch (this) {
      case Known(List<String> values, _) -> values;
      case Perhaps(String value) -> List.of(value);
      case Absent _, Unknown _ -> List.of();
    };
  }
}
