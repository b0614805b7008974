package dev.crosstrust.ui.kit;

import dev.crosstrust.ui.kit.Question.Answer;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Asks a question where it arises. The answer that leaves everything as it is has the focus, and is
 * what Escape gives.
 */
public final class QuestionBar extends HBox {
  private static final int GAP = 6;

  public QuestionBar() {
    getStyleClass().add("question-bar");
    managedProperty().bind(visibleProperty());
    setVisible(false);
  }

  /** Shows what is asked there, and takes it away once it is answered. */
  public void follow(ObjectProperty<Optional<Question>> asked) {
    asked.subscribe(
        question -> {
          setVisible(question.isPresent());
          getChildren().clear();
          question.ifPresent(it -> show(it, asked));
        });
  }

  private void show(Question question, ObjectProperty<Optional<Question>> asked) {
    Label text = new Label(question.text());
    text.setWrapText(true);
    text.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(text, Priority.ALWAYS);
    FlowPane buttons = new FlowPane(GAP, GAP);
    buttons.getStyleClass().add("question-answers");
    for (Answer answer : question.answers()) {
      buttons.getChildren().add(button(answer, question, asked));
    }
    FontIcon icon = new FontIcon(Feather.HELP_CIRCLE);
    getChildren().setAll(icon, text, buttons);
    Button last = (Button) buttons.getChildren().getLast();
    setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            event.consume();
            last.fire();
          }
        });
    last.requestFocus();
  }

  private static Button button(
      Answer answer, Question question, ObjectProperty<Optional<Question>> asked) {
    Button button = new Button(answer.words());
    button.setAccessibleHelp(question.text());
    button.getStyleClass().add(answer.harmful() ? "danger" : "question-answer");
    // Enter means the button that has the focus, also where another one is the default.
    button.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ENTER) {
            event.consume();
            button.fire();
          }
        });
    button.setOnAction(
        _ -> {
          asked.set(Optional.empty());
          answer.run().run();
        });
    return button;
  }
}
