package dev.crosstrust.route.road;

import dev.crosstrust.denial.Denial;
import dev.crosstrust.evidence.Outcome.Refusal;
import dev.crosstrust.route.cli.StorageCommands;
import dev.crosstrust.storage.ObjectStore;
import dev.crosstrust.storage.StorageUri;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The storage that a route has led to, with one client for all that is asked of it until it is
 * closed. Work on several threads may share it.
 *
 * @param principal who one is there, as the cloud names it
 * @param expiry when the keys of the moment end; empty where nobody says
 * @param root all buckets
 * @param commands the same as people type it in a terminal
 * @param tables where the same access reaches tables too
 * @param road ends what the calls go over
 */
public record StorageSession(
    String principal,
    Supplier<Optional<Instant>> expiry,
    StorageUri root,
    ObjectStore store,
    StorageCommands commands,
    Optional<SessionTables> tables,
    Runnable road)
    implements AutoCloseable {

  /** What a refusal says; empty when it is about something else than permission. */
  public Optional<Denial> denial(Refusal refusal, StorageUri at) {
    return store.denial(refusal, at).map(said -> said.completed(principal, null, null, null));
  }

  /** Blocks until the calls that are under way have ended. */
  @Override
  public void close() {
    store.close();
    road.run();
  }
}
