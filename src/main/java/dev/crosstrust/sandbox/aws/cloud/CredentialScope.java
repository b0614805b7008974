package dev.crosstrust.sandbox.aws.cloud;

import dev.crosstrust.sandbox.wire.Request;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The scope a signature claims, {@code KEY/20261121/eu-west-1/sts/aws4_request}: unverified, just
 * enough to know whom it is addressed to.
 */
final class CredentialScope {
  private static final Pattern IN_HEADER = Pattern.compile("Credential=([^,\\s]+)");

  private CredentialScope() {}

  /** The service in the scope; empty when the request is not signed. */
  static Optional<String> service(Request request) {
    return request
        .header("authorization")
        .map(IN_HEADER::matcher)
        .filter(Matcher::find)
        .map(it -> it.group(1))
        .or(() -> request.queryParameter("X-Amz-Credential"))
        .map(it -> it.split("/", -1))
        .filter(it -> it.length >= 5)
        .map(it -> it[it.length - 2]);
  }
}
