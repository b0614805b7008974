package dev.crosstrust.exchange.aws;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is asked for with a token.
 *
 * @param roleArn the role to take on
 * @param sessionName 2 to 64 of {@code [\w+=,.@-]}; it appears in the session's ARN and in
 *     CloudTrail
 * @param duration whole seconds, 900 to 43200; null for the service's hour
 * @param policy an inline session policy, JSON of at most 2048 characters; null for none
 * @param policyArns at most ten managed session policies
 */
public record WebIdentityRequest(
    String roleArn,
    String sessionName,
    @Nullable Duration duration,
    @Nullable String policy,
    List<String> policyArns) {
  public WebIdentityRequest {
    policyArns = List.copyOf(policyArns);
  }
}
