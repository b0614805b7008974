package dev.crosstrust.ui.routes.form;

import javafx.beans.value.ObservableStringValue;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What is said below a control: what is wrong, or else a hint. */
final class Message extends Label {
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
  private static final PseudoClass CARE = PseudoClass.getPseudoClass("care");
  private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");

  private final Node control;
  private String wrong = "";
  private String care = "";
  private String hint = "";

  Message(Node control) {
    this.control = control;
    getStyleClass().add("field-message");
    setWrapText(true);
    setMinHeight(Region.USE_PREF_SIZE);
    managedProperty().bind(textProperty().isNotEmpty());
    visibleProperty().bind(managedProperty());
  }

  /** What is wrong comes before anything else. */
  Message wrong(ObservableStringValue sentence) {
    sentence.subscribe(
        text -> {
          wrong = text;
          say();
        });
    return this;
  }

  /** What is allowed, but worth a thought. */
  void care(String sentence) {
    care = sentence;
    say();
  }

  void hint(String sentence) {
    hint = sentence;
    say();
  }

  private void say() {
    boolean isWrong = !wrong.isEmpty();
    boolean isCare = !isWrong && !care.isEmpty();
    pseudoClassStateChanged(WRONG, isWrong);
    pseudoClassStateChanged(CARE, isCare);
    control.pseudoClassStateChanged(DANGER, isWrong);
    setGraphic(
        isWrong
            ? new FontIcon(Feather.X_CIRCLE)
            : isCare ? new FontIcon(Feather.ALERT_TRIANGLE) : null);
    setText(isWrong ? wrong : isCare ? care : hint);
  }
}
