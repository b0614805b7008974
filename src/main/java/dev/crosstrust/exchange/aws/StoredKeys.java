package dev.crosstrust.exchange.aws;

import dev.crosstrust.credential.AwsCredentials;
import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.evidence.Outcome.Breakage.Kind;
import dev.crosstrust.identity.Machine;
import dev.crosstrust.identity.aws.AwsProfile;
import dev.crosstrust.identity.aws.Means;
import dev.crosstrust.identity.aws.ProfileFiles;
import dev.crosstrust.secret.Secret;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Keys as they are written in a profile or the environment, read at the moment of their use. */
record StoredKeys(Machine machine) {
  Outcome<AwsCredentials> read(Means.Keys keys) {
    String name = keys.profile();
    if (name == null) {
      return pair(
          key -> machine.variable(key.toUpperCase(Locale.ROOT)), "the environment", expiry());
    }
    Optional<AwsProfile> profile = ProfileFiles.read(machine).profile(name);
    return pair(
        key -> profile.flatMap(found -> found.setting(key)), "profile %s".formatted(name), null);
  }

  private static Outcome<AwsCredentials> pair(
      Function<String, Optional<String>> setting, String where, @Nullable Instant expiresAt) {
    Optional<String> id = setting.apply("aws_access_key_id");
    Optional<String> secret = setting.apply("aws_secret_access_key");
    Optional<String> session = setting.apply("aws_session_token");
    return id.isPresent() && secret.isPresent()
        ? Outcome.done(
            new AwsCredentials(
                id.get(), Secret.of(secret.get()), session.map(Secret::of).orElse(null), expiresAt))
        : Outcome.broken(Kind.LOCAL, "the keys of %s are no longer there".formatted(where));
  }

  /** Set by {@code aws configure export-credentials --format env}. */
  private @Nullable Instant expiry() {
    try {
      return machine.variable("AWS_CREDENTIAL_EXPIRATION").map(Instant::parse).orElse(null);
    } catch (DateTimeParseException e) {
      return null;
    }
  }
}
