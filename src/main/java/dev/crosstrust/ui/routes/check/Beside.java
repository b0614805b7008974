package dev.crosstrust.ui.routes.check;

import dev.crosstrust.check.LocalCheck;
import dev.crosstrust.finding.Finding;
import java.util.List;

/**
 * What is known beside a check that was made of what was read.
 *
 * @param note in sentences, what kind of verdict it is, or how it came; empty for nothing
 * @param saysWhy whether the note tells the verdict and its reason, too
 * @param answer of the other side
 * @param told what is told elsewhere in sight
 */
public record Beside(String note, boolean saysWhy, Answer answer, List<Finding> told) {
  /** Only the check. */
  public static final Beside NOTHING = new Beside("", false, Answer.NONE, List.of());

  public Beside {
    told = List.copyOf(told);
  }

  /** What the other side said to the token. */
  public enum Answer {
    /** It was not asked, or said nothing. */
    NONE,
    ADMITTED,
    REFUSED
  }

  /** Whether the reason of a verdict is told already. */
  boolean tellsWhy(LocalCheck check) {
    return CheckWords.told(check)
        .filter(why -> told.stream().anyMatch(it -> it.id().equals(why.id())))
        .isPresent();
  }
}
