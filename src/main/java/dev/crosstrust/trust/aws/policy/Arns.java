package dev.crosstrust.trust.aws.policy;

import java.util.ArrayList;
import java.util.List;

/**
 * ARNs, compared one of their six parts at a time; the last takes all further colons.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_ARN">ARN
 *     condition operators</a>
 */
final class Arns {
  private static final int PARTS = 6;

  private Arns() {}

  static boolean isArn(String text) {
    return text.startsWith("arn:") && text.split(":", PARTS).length == PARTS;
  }

  /** Whether a policy may have it: patterns need not begin as ARNs do. */
  static boolean isPattern(String text) {
    return text.equals("*") || text.contains("${") || text.split(":", PARTS).length == PARTS;
  }

  static boolean fits(Wildcards pattern, String arn) {
    if (pattern.text().equals("*")) {
      return pattern.fits(arn);
    }
    List<Wildcards> parts = parts(pattern);
    String[] own = arn.split(":", PARTS);
    if (parts.size() != PARTS || own.length != PARTS) {
      return false;
    }
    for (int i = 0; i < PARTS; i++) {
      if (!parts.get(i).fits(own[i])) {
        return false;
      }
    }
    return true;
  }

  private static List<Wildcards> parts(Wildcards pattern) {
    List<Wildcards> parts = new ArrayList<>();
    int from = 0;
    while (parts.size() < PARTS - 1) {
      int colon = pattern.text().indexOf(':', from);
      if (colon < 0) {
        break;
      }
      parts.add(pattern.part(from, colon));
      from = colon + 1;
    }
    parts.add(pattern.part(from, pattern.text().length()));
    return parts;
  }
}
