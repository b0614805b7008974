package dev.crosstrust.ui.workplace;

import dev.crosstrust.evidence.Leg;
import dev.crosstrust.route.run.Run;
import dev.crosstrust.storage.StorageUri;
import java.util.Map;

/** Something that happened in the window. Nothing of it is secret. */
public sealed interface Happening {
  /** Somebody this machine can be is looked at. */
  record IdentitySeen(String id) implements Happening {}

  /**
   * A token has been read.
   *
   * @param claims those with a single value, as text
   */
  record TokenRead(Map<String, String> claims) implements Happening {
    public TokenRead {
      claims = Map.copyOf(claims);
    }
  }

  /** A claim of the token is looked at. */
  record ClaimSeen(String claim) implements Happening {}

  /**
   * A run has come to its end.
   *
   * @param asExpected whether every step met what the route expects of it
   */
  record RunEnded(String route, Run.State outcome, boolean asExpected) implements Happening {}

  /**
   * A call of a run that has ended is looked at.
   *
   * @param leg its name, as in {@link Leg#name}
   */
  record LegSeen(String route, String leg, Leg.Result outcome, boolean asExpected)
      implements Happening {}

  /** What lies at a place is listed. */
  record PlaceOpened(StorageUri place) implements Happening {}

  /** A place may not be looked into. */
  record PlaceRefused(StorageUri place) implements Happening {}

  /** The beginning of an object is shown. */
  record PreviewShown(StorageUri object) implements Happening {}
}
