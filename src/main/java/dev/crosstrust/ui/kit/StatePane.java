package dev.crosstrust.ui.kit;

import dev.crosstrust.finding.Finding;
import dev.crosstrust.ui.task.Job;
import dev.crosstrust.ui.task.Phase;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/**
 * Shows whatever phase something is in, in one place: one view a phase, instead of one view full of
 * switches. While work goes on it shows nothing for 300 ms, then an indicator, after one second
 * words, after two the time and a way to cancel.
 */
public final class StatePane extends StackPane {
  private static final int TICK_MILLIS = 100;
  private static final int INDICATOR_AFTER_MILLIS = 300;
  private static final int WORDS_AFTER_MILLIS = 1000;
  private static final int CANCEL_AFTER_MILLIS = 2000;

  private final Ticker clock = new Ticker(this, Duration.millis(TICK_MILLIS));
  private final List<Function<Phase<?>, List<Node>>> offers = new ArrayList<>();
  private Runnable cancelled = () -> {};
  private boolean cancelledHere = true;

  public StatePane() {
    getStyleClass().add("state-pane");
  }

  /**
   * Shows these below what is said of some phases, as ways out of them; to be called before {@link
   * #follow}.
   */
  public void offer(Predicate<Phase<?>> when, Supplier<List<Node>> ways) {
    offers.add(phase -> when.test(phase) ? ways.get() : List.of());
  }

  /** Follows a phase whose work is cancelled somewhere else in sight. */
  public <T> void follow(ObservableValue<Phase<T>> phase, Function<T, Node> ready) {
    cancelledHere = false;
    follow(phase, ready, () -> {});
  }

  /**
   * Follows a phase.
   *
   * @param ready makes the view of a value
   * @param whenCancelled what is done, after the job's own cancelling, when the user cancels
   */
  public <T> void follow(
      ObservableValue<Phase<T>> phase, Function<T, Node> ready, Runnable whenCancelled) {
    cancelled = whenCancelled;
    phase.subscribe(now -> getChildren().setAll(withWays(view(now, ready), now)));
  }

  private Node withWays(Node view, Phase<?> phase) {
    List<Node> ways = offers.stream().flatMap(offer -> offer.apply(phase).stream()).toList();
    if (ways.isEmpty()) {
      return view;
    }
    HBox row = new HBox();
    row.getStyleClass().add("ways");
    row.getChildren().setAll(ways);
    if (view instanceof VBox column) {
      column.getChildren().add(row);
    } else if (view instanceof ScrollPane scroll && scroll.getContent() instanceof VBox cards) {
      cards.getChildren().add(row);
    }
    return view;
  }

  private <T> Node view(Phase<T> phase, Function<T, Node> ready) {
    clock.stop();
    return switch (phase) {
      case Phase.Empty<T>(String title, String hint) -> empty(title, hint);
      case Phase.Working<T>(String words, Job job) -> working(words, job);
      case Phase.Ready<T>(T value) -> ready.apply(value);
      case Phase.Refused<T>(List<Finding> findings) -> findings(findings);
      case Phase.Broken<T>(List<Finding> findings) -> findings(findings);
    };
  }

  private static Node empty(String title, String hint) {
    return column("empty", styled(new Label(title), "title-4"), styled(new Label(hint), "muted"));
  }

  private Node working(String words, Job job) {
    ProgressIndicator indicator = new ProgressIndicator();
    indicator.setAccessibleText(words);
    Label label = styled(new Label(), "muted");
    Button cancel = new Button("Cancel");
    cancel.setAccessibleText("Cancel: " + words);
    cancel.setOnAction(
        _ -> {
          job.cancel();
          cancelled.run();
        });
    Runnable tick =
        () -> {
          long millis = job.elapsed().toMillis();
          indicator.setVisible(millis >= INDICATOR_AFTER_MILLIS);
          boolean long2 = millis >= CANCEL_AFTER_MILLIS;
          String time = long2 ? " · %d s".formatted(millis / 1000) : "";
          label.setText(millis >= WORDS_AFTER_MILLIS ? words + time : "");
          cancel.setVisible(long2);
        };
    tick.run();
    clock.start(tick);
    return cancelledHere
        ? column("working", indicator, label, cancel)
        : column("working", indicator, label);
  }

  private static Node findings(List<Finding> findings) {
    VBox cards = new VBox();
    cards.getStyleClass().add("finding-cards");
    findings.forEach(finding -> cards.getChildren().add(new FindingCard(finding)));
    ScrollPane scroll = new ScrollPane(cards);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("edge-to-edge");
    return scroll;
  }

  private static VBox column(String styleClass, Node... nodes) {
    VBox column = new VBox(nodes);
    column.getStyleClass().addAll("state-column", styleClass);
    return column;
  }

  private static Label styled(Label label, String styleClass) {
    label.setWrapText(true);
    label.getStyleClass().add(styleClass);
    return label;
  }
}
