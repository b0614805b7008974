package dev.crosstrust.ui.routes.form;

import dev.crosstrust.evidence.Leg.Expectation;
import dev.crosstrust.identity.Identity;
import dev.crosstrust.route.Direction;
import dev.crosstrust.route.Operation;
import dev.crosstrust.route.file.Drafted;
import dev.crosstrust.route.file.RouteDraft;
import dev.crosstrust.route.file.RouteDraft.DraftStep;
import dev.crosstrust.route.file.RouteKey;
import dev.crosstrust.route.file.RouteWriter;
import dev.crosstrust.route.hint.RouteHints;
import dev.crosstrust.route.hint.RouteProposal;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** A route as it is being written: its values, and whether it is one yet. */
final class DraftModel {
  private final RouteHints hints;
  private final Direction direction;
  private final String ownName;
  private final Map<RouteKey, FieldModel> fields = new EnumMap<>(RouteKey.class);
  private final ObservableList<StepModel> steps = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<Drafted> drafted;
  private final ReadOnlyStringWrapper reason = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper taken = new ReadOnlyStringWrapper("");
  private final RouteDraft before;

  DraftModel(RouteHints hints, Start start, Direction direction) {
    this.hints = hints;
    this.direction = direction;
    ownName = start.ownName();
    RouteDraft draft = start.draft(hints, direction);
    for (RouteKey key : RouteKey.of(direction)) {
      FieldModel field = new FieldModel(key, draft.value(key), start.keeps(draft.value(key)));
      field.textProperty().addListener(_ -> changed(key));
      fields.put(key, field);
    }
    draft.steps().forEach(step -> steps.add(watched(new StepModel(step))));
    before = draft();
    drafted = new ReadOnlyObjectWrapper<>(before.check());
    check();
  }

  FieldModel field(RouteKey key) {
    return Objects.requireNonNull(fields.get(key));
  }

  ObservableList<StepModel> steps() {
    return steps;
  }

  RouteHints hints() {
    return hints;
  }

  Direction direction() {
    return direction;
  }

  /** The name under which it is saved; empty for a new one. */
  String ownName() {
    return ownName;
  }

  /** Whether it is a route, and if not why. */
  ReadOnlyObjectProperty<Drafted> draftedProperty() {
    return drafted.getReadOnlyProperty();
  }

  /** Why it cannot be saved; empty when it can. */
  ReadOnlyStringProperty reasonProperty() {
    return reason.getReadOnlyProperty();
  }

  /** That another route has this name; empty when none has. */
  ReadOnlyStringProperty takenProperty() {
    return taken.getReadOnlyProperty();
  }

  /** The file that will be written; empty while it is no route. */
  String preview() {
    return switch (drafted.get()) {
      case Drafted.Good good -> RouteWriter.write(good.route());
      case Drafted.Bad _ -> "";
    };
  }

  /** Whether something would be lost. */
  boolean isChanged() {
    return !draft().equals(before);
  }

  /** The identities of this machine, and the chosen one where it is not here. */
  List<String> identities() {
    Stream<String> here = hints.identities(direction).stream().map(Identity::id);
    String chosen = field(RouteKey.IDENTITY).text();
    return Stream.concat(here, Stream.of(chosen).filter(id -> !id.isEmpty())).distinct().toList();
  }

  /** What this machine knows of an identity. */
  Optional<Identity> identity(String id) {
    return hints.identities(direction).stream()
        .filter(identity -> identity.id().equals(id))
        .findFirst();
  }

  /** One more step, the first call that no other step makes. */
  void addStep() {
    List<Operation> made = steps.stream().map(step -> step.draft().operation()).toList();
    List<Operation> all = operations();
    Operation next =
        all.stream().filter(one -> !made.contains(one)).findFirst().orElse(all.getFirst());
    steps.add(watched(new StepModel(new DraftStep(next, "", Expectation.ALLOWED))));
    check();
  }

  void removeStep(StepModel step) {
    steps.remove(step);
    check();
  }

  /** The calls that a step can make. */
  List<Operation> operations() {
    return Operation.of(direction);
  }

  private StepModel watched(StepModel step) {
    step.operationProperty().addListener(_ -> check());
    step.targetProperty().addListener(_ -> check());
    step.expectedProperty().addListener(_ -> check());
    return step;
  }

  /** What follows from a value is filled in, where nobody has written something else. */
  private void changed(RouteKey key) {
    RouteProposal.following(hints, direction, key, field(key).text().strip())
        .forEach(
            (other, value) -> {
              if (other != RouteKey.NAME || ownName.isEmpty()) {
                field(other).suggest(value);
              }
            });
    check();
  }

  private RouteDraft draft() {
    Map<RouteKey, String> values = new LinkedHashMap<>();
    fields.forEach((key, field) -> values.put(key, field.text().strip()));
    return new RouteDraft(direction, values, steps.stream().map(StepModel::draft).toList());
  }

  private void check() {
    RouteDraft draft = draft();
    Drafted now = draft.check();
    drafted.set(now);
    fields.forEach(
        (key, field) -> {
          field.wrong(now.problem(key).orElse(""));
          field.counts(draft.counts(key));
        });
    for (int i = 0; i < steps.size(); i++) {
      steps.get(i).wrong(now.problem(i).orElse(""));
    }
    reason.set(reason(now));
    String name = field(RouteKey.NAME).text().strip();
    boolean other = !name.equals(ownName) && hints.taken().contains(name);
    taken.set(other ? "A route of this name is saved already; saving would replace it." : "");
  }

  private static String reason(Drafted drafted) {
    return switch (drafted) {
      case Drafted.Good _ -> "";
      case Drafted.Bad(Map<String, String> problems) ->
          problems.values().iterator().next()
              + (problems.size() > 1 ? " (and %d more)".formatted(problems.size() - 1) : "");
    };
  }
}
