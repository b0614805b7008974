package dev.crosstrust.route;

import dev.crosstrust.route.Yaml.Items;
import dev.crosstrust.route.Yaml.Mapping;
import dev.crosstrust.route.Yaml.Place;
import dev.crosstrust.route.Yaml.Scalar;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The keys of one group, read strictly. */
final class Fields {
  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,6}");

  private final Mapping mapping;
  private final String path;

  private Fields(Mapping mapping, String path) {
    this.mapping = mapping;
    this.path = path;
  }

  /**
   * @param path what the group is called in messages; empty for the file itself
   * @throws UnreadableException when it is no group, or has a key that is not known
   */
  static Fields of(Yaml value, String path, Set<String> known) throws UnreadableException {
    if (!(value instanceof Mapping mapping)) {
      String what = path.isEmpty() ? "a route" : path;
      throw new UnreadableException(
          value.place(), "%s is a group of keys, not %s".formatted(what, value.kind()));
    }
    Fields fields = new Fields(mapping, path);
    for (var key : mapping.keys().entrySet()) {
      if (!known.contains(key.getKey())) {
        throw new UnreadableException(
            key.getValue(),
            "%s is not known here%s"
                .formatted(fields.full(key.getKey()), Suggestion.of(key.getKey(), known)));
      }
    }
    return fields;
  }

  /** The value of a key, unless it is absent or {@code null}. */
  Optional<Yaml> value(String key) {
    return Optional.ofNullable(mapping.values().get(key))
        .filter(value -> !(value instanceof Scalar scalar && scalar.type() == Yaml.Type.NULL));
  }

  Yaml required(String key) throws UnreadableException {
    return value(key)
        .orElseThrow(() -> new UnreadableException(at(key), "%s is missing".formatted(full(key))));
  }

  Fields group(String key, Set<String> known) throws UnreadableException {
    return of(required(key), full(key), known);
  }

  String text(String key, Form form) throws UnreadableException {
    return text(key, required(key), form);
  }

  @Nullable String optionalText(String key, Form form) throws UnreadableException {
    Optional<Yaml> value = value(key);
    return value.isPresent() ? text(key, value.get(), form) : null;
  }

  private String text(String key, Yaml value, Form form) throws UnreadableException {
    if (!(value instanceof Scalar scalar)) {
      throw new UnreadableException(
          value.place(), "%s is text, not %s".formatted(full(key), value.kind()));
    }
    if (scalar.type() != Yaml.Type.TEXT) {
      throw new UnreadableException(
          value.place(),
          "%s is text; put it between quotes: \"%s\"".formatted(full(key), scalar.text()));
    }
    if (!form.pattern().matcher(scalar.text()).matches()) {
      throw new UnreadableException(
          value.place(), "%s: \"%s\" is not %s".formatted(full(key), scalar.text(), form.words()));
    }
    return scalar.text();
  }

  /** One of a few words. */
  @Nullable String choice(String key, List<String> words) throws UnreadableException {
    Optional<Yaml> value = value(key);
    if (value.isEmpty()) {
      return null;
    }
    String written = value.get() instanceof Scalar scalar ? scalar.text() : value.get().kind();
    if (!words.contains(written)) {
      throw new UnreadableException(
          value.get().place(),
          "%s: \"%s\" is none of %s%s"
              .formatted(
                  full(key), written, String.join(", ", words), Suggestion.of(written, words)));
    }
    return written;
  }

  String requiredChoice(String key, List<String> words) throws UnreadableException {
    String chosen = choice(key, words);
    if (chosen == null) {
      throw new UnreadableException(
          at(key), "%s is missing: one of %s".formatted(full(key), String.join(", ", words)));
    }
    return chosen;
  }

  @Nullable Duration seconds(String key, int least, int most) throws UnreadableException {
    Optional<Yaml> value = value(key);
    if (value.isEmpty()) {
      return null;
    }
    String written =
        value.get() instanceof Scalar scalar && scalar.type() == Yaml.Type.NUMBER
            ? scalar.text()
            : "";
    if (!SECONDS.matcher(written).matches()
        || Integer.parseInt(written) < least
        || Integer.parseInt(written) > most) {
      throw new UnreadableException(
          value.get().place(),
          "%s is a whole number of seconds from %d to %d".formatted(full(key), least, most));
    }
    return Duration.ofSeconds(Integer.parseInt(written));
  }

  List<Yaml> list(String key) throws UnreadableException {
    Optional<Yaml> value = value(key);
    if (value.isEmpty()) {
      return List.of();
    }
    if (value.get() instanceof Items items) {
      return items.values();
    }
    throw new UnreadableException(
        value.get().place(), "%s is a list, not %s".formatted(full(key), value.get().kind()));
  }

  /** Where a key's value stands, or its group where it is missing. */
  Place at(String key) {
    Yaml value = mapping.values().get(key);
    return value == null ? mapping.place() : value.place();
  }

  String full(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }
}
