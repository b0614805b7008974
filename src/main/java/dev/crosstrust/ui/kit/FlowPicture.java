package dev.crosstrust.ui.kit;

import dev.crosstrust.ui.kit.Flow.Actor;
import dev.crosstrust.ui.kit.Flow.Arrow;
import dev.crosstrust.ui.kit.FlowColumns.Row;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Bounds;
import javafx.geometry.Orientation;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyEvent;

/**
 * Draws a road: actors as boxes, calls as arrows that light up as they happen. One stop of the Tab
 * key; from there the arrow keys walk along the calls that have been made, each of them also where
 * several are folded into one line.
 */
public final class FlowPicture extends ScrollPane {
  private final ObjectProperty<Flow> flow = new SimpleObjectProperty<>(new Flow(List.of()));
  private final IntegerProperty chosen = new SimpleIntegerProperty(Arrow.NO_LEG);
  private final FlowColumns columns = new FlowColumns();
  private final List<FlowArrow> arrows = new ArrayList<>();
  private final List<FlowLane> lanes = new ArrayList<>();
  private final List<FlowBox> boxes = new ArrayList<>();

  public FlowPicture() {
    getStyleClass().addAll("flow-picture", "edge-to-edge");
    columns.getStyleClass().add("flow-columns");
    setContent(columns);
    setFitToWidth(true);
    setVbarPolicy(ScrollBarPolicy.AS_NEEDED);
    setFocusTraversable(false);
    setAccessibleText("The road, call by call");
    flow.subscribe(this::show);
    chosen.subscribe(this::mark);
  }

  /** What is drawn. */
  public ObjectProperty<Flow> flowProperty() {
    return flow;
  }

  /** The number of the leg that is looked at; {@link Arrow#NO_LEG} for none. */
  public IntegerProperty chosenProperty() {
    return chosen;
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  /** As high as the road is at this width: words wrap where it is narrow. */
  @Override
  protected double computePrefHeight(double width) {
    double edges = snappedTopInset() + snappedBottomInset();
    double inside = width - snappedLeftInset() - snappedRightInset();
    boolean scrolls = width >= 0 && inside < columns.minWidth(-1);
    return edges + columns.prefHeight(width < 0 ? width : inside) + (scrolls ? barHeight() : 0);
  }

  private double barHeight() {
    return lookup(".scroll-bar:horizontal") instanceof ScrollBar bar ? bar.prefHeight(-1) : 0;
  }

  /** A road of the same shape keeps its nodes, and with them the focus. */
  private void show(Flow now) {
    List<Actor> actors = now.columns().stream().flatMap(List::stream).toList();
    if (!sameShape(actors)) {
      rebuild(now);
    }
    List<Arrow> all = now.arrows().toList();
    for (int i = 0; i < boxes.size(); i++) {
      boxes.get(i).show(actors.get(i));
    }
    int shown = 0;
    for (FlowLane lane : lanes) {
      int end = shown + lane.arrows().size();
      lane.show(all.subList(shown, end));
      shown = end;
    }
    mark();
  }

  private boolean sameShape(List<Actor> actors) {
    return boxes.stream()
        .map(FlowBox::shape)
        .toList()
        .equals(actors.stream().map(FlowBox::shapeOf).toList());
  }

  private void rebuild(Flow now) {
    boolean focused = arrows.stream().anyMatch(FlowArrow::isFocused);
    arrows.clear();
    lanes.clear();
    boxes.clear();
    columns.stages(now.columns().stream().map(this::stage).toList());
    if (focused) {
      mark();
      arrows.stream()
          .filter(FlowArrow::isFocusTraversable)
          .findFirst()
          .ifPresent(FlowArrow::requestFocus);
    }
  }

  private List<Row> stage(List<Actor> actors) {
    return actors.stream().map(actor -> row(actor, actors.size() > 1)).toList();
  }

  private Row row(Actor actor, boolean brief) {
    FlowLane lane = actor.asked().isEmpty() ? null : lane(actor);
    FlowBox box = new FlowBox(actor, brief);
    boxes.add(box);
    return new Row(lane, box);
  }

  private FlowLane lane(Actor actor) {
    FlowLane lane = new FlowLane(actor);
    lane.setOnMouseClicked(_ -> lane.first().ifPresent(this::choose));
    for (FlowArrow arrow : lane.arrows()) {
      arrow.setOnMouseClicked(
          event -> {
            choose(arrow);
            event.consume();
          });
      arrow.setOnKeyPressed(event -> walk(arrow, event));
    }
    arrows.addAll(lane.arrows());
    lanes.add(lane);
    return lane;
  }

  private void choose(FlowArrow arrow) {
    if (arrow.leg() != Arrow.NO_LEG) {
      chosen.set(arrow.leg());
      arrow.requestFocus();
      reveal(arrow);
    }
  }

  /** Scrolls so that the arrow is near the middle, where the road is larger than the view. */
  private void reveal(FlowArrow arrow) {
    Bounds at = columns.sceneToLocal(arrow.localToScene(arrow.getBoundsInLocal()));
    Bounds view = getViewportBounds();
    setHvalue(share(at.getCenterX(), view.getWidth(), columns.getWidth()));
    setVvalue(share(at.getCenterY(), view.getHeight(), columns.getHeight()));
  }

  private static double share(double middle, double view, double whole) {
    return whole <= view ? 0 : Math.clamp((middle - view / 2) / (whole - view), 0, 1);
  }

  private void walk(FlowArrow from, KeyEvent event) {
    List<FlowArrow> made = arrows.stream().filter(one -> one.leg() != Arrow.NO_LEG).toList();
    int at = made.indexOf(from);
    int to =
        switch (event.getCode()) {
          case RIGHT, DOWN -> Math.min(at + 1, made.size() - 1);
          case LEFT, UP -> Math.max(at - 1, 0);
          case HOME -> 0;
          case END -> made.size() - 1;
          case SPACE -> at;
          default -> Arrow.NO_LEG;
        };
    if (at >= 0 && to >= 0) {
      choose(made.get(to));
      event.consume();
    }
  }

  /** Tab stops at the chosen arrow only. */
  private void mark() {
    arrows.forEach(arrow -> arrow.mark(arrow.leg() != Arrow.NO_LEG && arrow.leg() == chosen.get()));
  }
}
