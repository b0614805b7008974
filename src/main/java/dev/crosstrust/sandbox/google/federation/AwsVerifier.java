package dev.crosstrust.sandbox.google.federation;

import dev.crosstrust.sandbox.wire.Internet;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Believes a signed request when AWS does: sends it there as it is, and takes AWS's answer for who
 * somebody is.
 */
final class AwsVerifier {
  /** The usual length of a session of an AWS provider. */
  private static final Duration LIFETIME = Duration.ofMinutes(15);

  private final Internet internet;

  AwsVerifier(Internet internet) {
    this.internet = internet;
  }

  Assertion verify(String token, Provider provider, Source.Aws source) {
    AwsRequest request = AwsRequest.parse(token, provider);
    String answer = ask(request);
    String account = text(answer, "Account");
    if (!account.equals(source.accountId())) {
      throw ExchangeErrors.otherAwsAccount();
    }
    return new Assertion(
        Map.of("account", account, "arn", text(answer, "Arn"), "userid", text(answer, "UserId")),
        LIFETIME);
  }

  private String ask(AwsRequest request) {
    try {
      Internet.Answer answer = internet.send("POST", request.url(), request.headers());
      if (answer.status() != 200) {
        throw ExchangeErrors.awsRefused(text(answer.body(), "Code"));
      }
      return answer.body();
    } catch (IOException notReached) {
      throw ExchangeErrors.awsRefused("not reached");
    }
  }

  /** The values of this answer hold nothing that XML would have to escape. */
  private static String text(String xml, String element) {
    Matcher matcher =
        Pattern.compile("<%1$s>([^<]*)</%1$s>".formatted(Pattern.quote(element))).matcher(xml);
    return matcher.find() ? matcher.group(1) : "";
  }
}
