package dev.crosstrust.ui.browse;

import dev.crosstrust.finding.Finding;
import dev.crosstrust.ui.kit.FindingCard;
import dev.crosstrust.ui.kit.SteadyScroll;
import dev.crosstrust.ui.kit.Ticker;
import dev.crosstrust.ui.task.Job;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** How the download or upload goes, in place. */
public final class TransferPane extends VBox {
  private static final Duration TICK = Duration.millis(200);
  private static final int TIME_AFTER_SECONDS = 2;

  private final ProgressBar bar = new ProgressBar();
  private final Label words = new Label();
  private final Ticker clock = new Ticker(this, TICK);

  /** What the line is about whose button must keep the focus while its numbers change. */
  private String underWay = "";

  public TransferPane() {
    setId("browse-transfer");
    getStyleClass().add("transfer");
    setMinHeight(USE_PREF_SIZE);
    bar.setAccessibleText("Progress");
    words.setWrapText(true);
    words.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(words, Priority.ALWAYS);
  }

  void follow(TransferModel transfer) {
    transfer.stateProperty().subscribe(state -> show(transfer, state));
  }

  private void show(TransferModel transfer, Transfer state) {
    boolean wanted = !(state instanceof Transfer.None);
    setVisible(wanted);
    setManaged(wanted);
    clock.stop();
    if (!(state instanceof Transfer.Moving)) {
      underWay = "";
    }
    switch (state) {
      case Transfer.None() -> getChildren().clear();
      case Transfer.Moving moving -> moving(transfer, moving);
      case Transfer.Question(String what, String yes, String no) -> {
        words.setText(what);
        line(
            new FontIcon(Feather.ALERT_TRIANGLE),
            button("browse-transfer-yes", yes, what, transfer::goAhead),
            button("browse-transfer-no", no, what, transfer::dismiss));
      }
      case Transfer.Done(String what) -> over(transfer, Feather.CHECK_CIRCLE, what);
      case Transfer.Cancelled(String what) -> over(transfer, Feather.SLASH, what);
      case Transfer.Failed(var findings) -> {
        getChildren().setAll(cards(findings), close(transfer));
      }
    }
  }

  /**
   * As high as they are, and half of the screen at most: what could not be moved stays in sight.
   */
  private Node cards(List<Finding> findings) {
    VBox cards = new VBox();
    cards.getStyleClass().add("finding-cards");
    findings.forEach(finding -> cards.getChildren().add(new FindingCard(finding)));
    SteadyScroll scroll = new SteadyScroll().show(cards);
    Region screen = (Region) getParent();
    scroll
        .prefHeightProperty()
        .bind(Bindings.min(cards.heightProperty().add(2), screen.heightProperty().divide(2)));
    scroll.setMinHeight(USE_PREF_SIZE);
    return scroll;
  }

  private void over(TransferModel transfer, Feather icon, String what) {
    words.setText(what);
    line(new FontIcon(icon), close(transfer));
  }

  private static Button close(TransferModel transfer) {
    return button("browse-transfer-close", "Close", "this notice", transfer::dismiss);
  }

  private void moving(TransferModel transfer, Transfer.Moving moving) {
    long size = moving.size();
    bar.setProgress(size > 0 ? (double) moving.moved() / size : ProgressBar.INDETERMINATE_PROGRESS);
    Runnable tick = () -> words.setText(words(moving));
    tick.run();
    clock.start(tick);
    if (!moving.words().equals(underWay)) {
      underWay = moving.words();
      line(bar, button("browse-transfer-cancel", "Cancel", underWay, transfer::cancel));
    }
  }

  private static String words(Transfer.Moving moving) {
    String all = moving.size() > 0 ? " of " + Words.size(moving.size()) : "";
    return "%s · %s%s%s"
        .formatted(moving.words(), Words.size(moving.moved()), all, time(moving.job()));
  }

  private static String time(Job job) {
    long seconds = job.elapsed().toSeconds();
    return seconds < TIME_AFTER_SECONDS ? "" : " · %d s".formatted(seconds);
  }

  private void line(Node before, Button... after) {
    HBox line = new HBox(before, words);
    line.getChildren().addAll(after);
    line.getStyleClass().add("transfer-line");
    getChildren().setAll(line);
  }

  private static Button button(String id, String text, String about, Runnable action) {
    Button button = new Button(text);
    button.setId(id);
    button.setMinWidth(USE_PREF_SIZE);
    button.setAccessibleText("%s: %s".formatted(text, about));
    button.setOnAction(_ -> action.run());
    return button;
  }
}
