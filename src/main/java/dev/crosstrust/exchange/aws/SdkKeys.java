package dev.crosstrust.exchange.aws;

import dev.crosstrust.credential.AwsCredentials;
import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.evidence.Outcome.Breakage.Kind;
import dev.crosstrust.secret.Secret;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sts.model.Credentials;

/** The SDK's credentials as ours: its own print their session token. */
final class SdkKeys {
  private SdkKeys() {}

  /** Those of STS; an answer without them is not understood. */
  static Outcome<AwsCredentials> of(@Nullable Credentials given) {
    return given == null
        ? of("sts", null, null, null, null)
        : of(
            "sts",
            given.accessKeyId(),
            given.secretAccessKey(),
            given.sessionToken(),
            given.expiration());
  }

  /** Those of any service, whose members may all be missing. */
  static Outcome<AwsCredentials> of(
      String service,
      @Nullable String id,
      @Nullable String secret,
      @Nullable String session,
      @Nullable Instant expiresAt) {
    return id == null || secret == null || session == null
        ? Outcome.broken(
            Kind.NOT_UNDERSTOOD, "the answer of %s has no credentials".formatted(service))
        : Outcome.done(new AwsCredentials(id, Secret.of(secret), Secret.of(session), expiresAt));
  }
}
