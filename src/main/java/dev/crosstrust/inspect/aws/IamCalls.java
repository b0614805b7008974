package dev.crosstrust.inspect.aws;

import dev.crosstrust.evidence.Label;
import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.evidence.aws.AwsCalls;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import software.amazon.awssdk.services.iam.IamClient;

/** Calls of IAM, one leg each, labelled {@code iam.<Operation>}. */
record IamCalls(IamClient iam) {
  private static final String SERVICE = "iam";

  <T> Outcome<T> call(String operation, Function<IamClient, T> call) {
    return AwsCalls.outcome(
        Label.of(SERVICE + "." + operation, SERVICE, operation), () -> call.apply(iam));
  }

  /** IAM sends policy documents percent-encoded, as RFC 3986 has it. */
  static String document(String encoded) {
    return URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
