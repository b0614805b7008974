package dev.crosstrust.sandbox.google.iamcredentials;

import dev.crosstrust.sandbox.google.account.ServiceAccount;
import dev.crosstrust.sandbox.google.api.ApiError;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long an access token is asked to live, in the JSON form of a duration: {@code 300s}. */
final class Lifetime {
  private static final Duration USUAL = Duration.ofHours(1);
  private static final Pattern SECONDS = Pattern.compile("(-?\\d{1,12})(\\.\\d{1,9})?s");

  private Lifetime() {}

  /** Reads the argument; an hour when it is empty, and never more than an hour. */
  static Duration parse(String text, ServiceAccount account) {
    if (text.isEmpty()) {
      return USUAL;
    }
    Matcher seconds = SECONDS.matcher(text);
    if (!seconds.matches()) {
      throw ApiError.invalidArgument(
          "Invalid value at 'lifetime' (type.googleapis.com/google.protobuf.Duration), Field"
              + " 'lifetime', Illegal duration format; duration must end with 's'");
    }
    Duration lifetime = Duration.ofSeconds(Long.parseLong(seconds.group(1)));
    if (!lifetime.isPositive()) {
      throw ApiError.invalidArgument("Lifetime of access token must be larger then zero.");
    }
    if (lifetime.compareTo(USUAL) > 0) {
      throw ApiError.invalidArgument(
          ("Access tokens for service account %s can not have lifetimes of more than 1 hour. Use"
               + " the Org Policy Constraint"
               + " constraints/iam.allowServiceAccountCredentialLifetimeExtension to allow up to 12"
               + " hours.")
              .formatted(account.email()));
    }
    return lifetime;
  }
}
