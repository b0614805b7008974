package dev.crosstrust.sandbox.aws.query;

import dev.crosstrust.sandbox.wire.Request;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The scope a signature claims, {@code KEY/20261121/eu-west-1/sts/aws4_request}: unverified, just
 * enough to know whom it is addressed to.
 */
public record CredentialScope(String region, String service) {
  private static final Pattern IN_HEADER = Pattern.compile("Credential=([^,\\s]+)");

  /** Reads it from the header or the query; empty when the request is not signed. */
  public static Optional<CredentialScope> of(Request request) {
    return request
        .header("authorization")
        .map(IN_HEADER::matcher)
        .filter(Matcher::find)
        .map(it -> it.group(1))
        .or(() -> request.queryParameter("X-Amz-Credential"))
        .map(it -> it.split("/", -1))
        .filter(it -> it.length >= 5)
        .map(it -> new CredentialScope(it[it.length - 3], it[it.length - 2]));
  }
}
