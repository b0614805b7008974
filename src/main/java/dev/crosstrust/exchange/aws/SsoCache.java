package dev.crosstrust.exchange.aws;

import dev.crosstrust.identity.BoundedFile;
import dev.crosstrust.secret.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The cache of {@code aws sso login}, written the way the AWS tools do. */
final class SsoCache {
  private static final JsonMapper JSON = JsonMapper.shared();

  private SsoCache() {}

  /** Puts the new tokens in, whole or not at all, for the owner's eyes only. */
  static void replace(Path file, Secret access, Instant expiresAt, Secret refresh) {
    try {
      if (!(JSON.readTree(BoundedFile.text(file)) instanceof ObjectNode token)) {
        return;
      }
      token.put("accessToken", access.reveal());
      token.put("expiresAt", expiresAt.truncatedTo(ChronoUnit.SECONDS).toString());
      token.put("refreshToken", refresh.reveal());
      Path folder = file.toAbsolutePath().getParent();
      // A temporary file is made readable by its owner only.
      Path next = Files.createTempFile(folder, "token-", ".tmp");
      try {
        Files.writeString(next, JSON.writeValueAsString(token));
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(next);
      }
    } catch (IOException | JacksonException e) {
      // The credentials at hand are good; at worst the user signs in once more.
    }
  }
}
