package dev.crosstrust.inspect.aws;

import dev.crosstrust.credential.AwsCredentials;
import dev.crosstrust.evidence.Label;
import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.evidence.Wire;
import dev.crosstrust.evidence.aws.AwsCalls;
import dev.crosstrust.evidence.aws.AwsClients;
import dev.crosstrust.evidence.aws.AwsTarget;
import software.amazon.awssdk.services.sts.StsClient;

/**
 * Asks AWS whose keys these are, which needs no permission and cannot be denied.
 *
 * @param wire not closed with this
 * @see <a
 *     href="https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html">GetCallerIdentity</a>
 */
public record CallerIdentity(Wire wire, AwsTarget sts, AwsCredentials credentials) {
  /** The caller's ARN, by the leg {@code sts.GetCallerIdentity}. */
  public Outcome<String> arn() {
    try (StsClient client =
        AwsClients.signed(StsClient.builder(), wire, sts, credentials).build()) {
      return AwsCalls.outcome(
          Label.of("sts.GetCallerIdentity", "sts", "GetCallerIdentity"),
          () -> client.getCallerIdentity().arn());
    }
  }
}
