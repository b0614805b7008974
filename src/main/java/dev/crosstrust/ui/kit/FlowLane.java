package dev.crosstrust.ui.kit;

import dev.crosstrust.ui.kit.Flow.Actor;
import dev.crosstrust.ui.kit.Flow.Arrow;
import dev.crosstrust.ui.kit.Flow.State;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/**
 * The calls made to one actor. Several are folded into one line that carries a bead for each, with
 * what they came to below.
 */
final class FlowLane extends VBox {
  private static final int MOST_LINES = 2;

  private final List<FlowArrow> arrows;
  private final boolean forLast;
  private final Tooltip tooltip = new Tooltip();
  private List<Arrow> calls = List.of();
  private final WrappedName caption = new WrappedName("flow-caption", MOST_LINES, HPos.CENTER);
  private final WrappedName told = new WrappedName("flow-status", MOST_LINES, HPos.CENTER);

  /**
   * @param asked at least once
   */
  FlowLane(Actor asked) {
    forLast = asked.forLast();
    boolean folded = asked.asked().size() > 1;
    arrows = asked.asked().stream().map(_ -> new FlowArrow(asked.title(), folded)).toList();
    setAlignment(Pos.CENTER);
    if (folded) {
      FlowPane beads = new FlowPane();
      beads.getStyleClass().add("flow-beads");
      beads.setAlignment(Pos.CENTER);
      beads.getChildren().addAll(arrows);
      Tooltip.install(this, tooltip);
      getChildren().addAll(caption, new StackPane(FlowArrow.line(), beads), told);
    } else {
      getChildren().addAll(arrows);
    }
  }

  /** In the order of the road. */
  List<FlowArrow> arrows() {
    return arrows;
  }

  /** Shows as many calls as it was made for. */
  void show(List<Arrow> now) {
    calls = List.copyOf(now);
    for (int i = 0; i < arrows.size(); i++) {
      arrows.get(i).show(calls.get(i));
    }
    getStyleClass().setAll("flow-lane", FlowArrow.style(state(calls)));
    caption.name(
        telling(calls)
            .map(Stream::of)
            .orElseGet(() -> forLast ? Stream.of(calls.getLast()) : calls.stream())
            .map(Arrow::caption)
            .distinct()
            .collect(Collectors.joining(", ")));
    told.name(telling(calls).map(Arrow::told).orElseGet(this::well));
    if (calls.size() > 1) {
      String words =
          Stream.of(caption.getName(), told.getName())
              .filter(it -> !it.isEmpty())
              .collect(Collectors.joining(": "));
      setAccessibleText(words);
      tooltip.setText(words);
    }
  }

  /** The call that is looked at when the lane as a whole is chosen. */
  Optional<FlowArrow> first() {
    return telling(calls)
        .filter(Arrow::made)
        .or(() -> calls.stream().filter(Arrow::made).findFirst())
        .map(call -> arrows.get(calls.indexOf(call)));
  }

  private static State state(List<Arrow> calls) {
    boolean done = calls.stream().allMatch(call -> call.state() == State.DONE);
    return done ? State.DONE : telling(calls).map(Arrow::state).orElse(State.WAITING);
  }

  /** What came of them while none failed and none goes on. */
  private String well() {
    if (forLast) {
      return calls.getLast().told();
    }
    long done = calls.stream().filter(call -> call.state() == State.DONE).count();
    return done == 0 ? "" : "%d of %d as expected".formatted(done, calls.size());
  }

  /** The first that did not go well, or else the one that goes on. */
  private static Optional<Arrow> telling(List<Arrow> calls) {
    return Stream.of(State.FAILED, State.CANCELLED, State.RUNNING)
        .flatMap(state -> calls.stream().filter(call -> call.state() == state))
        .findFirst();
  }
}
