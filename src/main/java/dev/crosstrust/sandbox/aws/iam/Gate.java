package dev.crosstrust.sandbox.aws.iam;

import dev.crosstrust.sandbox.aws.Authorizer;
import dev.crosstrust.sandbox.aws.Authorizer.Decision;
import dev.crosstrust.sandbox.aws.AwsError;
import dev.crosstrust.sandbox.aws.Caller;
import dev.crosstrust.sandbox.aws.account.Account;
import dev.crosstrust.sandbox.aws.account.Accounts;
import dev.crosstrust.sandbox.aws.account.OidcProvider;
import dev.crosstrust.sandbox.aws.account.Role;
import dev.crosstrust.sandbox.aws.query.Constraints;
import dev.crosstrust.sandbox.aws.query.Constraints.Length;
import dev.crosstrust.sandbox.aws.query.QueryCall;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** Lets a caller through to the account it belongs to, action by action. */
final class Gate {
  private final Accounts accounts;
  private final Authorizer authorizer;

  Gate(Accounts accounts, Authorizer authorizer) {
    this.accounts = accounts;
    this.authorizer = authorizer;
  }

  /** The account of somebody who has proved who they are, before anything is permitted. */
  Account account(Caller caller) {
    return accounts.account(caller.account());
  }

  /**
   * Demands a permission.
   *
   * @param shown how the refusal names the resource, which is not always its ARN
   */
  void demand(Caller caller, String action, String arn, String shown) {
    if (authorizer.decide(caller, action, arn, Map.of()) instanceof Decision.Denied(String why)) {
      throw AwsError.denied(caller, action, shown, why);
    }
  }

  /**
   * The role named in a call, when the caller may do this with it. Refusals call it {@code role
   * NAME}.
   */
  Role role(QueryCall call, String action) throws IOException {
    Caller caller = call.caller();
    Constraints constraints = call.constraints();
    String name = constraints.matching("RoleName", new Length(1, 64), "[\\w+=,.@-]+");
    constraints.check();
    Account account = account(caller);
    Optional<Role> role = account.role(name);
    String arn = role.map(Role::arn).orElse("arn:aws:iam::" + account.id() + ":role/" + name);
    demand(caller, action, arn, "role " + name);
    return role.orElseThrow(() -> noSuchEntity("The role with name " + name + " cannot be found."));
  }

  /** The registered provider of this ARN; whether the caller may see it is asked before. */
  OidcProvider oidcProvider(Caller caller, String arn) {
    return account(caller).oidcProviders().stream()
        .filter(it -> it.arn().equals(arn))
        .findFirst()
        .orElseThrow(() -> noSuchEntity("OpenIDConnect Provider not found for arn " + arn));
  }

  static AwsError noSuchEntity(String message) {
    return new AwsError(404, "NoSuchEntity", message);
  }
}
