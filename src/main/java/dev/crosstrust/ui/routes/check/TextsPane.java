package dev.crosstrust.ui.routes.check;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What is judged, to be changed here: each text with its name above, and what is wrong. */
final class TextsPane extends VBox {
  private static final int ROWS = 6;
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

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
    area.setText(text.text());
    area.textProperty().subscribe(text.textProperty()::set);
    text.textProperty().subscribe(now -> take(area, now));
    Label name = new Label(text.name());
    name.getStyleClass().add("section-title");
    name.setLabelFor(area);
    Label hint = new Label();
    hint.setId("check-problem-" + at);
    hint.getStyleClass().add("check-hint");
    hint.setWrapText(true);
    hint.setMinHeight(USE_PREF_SIZE);
    text.problemProperty().subscribe(problem -> say(hint, text.hint(), problem));
    text.problemProperty().subscribe(area::setAccessibleHelp);
    if (text.lines() == 0) {
      setVgrow(area, Priority.ALWAYS);
    }
    getChildren().addAll(new VBox(name, hint), area);
  }

  /** What is wrong stands where it was said how it is written: nothing moves when it comes. */
  private static void say(Label label, String hint, String problem) {
    label.setText(problem.isEmpty() ? hint : problem);
    label.pseudoClassStateChanged(WRONG, !problem.isEmpty());
  }

  /** What comes from elsewhere can be undone like what is typed. */
  private static void take(TextArea area, String text) {
    if (!area.getText().equals(text)) {
      area.replaceText(0, area.getLength(), text);
      area.positionCaret(0);
    }
  }
}
