package dev.crosstrust.setup.google;

import dev.crosstrust.trust.Ternary;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The condition of a provider that lets one AWS account in: as it is printed here, and as far as
 * such a one can be decided before there is a token. Others are the exchange's to decide.
 */
final class AccountCondition {
  private static final Pattern OF_JWT =
      Pattern.compile(
          "assertion\\[(['\"])https://sts\\.amazonaws\\.com/\\1]\\.aws_account *=="
              + " *(['\"])(\\d{12})\\2");
  private static final Pattern OF_REQUEST =
      Pattern.compile("()assertion\\.account *== *(['\"])(\\d{12})\\2");

  /** Parentheses within would have to be counted. */
  private static final Pattern ONE_MORE = Pattern.compile("\\(([^()]*)\\) *&& *(.+)");

  private static final int ACCOUNT = 3;

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

  /** Whether a condition holds for what an account presents. */
  static Ternary holds(String condition, boolean signedRequest, @Nullable String account) {
    Matcher alone = (signedRequest ? OF_REQUEST : OF_JWT).matcher(condition.strip());
    if (alone.matches()) {
      return account == null ? Ternary.UNDECIDED : Ternary.of(account.equals(alone.group(ACCOUNT)));
    }
    Matcher more = ONE_MORE.matcher(condition.strip());
    return more.matches()
        ? holds(more.group(1), signedRequest, account)
            .and(holds(more.group(2), signedRequest, account))
        : Ternary.UNDECIDED;
  }
}
