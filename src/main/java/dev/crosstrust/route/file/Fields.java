package dev.crosstrust.route.file;

import dev.crosstrust.route.file.Yaml.Items;
import dev.crosstrust.route.file.Yaml.Mapping;
import dev.crosstrust.route.file.Yaml.Place;
import dev.crosstrust.route.file.Yaml.Scalar;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The keys of one group, read strictly: whatever is not exactly right becomes one of the problems,
 * and something empty stands in for it.
 */
final class Fields {
  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,6}");

  private final Mapping mapping;
  private final String path;
  private final Problems problems;

  private Fields(Mapping mapping, String path, Problems problems) {
    this.mapping = mapping;
    this.path = path;
    this.problems = problems;
  }

  /**
   * A group that has no other keys than these.
   *
   * @param path what the group is called in messages; empty for the file itself
   */
  static Fields of(Yaml value, String path, Set<String> known, Problems problems) {
    if (!(value instanceof Mapping mapping)) {
      String what = path.isEmpty() ? "a route" : path;
      problems.add(
          path, value.place(), "%s is a group of keys, not %s".formatted(what, value.kind()));
      return new Fields(new Mapping(Map.of(), Map.of(), value.place()), path, problems);
    }
    Fields fields = new Fields(mapping, path, problems);
    mapping
        .keys()
        .forEach(
            (key, place) -> {
              if (!known.contains(key)) {
                String full = fields.full(key);
                String message = full + " is not known here" + Suggestion.of(key, known);
                problems.add(full, place, message);
              }
            });
    return fields;
  }

  /** The value of a key, unless it is absent or {@code null}. */
  Optional<Yaml> value(String key) {
    return Optional.ofNullable(mapping.values().get(key))
        .filter(value -> !(value instanceof Scalar scalar && scalar.type() == Yaml.Type.NULL));
  }

  /** Says what is wrong with a key's value, or where it is missing with its group. */
  void refuse(String key, String message) {
    problems.add(full(key), at(key), message);
  }

  Fields group(String key, Set<String> known) {
    Optional<Yaml> value = value(key);
    if (value.isEmpty()) {
      refuse(key, "%s is missing".formatted(full(key)));
    }
    Yaml written = value.orElse(new Mapping(Map.of(), Map.of(), mapping.place()));
    return of(written, full(key), known, problems);
  }

  String text(String key, Form form) {
    Optional<Yaml> value = value(key);
    if (value.isEmpty()) {
      refuse(key, "%s is missing".formatted(full(key)));
    }
    return value.isPresent() ? text(key, value.get(), form) : "";
  }

  @Nullable String optionalText(String key, Form form) {
    Optional<Yaml> value = value(key);
    return value.isPresent() ? text(key, value.get(), form) : null;
  }

  private String text(String key, Yaml value, Form form) {
    if (!(value instanceof Scalar scalar)) {
      refuse(key, "%s is text, not %s".formatted(full(key), value.kind()));
      return "";
    }
    if (scalar.type() != Yaml.Type.TEXT) {
      refuse(key, "%s is text; put it between quotes: \"%s\"".formatted(full(key), scalar.text()));
    } else if (!form.pattern().matcher(scalar.text()).matches()) {
      refuse(key, "%s: \"%s\" is not %s".formatted(full(key), scalar.text(), form.words()));
    }
    return scalar.text();
  }

  /** One of a few words. */
  @Nullable String choice(String key, List<String> words) {
    Optional<Yaml> value = value(key);
    if (value.isEmpty()) {
      return null;
    }
    String written = value.get() instanceof Scalar scalar ? scalar.text() : value.get().kind();
    if (words.contains(written)) {
      return written;
    }
    refuse(
        key,
        "%s: \"%s\" is none of %s%s"
            .formatted(
                full(key), written, String.join(", ", words), Suggestion.of(written, words)));
    return null;
  }

  /** One of a few words, or empty. */
  String requiredChoice(String key, List<String> words) {
    if (value(key).isEmpty()) {
      refuse(key, "%s is missing: one of %s".formatted(full(key), String.join(", ", words)));
    }
    return Objects.requireNonNullElse(choice(key, words), "");
  }

  @Nullable Duration seconds(String key, int least, int most) {
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
      refuse(
          key, "%s is a whole number of seconds from %d to %d".formatted(full(key), least, most));
      return null;
    }
    return Duration.ofSeconds(Integer.parseInt(written));
  }

  /** The groups of a list; each is called by its number, from 1: {@code steps[1]}. */
  List<Fields> groups(String key, Set<String> known) {
    Optional<Yaml> value = value(key);
    if (value.isEmpty()) {
      return List.of();
    }
    if (!(value.get() instanceof Items items)) {
      refuse(key, "%s is a list, not %s".formatted(full(key), value.get().kind()));
      return List.of();
    }
    List<Fields> groups = new ArrayList<>();
    for (Yaml item : items.values()) {
      groups.add(of(item, "%s[%d]".formatted(full(key), groups.size() + 1), known, problems));
    }
    return groups;
  }

  /** Where a key's value stands, or its group where it is missing. */
  private Place at(String key) {
    Yaml value = mapping.values().get(key);
    return value == null ? mapping.place() : value.place();
  }

  String full(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }
}
