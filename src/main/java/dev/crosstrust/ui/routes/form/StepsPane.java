package dev.crosstrust.ui.routes.form;

import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What is done at the other end: one row a call, and a way to more. */
final class StepsPane extends VBox {
  private final DraftModel draft;
  private final VBox rows = new VBox();
  private final Button add = new Button("Add step", new FontIcon(Feather.PLUS));

  StepsPane(DraftModel draft) {
    this.draft = draft;
    getStyleClass().add("steps");
    rows.getStyleClass().add("step-rows");
    Label title = new Label("Steps");
    title.getStyleClass().add("section-title");
    Label about =
        new Label("One call each with the borrowed credentials, and what should come of it.");
    about.getStyleClass().add("muted");
    about.setWrapText(true);
    add.setId("route-form-add-step");
    add.setTooltip(new Tooltip("Add another call at the end"));
    add.setOnAction(
        _ -> {
          draft.addStep();
          ((StepRow) rows.getChildren().getLast()).focusFirst();
        });
    getChildren().setAll(title, about, rows, add);
    draft.steps().addListener((ListChangeListener<StepModel>) _ -> show());
    show();
  }

  private void show() {
    rows.getChildren().clear();
    for (StepModel step : draft.steps()) {
      int number = rows.getChildren().size() + 1;
      rows.getChildren().add(new StepRow(step, draft.operations(), number, () -> remove(step)));
    }
  }

  private void remove(StepModel step) {
    draft.removeStep(step);
    add.requestFocus();
  }
}
