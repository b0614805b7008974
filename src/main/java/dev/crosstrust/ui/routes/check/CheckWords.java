package dev.crosstrust.ui.routes.check;

import dev.crosstrust.check.LocalCheck;
import dev.crosstrust.finding.Finding;
import dev.crosstrust.finding.Severity;
import dev.crosstrust.trust.Verdict;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a check came to, in a sentence. */
public final class CheckWords {
  /** Words that begin a sentence with a capital and no name. */
  private static final Pattern NO_NAME =
      Pattern.compile("^(?:The|A|An|This|That|It|Its|No|Nobody|Nothing|There|What|Whoever|One)\\b");

  private CheckWords() {}

  /** {@code would be refused, because the role does not trust this service account}. */
  public static String said(LocalCheck check) {
    return Mark.of(check.verdict()).word() + ", because " + because(check);
  }

  /** Why, as a sentence. */
  public static String reason(LocalCheck check) {
    return told(check)
        .map(finding -> bare(finding.title()) + ".")
        .orElseGet(
            () -> {
              String otherwise = otherwise(check);
              return Character.toUpperCase(otherwise.charAt(0)) + otherwise.substring(1) + ".";
            });
  }

  /** Why, as the end of a sentence, without its full stop. */
  public static String because(LocalCheck check) {
    return told(check)
        .map(Finding::title)
        .map(CheckWords::inside)
        .orElseGet(() -> otherwise(check));
  }

  private static String otherwise(LocalCheck check) {
    String asks = check instanceof LocalCheck.OfPool ? "provider" : "policy";
    return switch (check.verdict()) {
      case ADMITTED -> "everything that the %s asks for is there".formatted(asks);
      case REFUSED -> "not everything that the %s asks for is there".formatted(asks);
      case UNDECIDED ->
          check instanceof LocalCheck.NotMade
              ? "there is nothing to judge by"
              : "not all that decides is known here";
    };
  }

  /** What explains the verdict; advice about a token that gets in does not. */
  static Optional<Finding> told(LocalCheck check) {
    return check.verdict() == Verdict.ADMITTED
        ? Optional.empty()
        : check.findings().stream()
            .filter(
                finding ->
                    check.verdict() == Verdict.UNDECIDED || finding.severity() == Severity.ERROR)
            .findFirst();
  }

  private static String inside(String sentence) {
    String bare = bare(sentence);
    return NO_NAME.matcher(bare).find()
        ? Character.toLowerCase(bare.charAt(0)) + bare.substring(1)
        : bare;
  }

  private static String bare(String sentence) {
    return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
  }
}
