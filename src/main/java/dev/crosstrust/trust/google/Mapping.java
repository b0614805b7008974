package dev.crosstrust.trust.google;

import static dev.crosstrust.trust.google.MappingRules.SUBJECT;

import dev.crosstrust.finding.Finding;
import dev.crosstrust.trust.google.cel.Variables;
import java.util.List;
import java.util.Objects;

/** A provider's mapping, read once; makes Google's attributes of what is presented. Immutable. */
final class Mapping {
  private final List<Finding> broken;
  private final List<MappingLine> lines;

  private Mapping(List<Finding> broken, List<MappingLine> lines) {
    this.broken = broken;
    this.lines = lines;
  }

  static Mapping of(PoolProvider provider) {
    return new Mapping(
        MappingRules.broken(provider),
        MappingRules.inForce(provider).entrySet().stream()
            .limit(MappingRules.MOST_LINES)
            .map(line -> MappingLine.of(line.getKey(), line.getValue()))
            .toList());
  }

  /** The subject, and the attributes that a condition may name in its text. */
  Mapping namedIn(String condition) {
    return new Mapping(
        broken,
        lines.stream()
            .filter(line -> line.key().equals(SUBJECT) || condition.contains(line.name()))
            .toList());
  }

  /** How much it takes to make attributes of one token. */
  int cost() {
    return lines.stream()
        .map(MappingLine::expression)
        .filter(Objects::nonNull)
        .mapToInt(Lookalikes::cost)
        .sum();
  }

  /** What it makes of this. */
  Mapped of(Variables assertion) {
    Making making = new Making(assertion);
    broken.forEach(making::refuse);
    lines.forEach(making::map);
    return making.made();
  }
}
