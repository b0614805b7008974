package dev.crosstrust.sandbox.aws.signature;

import dev.crosstrust.sandbox.aws.Caller;
import dev.crosstrust.sandbox.aws.StoredCredential;
import java.io.InputStream;

/**
 * A request whose signature holds.
 *
 * @param credential the key that signed
 * @param scope what the signature was made for
 * @param body the payload with {@code aws-chunked} removed. It is verified as it is read: hash,
 *     chunk signatures and checksums that do not hold end the reading with an {@link
 *     dev.crosstrust.sandbox.aws.AwsError}, at its end at the latest
 */
public record Verified(StoredCredential credential, Scope scope, InputStream body) {
  /** Who signed. */
  public Caller caller() {
    return credential.caller();
  }
}
