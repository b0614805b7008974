package dev.crosstrust.ui.kit;

import java.io.StringWriter;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.json.JsonMapper;

/**
 * JSON made easier to read, token by token: names that stand there twice and long numbers stay as
 * they are.
 */
public final class IndentedJson {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** As the consoles of both clouds write it. */
  private static final PrettyPrinter CUSTOMARY =
      new DefaultPrettyPrinter(
              Separators.createDefaultInstance()
                  .withObjectNameValueSpacing(Separators.Spacing.AFTER)
                  .withObjectEmptySeparator("")
                  .withArrayEmptySeparator(""))
          .withObjectIndenter(new DefaultIndenter("  ", "\n"))
          .withArrayIndenter(new DefaultIndenter("  ", "\n"));

  private IndentedJson() {}

  /** Empty when the text is not one object or array of JSON. */
  public static Optional<String> of(String text) {
    StringWriter indented = new StringWriter();
    try (JsonParser parser = JSON.createParser(text);
        JsonGenerator generator = JSON.writer().with(CUSTOMARY).createGenerator(indented)) {
      parser.nextToken();
      if (!parser.isExpectedStartObjectToken() && !parser.isExpectedStartArrayToken()) {
        return Optional.empty();
      }
      generator.copyCurrentStructureExact(parser);
      if (parser.nextToken() != null) {
        return Optional.empty();
      }
      generator.flush();
      return Optional.of(indented.toString());
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }
}
