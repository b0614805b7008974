package dev.crosstrust.sandbox.aws.sts;

import dev.crosstrust.sandbox.aws.AwsError;
import dev.crosstrust.sandbox.aws.account.Accounts;
import dev.crosstrust.sandbox.aws.account.CallerContext;
import dev.crosstrust.sandbox.aws.account.Role;
import dev.crosstrust.sandbox.aws.account.Session;
import dev.crosstrust.sandbox.aws.policy.AccessRequest;
import dev.crosstrust.sandbox.aws.policy.PolicyEngine;
import dev.crosstrust.sandbox.aws.policy.PolicyEngine.Answer;
import dev.crosstrust.sandbox.aws.policy.Principal;
import dev.crosstrust.sandbox.aws.policy.RequestContext;
import dev.crosstrust.sandbox.aws.query.Constraints;
import dev.crosstrust.sandbox.aws.query.Constraints.Length;
import dev.crosstrust.sandbox.aws.query.Element;
import dev.crosstrust.sandbox.aws.query.Operation;
import dev.crosstrust.sandbox.aws.query.QueryCall;
import dev.crosstrust.sandbox.wire.IssuerKeys;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Trades the token of an identity provider for a session of a role. The call is not signed: the
 * token is all the proof there is.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html">
 *     AssumeRoleWithWebIdentity</a>
 */
final class AssumeRoleWithWebIdentity implements Operation {
  private static final String ACTION = "sts:AssumeRoleWithWebIdentity";

  private final Accounts accounts;
  private final IssuerKeys keys;
  private final InstantSource clock;

  AssumeRoleWithWebIdentity(Accounts accounts, IssuerKeys keys, InstantSource clock) {
    this.accounts = accounts;
    this.keys = keys;
    this.clock = clock;
  }

  @Override
  public List<Element> answer(QueryCall call) {
    Constraints constraints = call.constraints();
    SessionParameters wanted = SessionParameters.read(constraints);
    String compact = constraints.secret("WebIdentityToken", new Length(4, 20_000));
    constraints.check();
    wanted.checkRoleArn();
    call.parameters().find("ProviderId").ifPresent(AssumeRoleWithWebIdentity::refuseOAuth);
    SessionPolicies policies =
        SessionPolicies.read(
            wanted.policy(),
            call.parameters().list("PolicyArns", ".arn"),
            accounts.findAccount(wanted.account()));

    Instant now = clock.instant();
    WebIdentityToken token = WebIdentityToken.parse(compact);
    TokenTimes.check(token, now);
    IdentityProvider provider = IdentityProvider.of(token, accounts.findAccount(wanted.account()));
    TokenSignature.verify(token, provider.issuer(), keys);
    boolean byIssuer = RolesClaim.authorizes(token, wanted.roleArn());

    Map<String, List<String>> context = new LinkedHashMap<>(CallerContext.ofEveryRequest(now));
    context.putAll(provider.trustKeys(token));
    context.put("sts:RoleAuthorizedByIdp", List.of(Boolean.toString(byIssuer)));
    context.put("sts:RoleSessionName", List.of(wanted.sessionName()));
    Role role =
        accounts
            .role(wanted.roleArn())
            .filter(it -> trusts(it, provider, new RequestContext(context)))
            .orElseThrow(StsErrors::notAuthorized);
    wanted.checkDuration(role);

    Session session =
        accounts.startSession(wanted.grant(role, policies, provider.sessionKeys(token)));
    List<Element> result = new ArrayList<>();
    result.add(Element.of("SubjectFromWebIdentityToken", token.subject()));
    result.add(Element.of("Audience", token.audience()));
    result.add(Element.of("Provider", provider.shown()));
    result.addAll(SessionXml.of(session, policies));
    return result;
  }

  private static boolean trusts(Role role, IdentityProvider provider, RequestContext context) {
    Answer answer =
        PolicyEngine.ask(
            role.trustPolicy(),
            new Principal.Federated(provider.names()),
            new AccessRequest(ACTION, role.arn(), context));
    return answer == Answer.ALLOWED_BY_NAME || answer == Answer.ALLOWED_BROADLY;
  }

  /** The parameter is for opaque tokens of two old providers, which this cloud does not know. */
  private static void refuseOAuth(String providerId) {
    throw switch (providerId) {
      case "www.amazon.com" ->
          StsErrors.invalidToken("Provided Token is not a Login With Amazon token");
      case "graph.facebook.com" ->
          new AwsError(
              403,
              "IDPRejectedClaim",
              "The identity provider (IdP) reported that authentication failed.");
      default ->
          new AwsError(
              403,
              "AccessDenied",
              "Unrecognized OAuth provider. Do not include a provider parameter when submitting"
                  + " OpenIDConnect ID tokens");
    };
  }
}
