package dev.crosstrust.ui.walkthrough;

import dev.crosstrust.route.Direction;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads the stories: a YAML file each, beside this class. */
final class Stories {
  private static final List<String> FILES = List.of("google-to-aws.yaml", "aws-to-google.yaml");

  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .addModule(
              new SimpleModule()
                  .addDeserializer(Direction.class, new Word<>(Direction.class, Stories::direction))
                  .addDeserializer(
                      KeyCombination.class, new Word<>(KeyCombination.class, Stories::keys)))
          .build();

  private Stories() {}

  /** All there are, in the order of their cards. */
  static List<Story> all() {
    return FILES.stream()
        .map(file -> read(file, Objects.requireNonNull(Stories.class.getResourceAsStream(file))))
        .toList();
  }

  /**
   * Reads one, and closes the file.
   *
   * @throws IllegalArgumentException with file, line and column, when it is no story
   */
  static Story read(String file, InputStream in) {
    try (in) {
      return YAML.readValue(in, Story.class);
    } catch (JacksonException e) {
      TokenStreamLocation at = e.getLocation();
      throw new IllegalArgumentException(
          "%s, line %d, column %d: %s"
              .formatted(file, at.getLineNr(), at.getColumnNr(), e.getOriginalMessage()),
          e);
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
  }

  /** Single values that are not read by their Java names. */
  private static final class Word<T> extends StdDeserializer<T> {
    private final Function<String, Optional<T>> known;

    Word(Class<T> type, Function<String, Optional<T>> known) {
      super(type);
      this.known = known;
    }

    @Override
    public T deserialize(JsonParser parser, DeserializationContext context) {
      String text = parser.getString();
      Optional<T> value = known.apply(text);
      return value.isPresent()
          ? value.get()
          : context.reportInputMismatch(this, "there is nothing of the name %s", text);
    }
  }

  private static Optional<Direction> direction(String text) {
    return Arrays.stream(Direction.values()).filter(one -> one.text().equals(text)).findFirst();
  }

  /** As JavaFX names them: {@code Shortcut+R}. What is no key's name would be a character there. */
  private static Optional<KeyCombination> keys(String text) {
    return KeyCombination.valueOf(text) instanceof KeyCodeCombination keys
        ? Optional.of(keys)
        : Optional.empty();
  }
}
