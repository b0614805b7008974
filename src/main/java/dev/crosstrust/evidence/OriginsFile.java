package dev.crosstrust.evidence;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The table of origins as a file: a JSON object, real origin to origin to call instead, for example
 * {@code {"https://accounts.google.com": "http://127.0.0.1:4001"}}.
 */
public final class OriginsFile {
  private static final JsonMapper JSON = new JsonMapper();

  private OriginsFile() {}

  /**
   * Reads a table.
   *
   * @throws IOException with a sentence that names the file, when it cannot be read or used
   */
  public static Origins read(Path file) throws IOException {
    try {
      Map<String, String> written =
          JSON.readValue(Files.readString(file), new TypeReference<TreeMap<String, String>>() {});
      Map<String, URI> table = new TreeMap<>();
      written.forEach((real, instead) -> table.put(real, URI.create(instead)));
      return new Origins(table);
    } catch (JacksonException e) {
      throw new IOException(
          "%s is not a JSON object of origins: %s".formatted(file, e.getOriginalMessage()), e);
    } catch (IllegalArgumentException e) {
      throw new IOException("%s: %s".formatted(file, e.getMessage()), e);
    }
  }
}
