package dev.crosstrust.ui.walkthrough;

import dev.crosstrust.route.Direction;
import java.util.List;

/**
 * A road, told as steps that the user takes. The file of a story is described at its top.
 *
 * @param id stable: progress is remembered by it
 * @param summary one sentence
 * @param minutes how long it takes somebody who reads
 */
record Story(
    String id, String title, Direction direction, String summary, int minutes, List<Step> steps) {

  Story {
    steps = List.copyOf(steps);
    if (steps.isEmpty()) {
      throw new IllegalArgumentException("a story needs steps");
    }
    if (steps.stream().map(Step::id).distinct().count() < steps.size()) {
      throw new IllegalArgumentException("two steps have the same id");
    }
  }
}
