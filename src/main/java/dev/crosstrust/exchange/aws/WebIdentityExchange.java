package dev.crosstrust.exchange.aws;

import dev.crosstrust.evidence.Label;
import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.evidence.Outcome.Breakage.Kind;
import dev.crosstrust.evidence.Wire;
import dev.crosstrust.evidence.aws.AwsCalls;
import dev.crosstrust.evidence.aws.AwsClients;
import dev.crosstrust.evidence.aws.AwsTarget;
import dev.crosstrust.token.SubjectToken;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.AssumeRoleWithWebIdentityRequest;
import software.amazon.awssdk.services.sts.model.AssumeRoleWithWebIdentityResponse;
import software.amazon.awssdk.services.sts.model.PolicyDescriptorType;

/**
 * Trades a token of another cloud for a role's session, by <a
 * href="https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html">
 * AssumeRoleWithWebIdentity</a>. The call is unsigned, regional and made once.
 */
public final class WebIdentityExchange {
  private final Wire wire;

  public WebIdentityExchange(Wire wire) {
    this.wire = wire;
  }

  /**
   * Makes the leg {@code exchange}. What breaks a documented limit is not sent: that is broken as
   * {@link Kind#LOCAL}, with the limit in the message.
   */
  public Outcome<RoleSession> assume(
      WebIdentityRequest request, SubjectToken token, AwsTarget sts) {
    return assume("exchange", request, token, sts);
  }

  /** The same as a leg of another name. */
  Outcome<RoleSession> assume(
      String leg, WebIdentityRequest request, SubjectToken token, AwsTarget sts) {
    Optional<String> problem = RequestCheck.problem(request, token);
    if (problem.isPresent()) {
      return Outcome.broken(Kind.LOCAL, problem.get());
    }
    try (StsClient client = AwsClients.unsigned(StsClient.builder(), wire, sts).build()) {
      return AwsCalls.outcome(
              Label.of(leg, "sts", "AssumeRoleWithWebIdentity"),
              () -> client.assumeRoleWithWebIdentity(forSdk(request, token)))
          .then(WebIdentityExchange::session);
    }
  }

  private static AssumeRoleWithWebIdentityRequest forSdk(
      WebIdentityRequest request, SubjectToken token) {
    AssumeRoleWithWebIdentityRequest.Builder call =
        AssumeRoleWithWebIdentityRequest.builder()
            .roleArn(request.roleArn())
            .roleSessionName(request.sessionName())
            .webIdentityToken(token.value().reveal())
            .durationSeconds(seconds(request.duration()))
            .policy(request.policy());
    if (!request.policyArns().isEmpty()) {
      call.policyArns(
          request.policyArns().stream()
              .map(arn -> PolicyDescriptorType.builder().arn(arn).build())
              .toList());
    }
    return call.build();
  }

  static @Nullable Integer seconds(@Nullable Duration duration) {
    return duration == null ? null : Math.toIntExact(duration.toSeconds());
  }

  private static Outcome<RoleSession> session(AssumeRoleWithWebIdentityResponse answer) {
    String arn = answer.assumedRoleUser() == null ? null : answer.assumedRoleUser().arn();
    String[] parts = arn == null ? new String[0] : arn.split(":", 6);
    if (arn == null || parts.length < 6) {
      return Outcome.broken(Kind.NOT_UNDERSTOOD, "the answer of sts names no session");
    }
    return SdkKeys.of(answer.credentials())
        .map(
            keys ->
                new RoleSession(
                    keys,
                    arn,
                    parts[4],
                    answer.provider(),
                    answer.audience(),
                    answer.subjectFromWebIdentityToken()));
  }
}
