package dev.crosstrust.ui.walkthrough;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.crosstrust.ui.workplace.Happening;
import java.util.List;
import java.util.Map;

/**
 * Holds when something of a kind has happened of which all this can be told.
 *
 * @param wanted what must be so; whatever else can be told does not matter
 */
record Condition(Fact.Kind kind, Map<String, String> wanted) {
  Condition {
    wanted = Map.copyOf(wanted);
  }

  /** As it is written: {@code {place-refused: {bucket: some-bucket}}}. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static Condition of(Map<String, Map<String, String>> named) {
    if (named.size() != 1) {
      throw new IllegalArgumentException("a step is done by one condition, not " + named.size());
    }
    Map.Entry<String, Map<String, String>> one = named.entrySet().iterator().next();
    Fact.Kind kind = Fact.Kind.named(one.getKey());
    one.getValue().keySet().forEach(kind::check);
    return new Condition(kind, one.getValue());
  }

  boolean holds(List<Happening> happened) {
    return happened.stream().map(Fact::of).anyMatch(this::fits);
  }

  private boolean fits(Fact fact) {
    return fact.kind() == kind && fact.told().entrySet().containsAll(wanted.entrySet());
  }
}
