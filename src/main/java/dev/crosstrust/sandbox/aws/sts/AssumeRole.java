package dev.crosstrust.sandbox.aws.sts;

import dev.crosstrust.sandbox.aws.Authorizer.Decision;
import dev.crosstrust.sandbox.aws.AwsError;
import dev.crosstrust.sandbox.aws.Caller;
import dev.crosstrust.sandbox.aws.account.Accounts;
import dev.crosstrust.sandbox.aws.account.PolicyAuthorizer;
import dev.crosstrust.sandbox.aws.account.Role;
import dev.crosstrust.sandbox.aws.account.Session;
import dev.crosstrust.sandbox.aws.policy.AccessRequest;
import dev.crosstrust.sandbox.aws.policy.AttachedPolicy;
import dev.crosstrust.sandbox.aws.policy.PolicyEngine;
import dev.crosstrust.sandbox.aws.policy.PolicyEngine.Answer;
import dev.crosstrust.sandbox.aws.policy.PolicyType;
import dev.crosstrust.sandbox.aws.query.Constraints;
import dev.crosstrust.sandbox.aws.query.Constraints.Length;
import dev.crosstrust.sandbox.aws.query.Element;
import dev.crosstrust.sandbox.aws.query.Operation;
import dev.crosstrust.sandbox.aws.query.QueryCall;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Trades keys of this cloud for a session of a role. Both sides must agree: the role's trust policy
 * and, unless it names the caller within one account, the caller's own policies.
 *
 * @see <a href="https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html">AssumeRole
 *     </a>
 */
final class AssumeRole implements Operation {
  private static final String ACTION = "sts:AssumeRole";
  private static final Duration LONGEST_CHAINED = Duration.ofHours(1);

  private final Accounts accounts;
  private final PolicyAuthorizer authorizer;

  AssumeRole(Accounts accounts, PolicyAuthorizer authorizer) {
    this.accounts = accounts;
    this.authorizer = authorizer;
  }

  @Override
  public List<Element> answer(QueryCall call) throws IOException {
    Caller caller = call.caller();
    Constraints constraints = call.constraints();
    SessionParameters wanted = SessionParameters.read(constraints);
    Optional<String> externalId = constraints.optional("ExternalId", new Length(2, 1224));
    constraints.check();
    wanted.checkRoleArn();
    SessionPolicies policies =
        SessionPolicies.read(
            wanted.policy(),
            call.parameters().list("PolicyArns", ".arn"),
            accounts.findAccount(wanted.account()));

    Map<String, List<String>> context = new LinkedHashMap<>();
    context.put("sts:RoleSessionName", List.of(wanted.sessionName()));
    externalId.ifPresent(it -> context.put("sts:ExternalId", List.of(it)));
    Role role = authorized(caller, wanted, context);
    boolean chained = accounts.session(caller.accessKeyId()).isPresent();
    if (chained && wanted.duration().compareTo(LONGEST_CHAINED) > 0) {
      throw StsErrors.validation(
          "The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role"
              + " chaining.");
    }
    wanted.checkDuration(role);
    Session session = accounts.startSession(wanted.grant(role, policies, Map.of()));
    return SessionXml.of(session, policies);
  }

  private Role authorized(
      Caller caller, SessionParameters wanted, Map<String, List<String>> context) {
    String arn = wanted.roleArn();
    boolean sameAccount = caller.account().equals(wanted.account());
    Optional<Role> role = accounts.role(arn);
    Answer answer = role.map(it -> ask(it, caller, context)).orElse(Answer.SILENT);
    Decision decision =
        switch (answer) {
          case SILENT -> new Decision.Denied(PolicyType.ROLE_TRUST.noAllow(ACTION));
          case DENIED ->
              new Decision.Denied(
                  PolicyType.ROLE_TRUST.explicitDeny(
                      AttachedPolicy.inline(role.orElseThrow().trustPolicy())));
          case ALLOWED_BY_NAME ->
              sameAccount
                  ? authorizer.decideNamed(caller, ACTION, arn, context)
                  : authorizer.decide(caller, ACTION, arn, context);
          case ALLOWED_BROADLY -> authorizer.decide(caller, ACTION, arn, context);
        };
    if (decision instanceof Decision.Denied(String because)) {
      boolean trustOfStrangers =
          !sameAccount && (answer == Answer.SILENT || answer == Answer.DENIED);
      throw trustOfStrangers
          ? unexplained(caller, arn)
          : AwsError.denied(caller, ACTION, arn, because);
    }
    return role.orElseThrow();
  }

  private Answer ask(Role role, Caller caller, Map<String, List<String>> context) {
    AccessRequest request =
        new AccessRequest(ACTION, role.arn(), authorizer.context(caller, context));
    return PolicyEngine.ask(role.trustPolicy(), authorizer.principal(caller), request);
  }

  /** To another account nothing is told about the role, not even whether it exists. */
  private static AwsError unexplained(Caller caller, String arn) {
    return new AwsError(
        403,
        "AccessDenied",
        "User: %s is not authorized to perform: %s on resource: %s"
            .formatted(caller.arn(), ACTION, arn));
  }
}
