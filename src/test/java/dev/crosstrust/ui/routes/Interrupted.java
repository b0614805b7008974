package dev.crosstrust.ui.routes;

import dev.crosstrust.credential.AwsCredentials;
import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.evidence.Outcome.Breakage.Kind;
import dev.crosstrust.exchange.aws.RoleSession;
import dev.crosstrust.identity.Identity;
import dev.crosstrust.route.GoogleToAws;
import dev.crosstrust.route.Step;
import dev.crosstrust.route.run.GoogleToAwsStages;
import dev.crosstrust.token.SubjectToken;

/** Stages in which the user has cancelled by the time of the first call. */
final class Interrupted implements GoogleToAwsStages {
  @Override
  public Outcome<Identity> identity(GoogleToAws route) {
    return cancelled();
  }

  @Override
  public Outcome<SubjectToken> token(GoogleToAws route) {
    return cancelled();
  }

  @Override
  public Outcome<RoleSession> exchange(GoogleToAws route, SubjectToken token) {
    return cancelled();
  }

  @Override
  public Outcome<String> step(GoogleToAws route, Step step, AwsCredentials keys) {
    return cancelled();
  }

  @Override
  public void close() {}

  private static <T> Outcome<T> cancelled() {
    return Outcome.broken(Kind.CANCELLED, "cancelled");
  }
}
