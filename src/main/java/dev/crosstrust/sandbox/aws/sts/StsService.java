package dev.crosstrust.sandbox.aws.sts;

import dev.crosstrust.sandbox.aws.Authenticator;
import dev.crosstrust.sandbox.aws.Caller;
import dev.crosstrust.sandbox.aws.account.Accounts;
import dev.crosstrust.sandbox.aws.account.PolicyAuthorizer;
import dev.crosstrust.sandbox.aws.query.Element;
import dev.crosstrust.sandbox.aws.query.QueryService;
import dev.crosstrust.sandbox.wire.IssuerKeys;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * AWS STS, as far as federation needs it.
 *
 * @see <a href="https://docs.aws.amazon.com/STS/latest/APIReference/welcome.html">API reference</a>
 */
public final class StsService {
  private StsService() {}

  /**
   * Builds the service.
   *
   * @param keys how issuers' keys are found
   * @param clock the cloud's clock
   * @param random where ids of requests and tokens come from
   */
  public static QueryService of(
      Accounts accounts,
      PolicyAuthorizer authorizer,
      IssuerKeys keys,
      Authenticator authenticator,
      InstantSource clock,
      RandomGenerator random) {
    return new QueryService(
        "sts.amazonaws.com",
        "2011-06-15",
        Map.of(
            "AssumeRoleWithWebIdentity",
            new AssumeRoleWithWebIdentity(accounts, keys, clock),
            "AssumeRole",
            new AssumeRole(accounts, authorizer),
            "GetWebIdentityToken",
            new GetWebIdentityToken(accounts, authorizer, clock, random),
            "GetCallerIdentity",
            call -> identity(call.caller())),
        authenticator,
        random);
  }

  /** Needs no permission, and no policy can deny it. */
  private static List<Element> identity(Caller caller) {
    return List.of(
        Element.of("Arn", caller.arn()),
        Element.of("UserId", caller.userId()),
        Element.of("Account", caller.account()));
  }
}
