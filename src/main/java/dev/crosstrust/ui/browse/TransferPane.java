package dev.crosstrust.ui.browse;

import dev.crosstrust.ui.kit.FindingCard;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** How the download or upload goes, in place. */
public final class TransferPane extends VBox {
  private final ProgressBar bar = new ProgressBar();
  private final Label words = new Label();

  public TransferPane() {
    setId("browse-transfer");
    getStyleClass().add("transfer");
    bar.setAccessibleText("Progress");
    words.setWrapText(true);
    words.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(words, Priority.ALWAYS);
  }

  void follow(BrowseModel model) {
    model.transfers().stateProperty().subscribe(state -> show(model, state));
  }

  private void show(BrowseModel model, Transfer state) {
    TransferModel transfer = model.transfers();
    boolean wanted = !(state instanceof Transfer.None);
    setVisible(wanted);
    setManaged(wanted);
    switch (state) {
      case Transfer.None() -> getChildren().clear();
      case Transfer.Moving(String what, long moved, long size) -> moving(model, what, moved, size);
      case Transfer.Exists(var file, String there) -> {
        words.setText("%s is there already".formatted(there));
        line(
            icon(Feather.ALERT_TRIANGLE),
            button("Replace it", "Replace the object " + there, () -> model.replace(file)),
            button("Keep it", "Keep the object " + there, transfer::dismiss));
      }
      case Transfer.Done(String what) -> {
        words.setText(what);
        line(icon(Feather.CHECK_CIRCLE), button("Close", "Close this notice", transfer::dismiss));
      }
      case Transfer.Cancelled(String what) -> {
        words.setText(what);
        line(icon(Feather.SLASH), button("Close", "Close this notice", transfer::dismiss));
      }
      case Transfer.Failed(var findings) -> {
        getChildren().setAll(findings.stream().map(FindingCard::new).toList());
        getChildren().add(button("Close", "Close this notice", transfer::dismiss));
      }
    }
  }

  private void moving(BrowseModel model, String what, long moved, long size) {
    String bytes = size > 0 ? " of " + Words.size(size) : "";
    words.setText("%s · %s%s".formatted(what, Words.size(moved), bytes));
    bar.setProgress(size > 0 ? (double) moved / size : ProgressBar.INDETERMINATE_PROGRESS);
    if (bar.getParent() == null || bar.getParent().getParent() != this) {
      line(bar, button("Cancel", "Cancel: " + what, model.transfers()::cancel));
    }
  }

  private void line(Node before, Button... after) {
    HBox line = new HBox(before, words);
    line.getChildren().addAll(after);
    line.getStyleClass().add("transfer-line");
    getChildren().setAll(line);
  }

  private static FontIcon icon(Feather code) {
    return new FontIcon(code);
  }

  private static Button button(String text, String spoken, Runnable action) {
    Button button = new Button(text);
    button.setAccessibleText(spoken);
    button.setOnAction(_ -> action.run());
    return button;
  }
}
