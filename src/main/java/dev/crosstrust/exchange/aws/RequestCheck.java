package dev.crosstrust.exchange.aws;

import dev.crosstrust.token.SubjectToken;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The limits of <a
 * href="https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html">
 * AssumeRoleWithWebIdentity</a>, kept before anything is sent: the service's own texts about them
 * are hard to read, and a wrong token would be shown to it.
 */
final class RequestCheck {
  private static final Pattern ROLE_ARN =
      Pattern.compile("arn:aws(-[a-z]+)*:iam::\\d{12}:role/[\\w+=,.@/-]+");
  private static final Pattern POLICY_ARN =
      Pattern.compile("arn:aws(-[a-z]+)*:iam::(aws|\\d{12}):policy/[\\w+=,.@/-]+");
  private static final Pattern SESSION_NAME = Pattern.compile("[\\w+=,.@-]{2,64}");
  private static final Pattern POLICY = Pattern.compile("[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+");
  private static final Pattern JWT = Pattern.compile("([A-Za-z0-9_-]+\\.){2}[A-Za-z0-9_-]+");
  private static final Duration SHORTEST = Duration.ofMinutes(15);
  private static final Duration LONGEST = Duration.ofHours(12);
  private static final int LONGEST_ARN = 2048;
  private static final int LONGEST_POLICY = 2048;
  private static final int LONGEST_TOKEN = 20_000;
  private static final int MOST_POLICIES = 10;

  private RequestCheck() {}

  /** What is wrong, in one sentence; nothing when nothing is. */
  static Optional<String> problem(WebIdentityRequest request, SubjectToken token) {
    return Optional.<String>empty()
        .or(() -> role(request.roleArn()))
        .or(() -> session(request.sessionName()))
        .or(() -> duration(request.duration()))
        .or(() -> policies(request))
        .or(() -> token(token));
  }

  static Optional<String> role(String arn) {
    return when(
        arn.length() > LONGEST_ARN || !ROLE_ARN.matcher(arn).matches(),
        "“%s” is not the ARN of a role, which looks like arn:aws:iam::111122223333:role/NAME"
            .formatted(arn));
  }

  static Optional<String> session(String name) {
    return when(
        !SESSION_NAME.matcher(name).matches(),
        "the session name “%s” must have 2 to 64 letters, digits or _ + = , . @ -".formatted(name));
  }

  static Optional<String> duration(@Nullable Duration duration) {
    return when(
        duration != null
            && (duration.compareTo(SHORTEST) < 0
                || duration.compareTo(LONGEST) > 0
                || !duration.equals(duration.truncatedTo(ChronoUnit.SECONDS))),
        "the session's duration must be 900 to 43200 whole seconds");
  }

  private static Optional<String> policies(WebIdentityRequest request) {
    String policy = request.policy();
    if (policy != null && (policy.isEmpty() || policy.length() > LONGEST_POLICY)) {
      return Optional.of(
          "the session policy has %d characters; it must have 1 to 2048"
              .formatted(policy.length()));
    }
    if (policy != null && !POLICY.matcher(policy).matches()) {
      return Optional.of("the session policy has characters beyond U+00FF or control characters");
    }
    if (request.policyArns().size() > MOST_POLICIES) {
      return Optional.of("a session takes at most 10 managed policies");
    }
    return request.policyArns().stream()
        .filter(arn -> !POLICY_ARN.matcher(arn).matches())
        .findFirst()
        .map("“%s” is not the ARN of a managed policy"::formatted);
  }

  private static Optional<String> token(SubjectToken token) {
    String value = token.value().reveal();
    if (token.kind() != SubjectToken.Kind.JWT) {
      return Optional.of("AWS takes a signed JWT here, not a signed request");
    }
    if (value.startsWith("ya29.")) {
      return Optional.of("this is an access token of Google; AWS wants an ID token");
    }
    if (value.length() > LONGEST_TOKEN) {
      return Optional.of("the token is longer than AWS's 20000 characters");
    }
    return when(
        !JWT.matcher(value).matches(),
        "the token is not a signed JWT: three base64url parts with dots between, nothing else");
  }

  private static Optional<String> when(boolean wrong, String sentence) {
    return wrong ? Optional.of(sentence) : Optional.empty();
  }
}
