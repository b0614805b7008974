package dev.crosstrust.exchange.aws;

import dev.crosstrust.credential.AwsCredentials;
import dev.crosstrust.evidence.Label;
import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.evidence.Outcome.Breakage.Kind;
import dev.crosstrust.evidence.Wire;
import dev.crosstrust.evidence.aws.AwsCalls;
import dev.crosstrust.evidence.aws.AwsClients;
import dev.crosstrust.evidence.aws.AwsTarget;
import dev.crosstrust.token.SubjectToken;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.GetWebIdentityTokenRequest;
import software.amazon.awssdk.services.sts.model.Tag;

/**
 * JWTs of an account's own issuer, by <a
 * href="https://docs.aws.amazon.com/STS/latest/APIReference/API_GetWebIdentityToken.html">
 * GetWebIdentityToken</a>. The call is signed, regional and made once.
 */
record OutboundTokens(Wire wire) {
  private static final Label TOKEN = Label.of("token", "sts", "GetWebIdentityToken");

  /** What breaks a documented limit is not sent: that is broken as {@link Kind#LOCAL}. */
  Outcome<SubjectToken> ask(OutboundTokenRequest request, AwsCredentials keys, AwsTarget sts) {
    Optional<String> problem = OutboundCheck.problem(request);
    if (problem.isPresent()) {
      return Outcome.broken(Kind.LOCAL, problem.get());
    }
    try (StsClient client = AwsClients.signed(StsClient.builder(), wire, sts, keys).build()) {
      return AwsCalls.outcome(
              TOKEN, () -> client.getWebIdentityToken(forSdk(request)).webIdentityToken())
          .then(OutboundTokens::given);
    }
  }

  private static GetWebIdentityTokenRequest forSdk(OutboundTokenRequest request) {
    GetWebIdentityTokenRequest.Builder call =
        GetWebIdentityTokenRequest.builder()
            .audience(request.audiences())
            .signingAlgorithm(request.algorithm().name())
            .durationSeconds(WebIdentityExchange.seconds(request.duration()));
    if (!request.tags().isEmpty()) {
      call.tags(
          request.tags().entrySet().stream()
              .map(tag -> Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
              .toList());
    }
    return call.build();
  }

  private static Outcome<SubjectToken> given(@Nullable String token) {
    return token == null || token.isBlank()
        ? Outcome.broken(Kind.NOT_UNDERSTOOD, "the answer of sts has no token")
        : Outcome.done(SubjectToken.jwt(token));
  }
}
