package dev.crosstrust.ui.walkthrough;

import java.util.List;
import java.util.stream.Stream;
import javafx.scene.input.KeyCombination;

/**
 * One step of a story.
 *
 * @param id stable within its story
 * @param text what to do, and why it matters
 * @param screen the id of the screen it happens on
 * @param anchor the ids of controls on that screen: the first that can be seen is pointed at
 * @param result the same for what there is to see once it is done
 * @param keys that help on that screen, in the order of their use
 * @param done when it is done
 */
record Step(
    String id,
    String title,
    String text,
    String screen,
    List<String> anchor,
    List<String> result,
    List<KeyCombination> keys,
    Condition done) {
  Step {
    anchor = List.copyOf(anchor);
    result = List.copyOf(result);
    keys = List.copyOf(keys);
    if (anchor.isEmpty()) {
      throw new IllegalArgumentException("a step needs something to point at");
    }
  }

  /** What is pointed at, the best first. */
  List<String> light(boolean reached) {
    return reached ? Stream.concat(result.stream(), anchor.stream()).toList() : anchor;
  }
}
