package dev.crosstrust.evidence;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
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
      JsonNode written = JSON.readTree(text(file));
      if (!written.isObject()) {
        throw new IOException(file + " is not a JSON object of origins");
      }
      Map<String, URI> table = new TreeMap<>();
      written.properties().forEach(it -> table.put(real(it.getKey()), instead(it)));
      return new Origins(table);
    } catch (JacksonException e) {
      throw new IOException(
          "%s is not JSON: see line %d".formatted(file, e.getLocation().getLineNr()), e);
    } catch (IllegalArgumentException e) {
      throw new IOException("%s: %s".formatted(file, e.getMessage()), e);
    }
  }

  private static String text(Path file) throws IOException {
    try {
      return Files.readString(file);
    } catch (NoSuchFileException e) {
      throw new IOException(file + " is not there", e);
    } catch (CharacterCodingException e) {
      throw new IOException(file + " is not text in UTF-8", e);
    } catch (IOException e) {
      throw new IOException(file + " cannot be read", e);
    }
  }

  private static String real(String origin) {
    if (URI.create(origin).getHost() == null) {
      throw new IllegalArgumentException("%s is not an origin".formatted(origin));
    }
    return origin;
  }

  private static URI instead(Map.Entry<String, JsonNode> entry) {
    if (!entry.getValue().isString()) {
      throw new IllegalArgumentException(
          "what to call instead of %s is not text".formatted(entry.getKey()));
    }
    return URI.create(entry.getValue().asString());
  }
}
