package dev.crosstrust.ui.routes.setup;

import dev.crosstrust.evidence.Recorder;
import dev.crosstrust.identity.aws.AwsIdentities;
import dev.crosstrust.identity.aws.AwsIdentity;
import dev.crosstrust.identity.google.GoogleIdentities;
import dev.crosstrust.identity.google.GoogleIdentity;
import dev.crosstrust.route.Route;
import dev.crosstrust.setup.Admins;
import dev.crosstrust.setup.SetupCheck;
import dev.crosstrust.setup.item.SetupItem;
import dev.crosstrust.surroundings.Surroundings;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks at what a route needs, with identities of this machine. */
public record SetupLook(Surroundings here, Route route) implements CheckSetup {
  @Override
  public List<SetupItem> check(String aws, String google) throws IOException {
    AwsIdentity ofAws =
        aws.isEmpty()
            ? null
            : found(aws, new AwsIdentities(here.machine(), here.clock()).find(aws));
    GoogleIdentity ofGoogle =
        google.isEmpty() ? null : found(google, new GoogleIdentities(here.machine()).find(google));
    return new SetupCheck(here.machine(), here.origins(), here.clock())
        .check(route, new Admins(ofAws, ofGoogle), new Recorder(), _ -> {});
  }

  private static <T> @Nullable T found(String id, Optional<T> identity) throws IOException {
    return identity.orElseThrow(() -> new IOException("This machine has no identity " + id));
  }
}
