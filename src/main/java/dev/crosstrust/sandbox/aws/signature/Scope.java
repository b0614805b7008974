package dev.crosstrust.sandbox.aws.signature;

import java.util.List;
import java.util.Optional;

/**
 * A credential scope: the key, and the day, region and service a signature is good for.
 *
 * @param date as {@code YYYYMMDD}
 * @param region for example {@code eu-west-1}; {@code aws-global} for IAM through some SDKs
 * @param service for example {@code s3}
 */
public record Scope(String accessKeyId, String date, String region, String service) {
  private static final String TERMINATOR = "aws4_request";

  /** Reads {@code AKID/YYYYMMDD/REGION/SERVICE/aws4_request}. */
  static Optional<Scope> parse(String credential) {
    List<String> parts = List.of(credential.split("/", -1));
    boolean complete =
        parts.size() == 5
            && parts.stream().noneMatch(String::isEmpty)
            && parts.getLast().equals(TERMINATOR)
            && parts.get(1).matches("\\d{8}");
    return complete
        ? Optional.of(new Scope(parts.get(0), parts.get(1), parts.get(2), parts.get(3)))
        : Optional.empty();
  }

  /** The scope as a string to sign holds it, without the key. */
  String text() {
    return String.join("/", date, region, service, TERMINATOR);
  }
}
