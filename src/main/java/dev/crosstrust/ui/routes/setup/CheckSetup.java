package dev.crosstrust.ui.routes.setup;

import dev.crosstrust.setup.item.SetupItem;
import java.io.IOException;
import java.util.List;

/** Looks at what a route needs where the window works now, on the calling thread. */
@FunctionalInterface
public interface CheckSetup {
  /**
   * Looks now.
   *
   * @param aws the id of the identity that may look into AWS; empty for nobody
   * @param google the same for Google
   * @throws IOException with a sentence, when an identity is no longer there
   */
  List<SetupItem> check(String aws, String google) throws IOException;
}
