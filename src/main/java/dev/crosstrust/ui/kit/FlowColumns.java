package dev.crosstrust.ui.kit;

import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * Lays a road out: stages from left to right, in each the actors below one another, before each
 * actor the lane of its calls. Boxes are as wide as their words; where there is less room the
 * widest give way first, where there is more the lanes get it. All stand around one middle line.
 */
final class FlowColumns extends Region {
  private static final double LANE = 84;
  private static final double WIDE_LANE = 150;

  /** Of what a stage has. */
  private static final double LANE_SHARE = 0.52;

  private static final double BOX = 92;
  private static final double GAP = 8;

  private List<List<Row>> stages = List.of();

  /** An actor, and the calls made to it; no lane for who begins. */
  record Row(@Nullable Region lane, Region box) {}

  private record Widths(double lane, List<Double> boxes) {}

  void stages(List<List<Row>> now) {
    stages = now;
    getChildren().clear();
    for (List<Row> stage : now) {
      for (Row row : stage) {
        if (row.lane() != null) {
          getChildren().add(row.lane());
        }
        getChildren().add(row.box());
      }
    }
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computeMinWidth(double height) {
    return edges() + lanes() * LANE + stages.size() * BOX;
  }

  @Override
  protected double computePrefWidth(double height) {
    return edges() + lanes() * LANE + sum(natural());
  }

  @Override
  protected double computePrefHeight(double width) {
    Widths widths = widths(width < 0 ? prefWidth(-1) : Math.max(width, minWidth(-1)));
    double highest = 0;
    for (int i = 0; i < stages.size(); i++) {
      highest = Math.max(highest, sum(heights(i, widths)) + gaps(i));
    }
    return snappedTopInset() + highest + snappedBottomInset();
  }

  @Override
  protected void layoutChildren() {
    Widths widths = widths(getWidth());
    double inside = getHeight() - snappedTopInset() - snappedBottomInset();
    double x = snappedLeftInset();
    for (int i = 0; i < stages.size(); i++) {
      double lane = hasLane(stages.get(i)) ? widths.lane : 0;
      List<Double> heights = heights(i, widths);
      double y = snappedTopInset() + Math.max(0, inside - sum(heights) - gaps(i)) / 2;
      for (int j = 0; j < heights.size(); j++) {
        Row row = stages.get(i).get(j);
        double height = heights.get(j);
        if (row.lane() != null) {
          middle(row.lane(), x, y, lane, height);
        }
        middle(row.box(), x + lane, y, widths.boxes.get(i), height);
        y += height + GAP;
      }
      x += lane + widths.boxes.get(i);
    }
  }

  /** As high as it needs to be, and half of what is left over it. */
  private void middle(Region one, double x, double y, double width, double height) {
    double needed = Math.min(height, one.prefHeight(width));
    one.resizeRelocate(x, snapPositionY(y + (height - needed) / 2), width, needed);
  }

  private Widths widths(double width) {
    List<Double> natural = natural();
    double inside = width - edges();
    double lane = Math.clamp(inside / Math.max(1, stages.size()) * LANE_SHARE, LANE, WIDE_LANE);
    double room = inside - lanes() * lane;
    double level = level(natural, room);
    List<Double> boxes = natural.stream().map(box -> Math.min(box, level)).toList();
    double over = Math.max(0, room - sum(boxes));
    return new Widths(lanes() == 0 ? 0 : lane + over / lanes(), boxes);
  }

  /** The greatest width that boxes may have so that together they have room. */
  private static double level(List<Double> boxes, double room) {
    List<Double> widening = boxes.stream().sorted().toList();
    double left = room;
    for (int i = 0; i < widening.size(); i++) {
      double share = left / (widening.size() - i);
      if (widening.get(i) > share) {
        return Math.max(BOX, Math.floor(share));
      }
      left -= widening.get(i);
    }
    return Double.MAX_VALUE;
  }

  private List<Double> natural() {
    return stages.stream()
        .map(stage -> stage.stream().mapToDouble(row -> row.box().prefWidth(-1)).max().orElse(0))
        .map(width -> Math.max(BOX, width))
        .toList();
  }

  private List<Double> heights(int stage, Widths widths) {
    return stages.get(stage).stream()
        .map(
            row ->
                Math.max(
                    row.lane() == null ? 0 : row.lane().prefHeight(widths.lane),
                    row.box().prefHeight(widths.boxes.get(stage))))
        .toList();
  }

  private double gaps(int stage) {
    return GAP * (stages.get(stage).size() - 1);
  }

  private long lanes() {
    return stages.stream().filter(FlowColumns::hasLane).count();
  }

  private static boolean hasLane(List<Row> stage) {
    return stage.stream().anyMatch(row -> row.lane() != null);
  }

  private double edges() {
    return snappedLeftInset() + snappedRightInset();
  }

  private static double sum(List<Double> all) {
    return all.stream().mapToDouble(Double::doubleValue).sum();
  }
}
