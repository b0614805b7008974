package dev.crosstrust.sandbox.aws.iam;

import dev.crosstrust.sandbox.aws.Authenticator;
import dev.crosstrust.sandbox.aws.Authorizer;
import dev.crosstrust.sandbox.aws.account.Accounts;
import dev.crosstrust.sandbox.aws.query.Operation;
import dev.crosstrust.sandbox.aws.query.QueryService;
import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * AWS IAM, as far as reading goes, and the changes that mend who is trusted.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/welcome.html">API reference</a>
 */
public final class IamService {
  private IamService() {}

  /**
   * Builds the service.
   *
   * @param random where request ids come from
   */
  public static QueryService of(
      Accounts accounts,
      Authorizer authorizer,
      Authenticator authenticator,
      RandomGenerator random) {
    Gate gate = new Gate(accounts, authorizer);
    Map<String, Operation> operations = new HashMap<>();
    operations.putAll(new RoleOperations(gate).all());
    operations.putAll(new RolePolicyOperations(gate).all());
    operations.putAll(new PolicyOperations(gate).all());
    operations.putAll(new TrustOperations(gate).all());
    operations.putAll(new ProviderOperations(gate).all());
    operations.putAll(new ProviderChanges(gate).all());
    operations.putAll(new OutboundOperations(gate).all());
    return new QueryService("iam.amazonaws.com", "2010-05-08", operations, authenticator, random);
  }
}
