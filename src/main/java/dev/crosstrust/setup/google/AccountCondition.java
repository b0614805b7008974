package dev.crosstrust.setup.google;

import org.jspecify.annotations.Nullable;

/** The condition of a provider that lets one AWS account in. */
final class AccountCondition {
  private AccountCondition() {}

  /**
   * In CEL.
   *
   * @param account null where it is not known
   */
  static String of(boolean signedRequest, @Nullable String account) {
    String claim =
        signedRequest ? "assertion.account" : "assertion['https://sts.amazonaws.com/'].aws_account";
    return "%s == '%s'".formatted(claim, account == null ? "ACCOUNT" : account);
  }
}
