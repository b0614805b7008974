package dev.crosstrust.ui.kit;

import dev.crosstrust.ui.kit.Flow.Arrow;
import java.util.List;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The calls to one actor, before its box: an arrow each or, where there are many, one for all. */
final class FlowLane extends VBox {
  private final List<? extends FlowCall> calls;
  private final FlowCalls together;

  /**
   * @param to the title of the actor that is asked
   * @param folded whether the calls share one arrow
   */
  FlowLane(String to, int calls, boolean folded) {
    getStyleClass().add("flow-lane");
    setAlignment(Pos.CENTER);
    together = new FlowCalls(to, folded ? calls : 0);
    if (folded) {
      this.calls = together.stops();
      add(together);
    } else {
      List<FlowArrow> arrows = IntStream.range(0, calls).mapToObj(_ -> new FlowArrow(to)).toList();
      this.calls = arrows;
      arrows.forEach(this::add);
    }
  }

  private void add(VBox arrow) {
    VBox.setVgrow(arrow, Priority.ALWAYS);
    getChildren().add(arrow);
  }

  List<? extends FlowCall> calls() {
    return calls;
  }

  void show(List<Arrow> arrows) {
    if (together.stops().isEmpty()) {
      for (int i = 0; i < calls.size(); i++) {
        calls.get(i).show(arrows.get(i));
      }
    } else {
      together.show(arrows);
    }
  }

  /**
   * @param chosen the number of the leg that is looked at
   */
  void mark(int chosen) {
    calls.forEach(call -> call.mark(call.leg() != Arrow.NO_LEG && call.leg() == chosen));
    together.mark(chosen);
  }
}
