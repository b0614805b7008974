package dev.crosstrust.identity.aws;

import dev.crosstrust.identity.BoundedFile;
import dev.crosstrust.secret.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reading what the AWS tools keep of a sign-in. */
final class CacheFile {
  private static final JsonMapper JSON = JsonMapper.shared();

  private CacheFile() {}

  /** The file that the tools name after the hash of a key. */
  static Path named(Path folder, String algorithm, String key) {
    try {
      byte[] hash =
          MessageDigest.getInstance(algorithm).digest(key.getBytes(StandardCharsets.UTF_8));
      return folder.resolve(HexFormat.of().formatHex(hash) + ".json");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has " + algorithm, e);
    }
  }

  /** The object in the file; nothing when there is none or it is not JSON. */
  static Optional<JsonNode> read(Path file) {
    try {
      return Optional.of(JSON.readTree(BoundedFile.text(file))).filter(JsonNode::isObject);
    } catch (IOException | JacksonException e) {
      return Optional.empty();
    }
  }

  static @Nullable String text(JsonNode object, String member) {
    return object.path(member).asStringOpt().filter(text -> !text.isBlank()).orElse(null);
  }

  static @Nullable Secret secret(JsonNode object, String member) {
    String text = text(object, member);
    return text == null ? null : Secret.of(text);
  }

  /** A time in ISO 8601; older tools end it with {@code UTC}. */
  static @Nullable Instant time(JsonNode object, String member) {
    String text = text(object, member);
    if (text == null) {
      return null;
    }
    try {
      return Instant.parse(text.replaceFirst("UTC$", "Z"));
    } catch (DateTimeParseException e) {
      return null;
    }
  }
}
