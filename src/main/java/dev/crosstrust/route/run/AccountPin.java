package dev.crosstrust.route.run;

import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.evidence.Outcome.Breakage;
import dev.crosstrust.exchange.aws.RoleSession;
import dev.crosstrust.identity.google.AccountAddress;
import dev.crosstrust.route.AwsToGoogle;
import dev.crosstrust.route.GoogleToAws;
import dev.crosstrust.route.Operation;
import dev.crosstrust.route.Step;
import dev.crosstrust.storage.table.TableName;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether a road leads where the route means to go: to be asked before any data is. What it finds
 * elsewhere is broken as {@code UNEXPECTED_ACCOUNT}.
 */
public final class AccountPin {
  private AccountPin() {}

  /** The session, when it is of the account. */
  public static Outcome<RoleSession> check(GoogleToAws route, RoleSession session) {
    String wanted = route.expect().awsAccount();
    return wanted == null || wanted.equals(session.account())
        ? Outcome.done(session)
        : elsewhere(
            "the session is of account %s, the route expects %s"
                .formatted(session.account(), wanted));
  }

  /** The account of a token, when it is the one. */
  static Outcome<String> account(AwsToGoogle route, String account) {
    return account.equals(route.expect().awsAccount())
        ? Outcome.done(account)
        : elsewhere(
            "the token is of AWS account %s, the route expects %s"
                .formatted(account, route.expect().awsAccount()));
  }

  /**
   * The route itself, when all that it names is in the project. A pool says the number of its
   * project and not the id, and the name of a bucket neither: of those nothing can be said here.
   */
  static Outcome<AwsToGoogle> project(AwsToGoogle route) {
    String wanted = route.expect().googleProject();
    if (wanted == null) {
      return Outcome.done(route);
    }
    return Stream.of(
            Stream.ofNullable(route.google().project()),
            Stream.ofNullable(route.google().impersonate())
                .flatMap(email -> AccountAddress.projectId(email).stream()),
            route.steps().stream()
                .filter(AccountPin::onTable)
                .flatMap(step -> project(String.valueOf(step.target()), wanted).stream()))
        .flatMap(named -> named)
        .filter(named -> !named.equals(wanted))
        .findFirst()
        .<Outcome<AwsToGoogle>>map(
            other ->
                elsewhere("the route works in project %s and expects %s".formatted(other, wanted)))
        .orElseGet(() -> Outcome.done(route));
  }

  private static boolean onTable(Step step) {
    return step.operation().target() == Operation.Target.TABLE;
  }

  /** Of a table; what is none is the step's to tell. */
  private static Optional<String> project(String table, String otherwise) {
    try {
      return Optional.of(TableName.parse(table, otherwise).dataset().project());
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static <T> Outcome<T> elsewhere(String why) {
    return Outcome.broken(Breakage.Kind.UNEXPECTED_ACCOUNT, why);
  }
}
