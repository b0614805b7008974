package dev.crosstrust.route.run;

import dev.crosstrust.denial.GoogleCodes;
import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.evidence.Outcome.Refusal;
import dev.crosstrust.exchange.google.GoogleSession;
import dev.crosstrust.route.AwsToGoogle;
import dev.crosstrust.token.SubjectToken;

/**
 * The stages of the road from AWS to Google: a JWT or a signed request, traded for a federated
 * access token, which may go on to be a service account.
 */
public interface AwsToGoogleStages extends Stages<AwsToGoogle, GoogleSession> {
  /** The AWS account that a token speaks for: asked only where the route pins it. */
  Outcome<String> account(AwsToGoogle route, SubjectToken token);

  @Override
  default Outcome<SubjectToken> presentable(AwsToGoogle route, SubjectToken token) {
    return AccountPin.project(route)
        .then(
            _ ->
                route.expect().awsAccount() == null
                    ? Outcome.done("")
                    : account(route, token).then(account -> AccountPin.account(route, account)))
        .map(_ -> token);
  }

  @Override
  default Run.Credentials borrowed(GoogleSession session) {
    return new Run.Credentials(session.kind(), session.principal(), session.token().expiresAt());
  }

  @Override
  default String said(GoogleSession session) {
    return session.said();
  }

  @Override
  default boolean denies(Refusal refusal) {
    return GoogleCodes.denied(refusal.status(), refusal.code(), refusal.message());
  }
}
