package dev.crosstrust.identity.google;

import dev.crosstrust.secret.Secret;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where a credential is kept. Identities hold the place and not the credential, so that listing
 * them keeps no secret; it is read when it is needed.
 *
 * @param file a JSON file
 * @param pointer where in it, as a JSON pointer (RFC 6901); empty for the whole
 */
public record CredentialPlace(Path file, String pointer) {
  private static final JsonMapper JSON = JsonMapper.shared();

  static CredentialPlace of(Path file) {
    return new CredentialPlace(file, "");
  }

  CredentialPlace inside(String member) {
    return new CredentialPlace(file, pointer + "/" + member);
  }

  /** A secret member of the credential. */
  public Secret secret(String member) throws UnusableFileException {
    return Secret.of(required(read(), member));
  }

  JsonNode read() throws UnusableFileException {
    JsonNode credential = parsed().at(pointer);
    if (!credential.isObject()) {
      throw UnusableFileException.unreadable(this + " is not a JSON object");
    }
    return credential;
  }

  String required(JsonNode credential, String member) throws UnusableFileException {
    String text = text(credential, member);
    if (text == null) {
      throw UnusableFileException.unreadable("%s has no \"%s\"".formatted(this, member));
    }
    return text;
  }

  static @Nullable String text(JsonNode credential, String member) {
    JsonNode value = credential.path(member);
    return value.isString() && !value.stringValue().isBlank() ? value.stringValue() : null;
  }

  /** The parser's own message may quote the file, and so a secret: only its place is kept. */
  private JsonNode parsed() throws UnusableFileException {
    try {
      return JSON.readTree(SmallFile.read(file));
    } catch (JacksonException e) {
      TokenStreamLocation at = e.getLocation();
      throw UnusableFileException.unreadable(
          "%s is not JSON: cut or malformed at line %d, column %d"
              .formatted(file, at.getLineNr(), at.getColumnNr()));
    }
  }

  @Override
  public String toString() {
    return pointer.isEmpty() ? file.toString() : file + " at " + pointer;
  }
}
