package dev.crosstrust.command;

import dev.crosstrust.evidence.Leg;
import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.evidence.Recorder;
import dev.crosstrust.route.GoogleToAws;
import dev.crosstrust.route.StorageSession;
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

  /** Goes the route's way to its credentials, then does the work. */
  static int with(Context context, String route, Work work) {
    GoogleToAws toAws = SavedRoute.toAws(context, route);
    Recorder recorder = new Recorder();
    Outcome<StorageSession> opened = context.roads().storage(toAws, recorder);
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
   * An address in the storage that routes of this version reach.
   *
   * @throws BadInput with a sentence when it is none
   */
  static StorageUri uri(String text) {
    try {
      StorageUri uri = StorageUri.parse(text);
      if (uri.scheme() == StorageUri.Scheme.S3) {
        return uri;
      }
    } catch (IllegalArgumentException e) {
      throw new BadInput(String.valueOf(e.getMessage()));
    }
    throw new BadInput("%s: this version looks into S3 only".formatted(text));
  }
}
