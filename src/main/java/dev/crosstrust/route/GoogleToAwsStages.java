package dev.crosstrust.route;

import dev.crosstrust.credential.AwsCredentials;
import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.exchange.aws.RoleSession;
import dev.crosstrust.identity.Identity;
import dev.crosstrust.token.SubjectToken;

/** The stages of the road from Google to AWS, each making its calls as legs of one run. */
public interface GoogleToAwsStages extends AutoCloseable {
  /** Who the route starts from, read from files. */
  Outcome<Identity> identity(GoogleToAws route);

  /** A Google ID token for the route's audience. */
  Outcome<SubjectToken> token(GoogleToAws route);

  /** The token traded for a session of the role. */
  Outcome<RoleSession> exchange(GoogleToAws route, SubjectToken token);

  /** One step with the session's keys; its value says in one line what was given. */
  Outcome<String> step(GoogleToAws route, Step step, AwsCredentials keys);

  @Override
  void close();
}
