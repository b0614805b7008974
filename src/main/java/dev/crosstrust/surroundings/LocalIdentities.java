package dev.crosstrust.surroundings;

import dev.crosstrust.identity.Identity;
import dev.crosstrust.identity.aws.AwsIdentities;
import dev.crosstrust.identity.aws.AwsIdentity;
import dev.crosstrust.identity.google.GoogleIdentities;
import dev.crosstrust.identity.google.GoogleIdentity;
import java.util.List;
import java.util.stream.Stream;

/** Everybody this machine can be, at both clouds, read from files. */
public final class LocalIdentities {
  private LocalIdentities() {}

  /** Google's first, each cloud's in the order of its files. */
  public static List<Identity> of(Surroundings here) {
    return Stream.concat(
            new GoogleIdentities(here.machine()).all().stream().map(GoogleIdentity::shown),
            new AwsIdentities(here.machine(), here.clock()).all().stream().map(AwsIdentity::shown))
        .toList();
  }
}
