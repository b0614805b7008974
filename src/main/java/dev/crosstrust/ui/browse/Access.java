package dev.crosstrust.ui.browse;

import dev.crosstrust.route.Route;
import java.io.IOException;
import java.util.List;

/** The saved routes, and the storage that they lead to. Every method blocks. */
interface Access {
  /** The routes that lead to storage, by name. */
  List<Route> routes() throws IOException;

  /** Goes the route's way to its storage. */
  Told<Connection> enter(Route route);
}
