package dev.crosstrust.ui.browse;

import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.exchange.aws.RoleSession;
import dev.crosstrust.route.GoogleToAws;
import dev.crosstrust.storage.ObjectStore;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;

/** The saved routes, and the storage that they lead to. Every method blocks. */
interface Access {
  /** The routes that lead to S3, by name. */
  List<GoogleToAws> routes() throws IOException;

  /** Goes the route's way to its session. */
  Told<RoleSession> enter(GoogleToAws route);

  /** Asks the storage something with a session's keys: one piece of work. */
  <T> Told<T> ask(
      GoogleToAws route, RoleSession session, Function<ObjectStore, Outcome<T>> question);
}
