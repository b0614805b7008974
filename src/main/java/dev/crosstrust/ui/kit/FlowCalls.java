package dev.crosstrust.ui.kit;

import dev.crosstrust.ui.kit.Flow.Arrow;
import dev.crosstrust.ui.kit.Flow.State;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/**
 * Several calls to one actor, as stops on one arrow. Below it stands what came of the one that is
 * looked at, else what came of all.
 */
final class FlowCalls extends VBox {
  private final WrappedName caption = FlowArrow.caption();
  private final WrappedName told = new WrappedName("flow-status", 3, HPos.CENTER);
  private final List<FlowStop> stops;
  private List<Arrow> arrows = List.of();

  /**
   * @param to the title of the actor that is asked
   */
  FlowCalls(String to, int calls) {
    stops = IntStream.range(0, calls).mapToObj(_ -> new FlowStop(to)).toList();
    FlowPane beads = new FlowPane(1, 1);
    beads.setAlignment(Pos.CENTER);
    beads.getChildren().addAll(stops);
    setAlignment(Pos.CENTER);
    getChildren().addAll(caption, new StackPane(FlowBead.line(), beads), told);
    setMaxHeight(Double.MAX_VALUE);
  }

  List<FlowStop> stops() {
    return stops;
  }

  void show(List<Arrow> now) {
    arrows = now;
    for (int i = 0; i < stops.size(); i++) {
      stops.get(i).show(now.get(i));
    }
    caption.name(captions(now));
    getStyleClass().setAll("flow-calls", least(now).name().toLowerCase(Locale.ROOT));
  }

  /**
   * @param chosen the number of the leg that is looked at
   */
  void mark(int chosen) {
    Optional<Arrow> looked =
        arrows.stream().filter(arrow -> arrow.made() && arrow.leg() == chosen).findFirst();
    pseudoClassStateChanged(FlowCall.CHOSEN, looked.isPresent());
    told.name(looked.map(FlowCalls::whole).orElseGet(() -> all(arrows)));
  }

  /** Each once, with how often. */
  private static String captions(List<Arrow> arrows) {
    Map<String, Integer> times = new LinkedHashMap<>();
    arrows.forEach(arrow -> times.merge(arrow.caption(), 1, Integer::sum));
    return times.entrySet().stream()
        .map(it -> it.getValue() == 1 ? it.getKey() : it.getKey() + "\u00a0×" + it.getValue())
        .collect(Collectors.joining(", "));
  }

  /** What the line as a whole has come to: what failed first, what is still to come last. */
  private static State least(List<Arrow> arrows) {
    List<State> order =
        List.of(State.FAILED, State.CANCELLED, State.RUNNING, State.WAITING, State.DONE);
    return arrows.stream()
        .map(Arrow::state)
        .min(Comparator.comparingInt(order::indexOf))
        .orElse(State.WAITING);
  }

  private static String all(List<Arrow> arrows) {
    return arrows.stream()
        .filter(arrow -> arrow.state() == State.FAILED || arrow.state() == State.CANCELLED)
        .findFirst()
        .map(FlowCalls::whole)
        .orElseGet(
            () ->
                arrows.stream()
                    .map(Arrow::status)
                    .filter(status -> !status.isEmpty())
                    .distinct()
                    .collect(Collectors.joining(" · ")));
  }

  private static String whole(Arrow arrow) {
    return "%s: %s".formatted(arrow.caption(), arrow.told());
  }
}
