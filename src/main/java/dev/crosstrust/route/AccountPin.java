package dev.crosstrust.route;

import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.evidence.Outcome.Breakage;
import dev.crosstrust.exchange.aws.RoleSession;

/** Whether a session is of the account that the route means to reach. */
final class AccountPin {
  private AccountPin() {}

  /** The session, or broken as {@code UNEXPECTED_ACCOUNT}: to be asked before any data is. */
  static Outcome<RoleSession> check(GoogleToAws route, RoleSession session) {
    String wanted = route.expect().awsAccount();
    return wanted == null || wanted.equals(session.account())
        ? Outcome.done(session)
        : Outcome.broken(
            Breakage.Kind.UNEXPECTED_ACCOUNT,
            "the session is of account %s, the route expects %s"
                .formatted(session.account(), wanted));
  }
}
