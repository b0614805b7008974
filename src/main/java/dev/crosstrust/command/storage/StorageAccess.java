package dev.crosstrust.command.storage;

import dev.crosstrust.command.kit.BadInput;
import dev.crosstrust.command.kit.Context;
import dev.crosstrust.command.kit.SavedRoute;
import dev.crosstrust.command.kit.Unfinished;
import dev.crosstrust.evidence.Leg;
import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.evidence.Recorder;
import dev.crosstrust.route.Route;
import dev.crosstrust.route.road.StorageSession;
import dev.crosstrust.storage.ObjectStore;
import dev.crosstrust.storage.StorageUri;
import java.util.List;
import java.util.function.Supplier;

/** Storage seen with the credentials of a route, for the commands that look into it. */
final class StorageAccess {
  private StorageAccess() {}

  /** What a command does with the storage; gives the exit code. */
  @FunctionalInterface
  interface Work {
    int with(ObjectStore store, Supplier<List<Leg>> legs);
  }

  /**
   * Goes the route's way to its credentials, then does the work.
   *
   * @throws BadInput when the route does not lead to the cloud of the address
   */
  static int with(Context context, String name, StorageUri at, Work work) {
    Route route =
        switch (at.scheme()) {
          case S3 -> SavedRoute.toAws(context, name);
          case GS -> SavedRoute.toGoogle(context, name);
        };
    Recorder recorder = new Recorder();
    Outcome<StorageSession> opened = context.roads().storage(route, recorder);
    if (!(opened instanceof Outcome.Done<StorageSession>(StorageSession session))) {
      return Unfinished.report(context, opened, recorder.legs());
    }
    try (session) {
      return work.with(session.store(), recorder::legs);
    }
  }

  static boolean isUri(String text) {
    return text.matches("(?i)[a-z0-9]+://.*");
  }

  /**
   * An address in a storage.
   *
   * @throws BadInput with a sentence when it is none
   */
  static StorageUri uri(String text) {
    try {
      return StorageUri.parse(text);
    } catch (IllegalArgumentException e) {
      throw new BadInput(String.valueOf(e.getMessage()));
    }
  }
}
