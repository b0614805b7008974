package dev.crosstrust.route.file;

import dev.crosstrust.evidence.Leg.Expectation;
import dev.crosstrust.route.Direction;
import dev.crosstrust.route.Operation;
import dev.crosstrust.route.Step;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the steps of a route. */
final class StepReader {
  private static final Set<String> KEYS = Set.of("do", "target", "expect");

  private StepReader() {}

  static List<Step> steps(Fields route, Direction direction) {
    return route.groups("steps", KEYS).stream()
        .flatMap(written -> step(written, direction).stream())
        .toList();
  }

  /** Nothing where it is not known what is to be done. */
  private static Optional<Step> step(Fields fields, Direction direction) {
    String name = fields.text("do", Form.ANY);
    Optional<Operation> operation = Operation.named(name);
    if (operation.isEmpty()) {
      fields.refuse(
          "do",
          "there is no step \"%s\"%s"
              .formatted(name, Suggestion.of(name, Operation.names(direction))));
      return Optional.empty();
    }
    if (operation.get().direction() != direction) {
      fields.refuse(
          "do",
          "%s is a step of direction %s, this route goes %s"
              .formatted(name, operation.get().direction().text(), direction.text()));
    }
    String target = target(fields, operation.get());
    String expect = fields.choice("expect", Form.EXPECTATIONS);
    return Optional.of(
        new Step(
            operation.get(),
            target,
            expect == null ? null : Expectation.valueOf(expect.toUpperCase(Locale.ROOT))));
  }

  private static @Nullable String target(Fields fields, Operation operation) {
    Operation.Target form = operation.target();
    boolean written = fields.value("target").isPresent();
    if (form == Operation.Target.NONE) {
      if (written) {
        fields.refuse("target", "%s takes no target".formatted(operation.text()));
      }
      return null;
    }
    if (!written) {
      fields.refuse("target", "%s needs a target: %s".formatted(operation.text(), form.form()));
      return null;
    }
    String target = fields.text("target", Form.ANY);
    if (!form.matches(target)) {
      fields.refuse("target", "the target of %s is %s".formatted(operation.text(), form.form()));
    }
    return target;
  }
}
