package dev.crosstrust.sandbox.aws;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An access key that this cloud has given out.
 *
 * @param sessionToken set for temporary credentials only
 * @param expires set for temporary credentials only
 */
public record StoredCredential(
    String accessKeyId,
    String secretAccessKey,
    @Nullable String sessionToken,
    @Nullable Instant expires,
    Caller caller) {
  @Override
  public String toString() {
    return "StoredCredential[" + accessKeyId + " of " + caller.arn() + "]";
  }
}
