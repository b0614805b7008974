package dev.crosstrust.route;

import dev.crosstrust.evidence.Leg.Expectation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the steps of a route. */
final class StepReader {
  private static final Set<String> KEYS = Set.of("do", "target", "expect");

  private StepReader() {}

  static List<Step> steps(Fields route, Direction direction) throws UnreadableException {
    List<Step> steps = new ArrayList<>();
    for (Yaml written : route.list("steps")) {
      String path = "steps[%d]".formatted(steps.size() + 1);
      steps.add(step(Fields.of(written, path, KEYS), direction));
    }
    return steps;
  }

  private static Step step(Fields fields, Direction direction) throws UnreadableException {
    Operation operation = operation(fields, direction);
    String target = target(fields, operation);
    String expect = fields.choice("expect", Form.EXPECTATIONS);
    return new Step(
        operation,
        target,
        expect == null ? null : Expectation.valueOf(expect.toUpperCase(Locale.ROOT)));
  }

  private static Operation operation(Fields fields, Direction direction)
      throws UnreadableException {
    String name = fields.text("do", Form.ANY);
    Operation operation =
        Operation.named(name)
            .orElseThrow(
                () ->
                    new UnreadableException(
                        fields.at("do"),
                        "there is no step \"%s\"%s"
                            .formatted(name, Suggestion.of(name, Operation.names(direction)))));
    if (operation.direction() != direction) {
      throw new UnreadableException(
          fields.at("do"),
          "%s is a step of direction %s, this route goes %s"
              .formatted(name, operation.direction().text(), direction.text()));
    }
    return operation;
  }

  private static @Nullable String target(Fields fields, Operation operation)
      throws UnreadableException {
    Operation.Target form = operation.target();
    boolean written = fields.value("target").isPresent();
    if (form == Operation.Target.NONE) {
      if (written) {
        throw new UnreadableException(
            fields.at("target"), "%s takes no target".formatted(operation.text()));
      }
      return null;
    }
    if (!written) {
      throw new UnreadableException(
          fields.at("target"), "%s needs a target: %s".formatted(operation.text(), form.form()));
    }
    String target = fields.text("target", Form.ANY);
    if (!form.matches(target)) {
      throw new UnreadableException(
          fields.at("target"), "the target of %s is %s".formatted(operation.text(), form.form()));
    }
    return target;
  }
}
