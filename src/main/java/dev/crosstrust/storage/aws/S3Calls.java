package dev.crosstrust.storage.aws;

import dev.crosstrust.evidence.Label;
import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.evidence.Outcome.Breakage.Kind;
import dev.crosstrust.evidence.aws.AwsCalls;
import java.util.function.Function;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Makes calls where the bucket is, each under the label {@code s3.<Operation>}.
 *
 * @param clients to make them with
 */
record S3Calls(RegionalClients clients) {
  private static final String SERVICE = "s3";

  /** A call whose request and answer are kept as evidence. */
  <T> Outcome<T> call(String operation, String bucket, Function<S3Client, T> call) {
    return AwsCalls.outcome(
        Label.of(SERVICE + "." + operation, SERVICE, operation), () -> clients.where(bucket, call));
  }

  /** A call that carries somebody's data. */
  <T> Outcome<T> callWithContent(String operation, String bucket, Function<S3Client, T> call) {
    return AwsCalls.outcome(
        Label.ofContent(SERVICE + "." + operation, SERVICE, operation),
        () -> clients.where(bucket, call));
  }

  /** A call that belongs to no bucket. */
  <T> Outcome<T> callHome(String operation, Function<S3Client, T> call) {
    return AwsCalls.outcome(
        Label.of(SERVICE + "." + operation, SERVICE, operation), () -> call.apply(clients.home()));
  }

  /** Understands an answer, as far as it can be. */
  static <T, R> Outcome<R> read(Outcome<T> answer, Function<T, R> reader) {
    try {
      return answer.map(reader);
    } catch (IllegalArgumentException e) {
      return Outcome.broken(Kind.NOT_UNDERSTOOD, "s3: " + e.getMessage());
    }
  }
}
