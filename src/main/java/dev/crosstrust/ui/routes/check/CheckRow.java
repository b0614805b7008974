package dev.crosstrust.ui.routes.check;

import dev.crosstrust.ui.kit.Difference;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is compared.
 *
 * @param key what is compared
 * @param operator how; empty where there is one way only
 * @param wants any of which would do
 * @param says what the token says
 * @param literal whether both are texts that must be the same, so that a difference tells something
 */
record CheckRow(
    String key, String operator, List<String> wants, List<Said> says, Mark mark, boolean literal) {
  static final String NOTHING = "—";

  CheckRow {
    wants = List.copyOf(wants);
    says = List.copyOf(says);
  }

  /**
   * A value of the token.
   *
   * @param claim where it stands there; null where it is no claim
   */
  record Said(String value, @Nullable String claim) {
    private String spoken() {
      return claim == null ? value : "%s (%s)".formatted(value, claim);
    }
  }

  /**
   * Two values that are to be the same and are nearly so.
   *
   * @param wanted its place among what is wanted
   * @param said its place among what is said
   */
  record Near(int wanted, int said, Difference difference) {}

  /** Where a value misses: the two that are most alike. Empty where nothing tells anything. */
  Optional<Near> near() {
    if (!mark.bad() || !literal) {
      return Optional.empty();
    }
    List<Near> pairs = new ArrayList<>();
    for (int i = 0; i < wants.size(); i++) {
      for (int j = 0; j < says.size(); j++) {
        pairs.add(new Near(i, j, Difference.between(wants.get(i), says.get(j).value())));
      }
    }
    return pairs.stream()
        .filter(pair -> !wants.get(pair.wanted()).equals(says.get(pair.said()).value()))
        .max(Comparator.comparingDouble(pair -> pair.difference().likeness()));
  }

  /** All of it, for those who hear the table. */
  String spoken() {
    String wanted = wants.isEmpty() ? "nothing" : String.join(" or ", wants);
    String said =
        says.isEmpty()
            ? "nothing"
            : says.stream().map(Said::spoken).collect(Collectors.joining(" and "));
    return Stream.of(
            "%s: wants %s".formatted(operator.isEmpty() ? key : key + ", " + operator, wanted),
            "token says " + said,
            mark.word() + ".",
            near().map(pair -> pair.difference().sentence()).orElse(""))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining("; "))
        .replace(".; ", ". ");
  }
}
