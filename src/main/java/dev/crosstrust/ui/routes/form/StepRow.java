package dev.crosstrust.ui.routes.form;

import dev.crosstrust.route.Operation;
import dev.crosstrust.route.Step;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** One step: the call, what it is made on, what should come of it. */
final class StepRow extends VBox {
  private final ComboBox<Operation> operation = new ComboBox<>();
  private final TextField target = new TextField();
  private final Message message = new Message(target);

  /**
   * @param operations the calls to choose from
   * @param number from 1
   */
  StepRow(StepModel step, List<Operation> operations, int number, Runnable remove) {
    ComboBox<Expected> expected = new ComboBox<>();
    Button away = new Button(null, new FontIcon(Feather.X));
    getStyleClass().add("step-row");
    operation.getItems().setAll(operations);
    operation.setConverter(new Named());
    operation.getStyleClass().add("mono-choice");
    operation.valueProperty().bindBidirectional(step.operationProperty());
    target.getStyleClass().add("mono");
    target.setMinWidth(0);
    target.textProperty().bindBidirectional(step.targetProperty());
    target.focusedProperty().addListener((_, _, focused) -> left(step, focused));
    expected.getItems().setAll(Expected.values());
    expected.valueProperty().bindBidirectional(step.expectedProperty());
    away.getStyleClass().addAll("flat", "button-icon");
    away.setTooltip(new Tooltip("Remove step " + number));
    away.setOnAction(_ -> remove.run());
    name(operation, number, "call");
    name(target, number, "target");
    name(expected, number, "expectation");
    name(away, number, "remove");
    HBox.setHgrow(target, Priority.ALWAYS);
    HBox line = new HBox(operation, target, expected, away);
    line.getStyleClass().add("step-line");
    message.wrong(step.problemProperty());
    message.setId("route-form-step-%d-message".formatted(number));
    target.accessibleHelpProperty().bind(message.textProperty());
    getChildren().setAll(line, message);
    step.operationProperty().subscribe(this::take);
  }

  void focusFirst() {
    operation.requestFocus();
  }

  private static void left(StepModel step, boolean focused) {
    if (!focused) {
      step.left();
    }
  }

  private static void name(Control control, int number, String what) {
    control.setId("route-form-step-%d-%s".formatted(number, what));
    control.setAccessibleText("Step %d: %s".formatted(number, what));
  }

  private void take(Operation call) {
    boolean takesTarget = call.target() != Operation.Target.NONE;
    target.setVisible(takesTarget);
    target.setPromptText(call.target().form());
    message.hint(hint(call));
  }

  private static String hint(Operation call) {
    if (!call.writes()) {
      return "";
    }
    return call.target() == Operation.Target.TABLE
        ? "This step writes: one more row with each run."
        : "This step writes. %s in the name stands for the time, so that each run writes an object"
                .formatted(Step.TIMESTAMP)
            + " of its own.";
  }

  private static final class Named extends StringConverter<Operation> {
    @Override
    public String toString(@Nullable Operation operation) {
      return operation == null ? "" : operation.text();
    }

    @Override
    public @Nullable Operation fromString(@Nullable String text) {
      return text == null ? null : Operation.named(text).orElse(null);
    }
  }
}
