package dev.crosstrust.ui.browse;

import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.exchange.aws.RoleSession;
import dev.crosstrust.route.GoogleToAws;
import dev.crosstrust.storage.ObjectStore;
import java.util.function.Function;

/** A route that has been gone to its end: who one is there, and the storage it opens. */
record Connection(Access access, GoogleToAws route, RoleSession session) {
  /** Asks the storage something; blocks. */
  <T> Told<T> ask(Function<ObjectStore, Outcome<T>> question) {
    return access.ask(route, session, question);
  }

  /** The end of a role's ARN as people say it: {@code role/NAME}. */
  static String roleOf(GoogleToAws route) {
    String arn = route.aws().role();
    return arn.substring(arn.lastIndexOf(':') + 1);
  }
}
