package dev.crosstrust.route.run;

import dev.crosstrust.credential.AwsCredentials;
import dev.crosstrust.denial.AwsCodes;
import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.evidence.Outcome.Refusal;
import dev.crosstrust.exchange.aws.RoleSession;
import dev.crosstrust.route.GoogleToAws;
import dev.crosstrust.route.Step;

/** The stages of the road from Google to AWS: an ID token, traded for a session of the role. */
public interface GoogleToAwsStages extends Stages<GoogleToAws, RoleSession> {
  /** One step with the session's keys; its value says in one line what was given. */
  Outcome<String> step(GoogleToAws route, Step step, AwsCredentials keys);

  @Override
  default Outcome<String> make(GoogleToAws route, Step step, RoleSession session) {
    return step(route, step, session.credentials());
  }

  @Override
  default Outcome<RoleSession> pinned(GoogleToAws route, RoleSession session) {
    return AccountPin.check(route, session);
  }

  @Override
  default Run.Credentials borrowed(RoleSession session) {
    return new Run.Credentials(
        "aws-role-session", session.arn(), session.credentials().expiresAt());
  }

  @Override
  default boolean denies(Refusal refusal) {
    return AwsCodes.denied(refusal.status(), refusal.code());
  }
}
