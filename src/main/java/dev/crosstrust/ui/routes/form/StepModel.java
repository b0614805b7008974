package dev.crosstrust.ui.routes.form;

import dev.crosstrust.route.Operation;
import dev.crosstrust.route.file.RouteDraft.DraftStep;
import java.util.Objects;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** One step of the form, and what is wrong with it. */
final class StepModel {
  private final ObjectProperty<Operation> operation;
  private final StringProperty target;
  private final ObjectProperty<Expected> expected;
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private String wrong = "";
  private boolean touched;

  StepModel(DraftStep step) {
    operation = new SimpleObjectProperty<>(step.operation());
    target = new SimpleStringProperty(step.target());
    expected = new SimpleObjectProperty<>(Expected.of(step.expect()));
    target.addListener(_ -> touched = true);
  }

  ObjectProperty<Operation> operationProperty() {
    return operation;
  }

  StringProperty targetProperty() {
    return target;
  }

  ObjectProperty<Expected> expectedProperty() {
    return expected;
  }

  /** The sentence to be shown at it; empty while nobody has been there. */
  ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  boolean hasTarget() {
    return operation.get().target() != Operation.Target.NONE;
  }

  void left() {
    touched = true;
    problem.set(wrong);
  }

  void wrong(String sentence) {
    wrong = sentence;
    problem.set(touched ? sentence : "");
  }

  /** A target that the call does not take is kept on screen only. */
  DraftStep draft() {
    String on = hasTarget() ? Objects.requireNonNullElse(target.get(), "") : "";
    return new DraftStep(operation.get(), on, expected.get().expectation());
  }
}
