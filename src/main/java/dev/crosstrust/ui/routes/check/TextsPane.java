package dev.crosstrust.ui.routes.check;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What is judged, to be changed here: each text with its name above and what is wrong below. */
final class TextsPane extends VBox {
  private static final int ROWS = 6;

  TextsPane(List<EditedText> texts) {
    getStyleClass().add("check-texts");
    for (int i = 0; i < texts.size(); i++) {
      add(texts.get(i), i);
    }
  }

  private void add(EditedText text, int at) {
    TextArea area = new TextArea();
    area.setId("check-text-" + at);
    area.getStyleClass().addAll("evidence", "check-text");
    area.setAccessibleText("%s: %s".formatted(text.name(), text.hint()));
    area.setPrefRowCount(text.lines() == 0 ? ROWS : text.lines());
    area.setPrefColumnCount(1);
    area.textProperty().bindBidirectional(text.textProperty());
    Label name = new Label(text.name());
    name.getStyleClass().add("section-title");
    name.setLabelFor(area);
    Label hint = new Label(text.hint());
    hint.getStyleClass().add("choice-about");
    hint.setWrapText(true);
    Label problem = new Label();
    problem.setId("check-problem-" + at);
    problem.getStyleClass().add("problem");
    problem.setWrapText(true);
    problem.setMinHeight(USE_PREF_SIZE);
    problem.textProperty().bind(text.problemProperty());
    problem.visibleProperty().bind(text.problemProperty().isNotEmpty());
    problem.managedProperty().bind(problem.visibleProperty());
    text.problemProperty().subscribe(area::setAccessibleHelp);
    if (text.lines() == 0) {
      setVgrow(area, Priority.ALWAYS);
    }
    getChildren().addAll(new VBox(name, hint), area, problem);
  }
}
