package dev.crosstrust.setup;

import dev.crosstrust.identity.aws.AwsIdentity;
import dev.crosstrust.identity.google.GoogleIdentity;
import org.jspecify.annotations.Nullable;

/**
 * Who may look into the clouds, by identities of this machine.
 *
 * @param aws null when nobody was named
 * @param google null when nobody was named
 */
public record Admins(@Nullable AwsIdentity aws, @Nullable GoogleIdentity google) {
  public static final Admins NOBODY = new Admins(null, null);
}
