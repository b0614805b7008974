package dev.crosstrust.sandbox.aws.sts;

import dev.crosstrust.sandbox.aws.Authorizer.Decision;
import dev.crosstrust.sandbox.aws.AwsError;
import dev.crosstrust.sandbox.aws.Caller;
import dev.crosstrust.sandbox.aws.account.Accounts;
import dev.crosstrust.sandbox.aws.account.OutboundFederation;
import dev.crosstrust.sandbox.aws.account.OutboundIssuer;
import dev.crosstrust.sandbox.aws.account.PolicyAuthorizer;
import dev.crosstrust.sandbox.aws.query.Element;
import dev.crosstrust.sandbox.aws.query.Operation;
import dev.crosstrust.sandbox.aws.query.QueryCall;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * Gives a principal a token by which it is known outside of AWS. Checked in this order: parameters,
 * permission, whether the account vouches for anybody, the end of the caller's own session.
 *
 * @see <a href="https://docs.aws.amazon.com/STS/latest/APIReference/API_GetWebIdentityToken.html">
 *     GetWebIdentityToken</a>
 */
final class GetWebIdentityToken implements Operation {
  private static final String ACTION = "sts:GetWebIdentityToken";
  private static final String TAG_ACTION = "sts:TagGetWebIdentityToken";
  private static final String GLOBAL_HOST = "sts.amazonaws.com";
  private static final String GLOBAL_REGION = "aws-global";

  private final Accounts accounts;
  private final PolicyAuthorizer authorizer;
  private final OutboundClaims claims;
  private final InstantSource clock;
  private final RandomGenerator random;

  GetWebIdentityToken(
      Accounts accounts, PolicyAuthorizer authorizer, InstantSource clock, RandomGenerator random) {
    this.accounts = accounts;
    this.authorizer = authorizer;
    this.claims = new OutboundClaims(accounts);
    this.clock = clock;
    this.random = random;
  }

  @Override
  public List<Element> answer(QueryCall call) throws IOException {
    Caller caller = call.caller();
    String region = call.region().orElse(GLOBAL_REGION);
    if (call.host().equals(GLOBAL_HOST) || region.equals(GLOBAL_REGION)) {
      throw new AwsError(400, "InvalidAction", "Operation not supported on STS global endpoint");
    }
    OutboundRequest wanted = OutboundRequest.read(call);
    demand(caller, ACTION, wanted.conditionKeys());
    if (!wanted.tags().isEmpty()) {
      demand(caller, TAG_ACTION, wanted.conditionKeys());
    }
    OutboundIssuer issuer = issuer(caller);
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    Instant expires = now.plus(wanted.lifetime());
    checkSession(caller, expires);

    UUID id = new UUID(random.nextLong(), random.nextLong());
    String payload = claims.of(caller, region, issuer, wanted, now, id);
    return List.of(
        Element.of("WebIdentityToken", issuer.sign(wanted.algorithm(), payload)),
        Element.of("Expiration", expires));
  }

  private void demand(Caller caller, String action, Map<String, List<String>> keys) {
    String self = "arn:aws:sts::" + caller.account() + ":self";
    if (authorizer.decide(caller, action, self, keys) instanceof Decision.Denied(String because)) {
      throw AwsError.denied(caller, action, self, because);
    }
  }

  private OutboundIssuer issuer(Caller caller) {
    OutboundFederation outbound = accounts.account(caller.account()).outbound();
    return outbound
        .issuer()
        .filter(_ -> outbound.enabled())
        .orElseThrow(
            () ->
                new AwsError(
                    403,
                    "OutboundWebIdentityFederationDisabledException",
                    "OutboundWebIdentityFederation is disabled."));
  }

  /** A token must not carry a session beyond its end. */
  private void checkSession(Caller caller, Instant expires) {
    boolean beyond =
        accounts
            .session(caller.accessKeyId())
            .map(session -> session.credential().expires())
            .filter(end -> !expires.isBefore(end))
            .isPresent();
    if (beyond) {
      throw new AwsError(
          403,
          "SessionDurationEscalationException",
          "Requested token expiry time must be before the original session's expiry time.");
    }
  }
}
