package dev.crosstrust.command.token;

import dev.crosstrust.command.kit.BadInput;
import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.exchange.aws.AwsSubjectTokens;
import dev.crosstrust.exchange.aws.OutboundTokenRequest;
import dev.crosstrust.exchange.aws.SigningAlgorithm;
import dev.crosstrust.identity.aws.AwsIdentity;
import dev.crosstrust.token.SubjectToken;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What can be chosen of a token that an AWS identity asks for. */
final class AwsTokenOptions {
  @Option(
      names = "--duration",
      paramLabel = "S",
      description = "AWS identities: how long the token lives, 60 to 3600 seconds.")
  private @Nullable Integer duration;

  @Option(
      names = "--algorithm",
      paramLabel = "ALG",
      description = "AWS identities: RS256 (without this option) or ES384.")
  private @Nullable String algorithm;

  @Option(
      names = "--tag",
      paramLabel = "K=V",
      description = "AWS identities: said in the token; may be repeated.")
  private Map<String, String> tags = new LinkedHashMap<>();

  @Option(
      names = "--signed-request",
      description = "AWS identities: a signed GetCallerIdentity instead of a JWT.")
  private boolean signedRequest;

  /** Whether any of them is there. */
  boolean given() {
    return signedRequest || ofJwt();
  }

  private boolean ofJwt() {
    return duration != null || algorithm != null || !tags.isEmpty();
  }

  Outcome<SubjectToken> ask(AwsSubjectTokens tokens, AwsIdentity who, List<String> audiences) {
    return signedRequest
        ? tokens.signedRequest(who, target(audiences))
        : tokens.jwt(who, request(audiences));
  }

  private OutboundTokenRequest request(List<String> audiences) {
    if (audiences.isEmpty()) {
      throw new BadInput("a token of AWS needs --audience, for example the pool provider's name");
    }
    return new OutboundTokenRequest(
        audiences, algorithm(), duration == null ? null : Duration.ofSeconds(duration), tags);
  }

  private SigningAlgorithm algorithm() {
    try {
      return algorithm == null ? SigningAlgorithm.RS256 : SigningAlgorithm.valueOf(algorithm);
    } catch (IllegalArgumentException e) {
      throw new BadInput("--algorithm takes RS256 or ES384, not \"%s\"".formatted(algorithm));
    }
  }

  private String target(List<String> audiences) {
    if (ofJwt()) {
      throw new BadInput("--duration, --algorithm and --tag are for JWTs, not for signed requests");
    }
    if (audiences.size() != 1) {
      throw new BadInput("a signed request is for one --audience: the pool provider's full name");
    }
    return audiences.getFirst();
  }
}
