package dev.crosstrust.identity.aws;

import dev.crosstrust.identity.Machine;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What {@code aws login} left in {@code ~/.aws/login/cache} (or AWS_LOGIN_CACHE_DIRECTORY): whether
 * credentials can be had, not the credentials. See <a
 * href="https://docs.aws.amazon.com/sdkref/latest/guide/feature-login-credentials.html">login
 * credentials</a>.
 *
 * @param refreshable whether a refresh token and its key are there
 */
public record LoginToken(Path file, Instant expiresAt, boolean refreshable) {
  /** A sign-in is good for twelve hours, its credentials for 15 minutes at a time. */
  private static final Duration LONGEST_SESSION = Duration.ofHours(12);

  /** Where the tools keep it. */
  public static Path folder(Machine machine) {
    return machine
        .pathVariable("AWS_LOGIN_CACHE_DIRECTORY")
        .orElse(machine.home().resolve(".aws", "login", "cache"));
  }

  /** The cached sign-in; nothing when there is none that can be read. */
  public static Optional<LoginToken> read(Machine machine, Means.Login login) {
    Path file = CacheFile.named(folder(machine), "SHA-256", login.session().strip());
    return CacheFile.read(file).flatMap(json -> token(file, json));
  }

  private static Optional<LoginToken> token(Path file, JsonNode json) {
    boolean refreshable =
        CacheFile.text(json, "refreshToken") != null
            && CacheFile.text(json, "clientId") != null
            && CacheFile.text(json, "dpopKey") != null;
    return Optional.ofNullable(CacheFile.time(json.path("accessToken"), "expiresAt"))
        .map(expiresAt -> new LoginToken(file, expiresAt, refreshable));
  }

  /** Whether credentials are there, or can be asked for without the user. */
  public boolean isUsable(Instant now) {
    return expiresAt.isAfter(now) || (refreshable && expiresAt.plus(LONGEST_SESSION).isAfter(now));
  }
}
