package dev.crosstrust.identity.aws;

import dev.crosstrust.identity.Machine;
import dev.crosstrust.secret.Secret;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What {@code aws sso login} left in {@code ~/.aws/sso/cache}.
 *
 * @param file where it was read
 * @param clientId of the registration, with its secret and end, by which the token is refreshed
 */
public record SsoToken(
    Path file,
    Secret accessToken,
    Instant expiresAt,
    @Nullable Secret refreshToken,
    @Nullable String clientId,
    @Nullable Secret clientSecret,
    @Nullable Instant registrationExpiresAt) {

  /** The cached token of a sign-in; nothing when there is none that can be read. */
  public static Optional<SsoToken> read(Machine machine, Means.SingleSignOn sso) {
    Path folder = machine.home().resolve(".aws", "sso", "cache");
    Path file = CacheFile.named(folder, "SHA-1", sso.cacheKey());
    return CacheFile.read(file).flatMap(json -> Optional.ofNullable(token(file, json)));
  }

  private static @Nullable SsoToken token(Path file, JsonNode json) {
    Secret accessToken = CacheFile.secret(json, "accessToken");
    Instant expiresAt = CacheFile.time(json, "expiresAt");
    if (accessToken == null || expiresAt == null) {
      return null;
    }
    return new SsoToken(
        file,
        accessToken,
        expiresAt,
        CacheFile.secret(json, "refreshToken"),
        CacheFile.text(json, "clientId"),
        CacheFile.secret(json, "clientSecret"),
        CacheFile.time(json, "registrationExpiresAt"));
  }

  /** Whether the access token may be used. */
  public boolean isValid(Instant now) {
    return expiresAt.isAfter(now);
  }

  /** Whether a new access token can be asked for without the user. */
  public boolean isRefreshable(Instant now) {
    return refreshToken != null
        && clientId != null
        && clientSecret != null
        && (registrationExpiresAt == null || registrationExpiresAt.isAfter(now));
  }
}
