package dev.crosstrust.ui.browse;

import dev.crosstrust.evidence.Leg;
import dev.crosstrust.storage.StorageUri;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a session has seen that explains a refusal in it: whom its access stands for, and that
 * objects of the same bucket went through. Of each bucket one call of a kind is kept. Work on
 * several threads may share it.
 */
final class Seen {
  private static final int FIRST_REDIRECT = 300;

  /** The legs that say who one is. */
  private static final List<String> NAMING = List.of("exchange", "impersonation");

  private final List<Leg> way;
  private final Map<String, Map<String, Leg>> objects = new LinkedHashMap<>();

  /**
   * @param way the legs that led to the session
   */
  Seen(List<Leg> way) {
    this.way = way.stream().filter(leg -> NAMING.contains(leg.name()) && done(leg)).toList();
  }

  private static boolean done(Leg leg) {
    Integer status = leg.status();
    return leg.outcome() == Leg.Result.DONE && status != null && status < FIRST_REDIRECT;
  }

  /** Something was done to an object, by these legs. */
  synchronized void passed(StorageUri object, List<Leg> legs) {
    Map<String, Leg> kept = objects.computeIfAbsent(object.bucket(), _ -> new LinkedHashMap<>());
    legs.stream().filter(Seen::done).forEach(leg -> kept.putIfAbsent(leg.name(), leg));
  }

  /** Whom the access stands for. */
  List<Leg> naming() {
    return way;
  }

  /** What explains a refusal there. */
  synchronized List<Leg> around(StorageUri at) {
    return Stream.concat(
            way.stream(), objects.getOrDefault(at.bucket(), Map.of()).values().stream())
        .toList();
  }
}
