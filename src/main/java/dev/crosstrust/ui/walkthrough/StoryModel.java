package dev.crosstrust.ui.walkthrough;

import dev.crosstrust.ui.settings.StoryProgress;
import dev.crosstrust.ui.workplace.Happening;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** How far the user is in a story: which step is shown, and which ones are done. */
final class StoryModel {
  private final Story story;
  private final Set<String> done = new LinkedHashSet<>();
  private final ReadOnlyObjectWrapper<Place> place;

  /**
   * Where the user is, as one value.
   *
   * @param number of the step that is shown, from 0
   * @param reached whether that step is done
   * @param done how many steps are
   */
  record Place(Step step, int number, boolean reached, int done) {}

  /**
   * @param remembered steps that the story does not know are left out
   */
  StoryModel(Story story, StoryProgress remembered) {
    this.story = story;
    List<String> ids = ids();
    remembered.done().stream().filter(ids::contains).forEach(done::add);
    place = new ReadOnlyObjectWrapper<>(at(Math.max(0, ids.indexOf(remembered.at()))));
  }

  Story story() {
    return story;
  }

  ReadOnlyObjectProperty<Place> placeProperty() {
    return place.getReadOnlyProperty();
  }

  Place place() {
    return place.get();
  }

  /** How many steps there are. */
  int length() {
    return story.steps().size();
  }

  boolean isLast() {
    return place.get().number() == length() - 1;
  }

  boolean isDone() {
    return done.size() == length();
  }

  boolean isBegun() {
    return !done.isEmpty() || place.get().number() > 0;
  }

  /** Looks which steps are done by what has happened, also those that are still to come. */
  void look(List<Happening> happened) {
    for (Step step : story.steps()) {
      if (!done.contains(step.id()) && step.done().holds(happened)) {
        done.add(step.id());
      }
    }
    go(place.get().number());
  }

  void next() {
    go(Math.min(place.get().number() + 1, length() - 1));
  }

  void back() {
    go(Math.max(place.get().number() - 1, 0));
  }

  /** Goes to the first step that is not done. */
  void rest() {
    List<String> ids = ids();
    go(
        Math.max(
            0, ids.indexOf(ids.stream().filter(id -> !done.contains(id)).findFirst().orElse(""))));
  }

  /** Begins anew. */
  void restart() {
    done.clear();
    go(0);
  }

  StoryProgress progress() {
    return new StoryProgress(place.get().step().id(), List.copyOf(done));
  }

  private void go(int number) {
    place.set(at(number));
  }

  private Place at(int number) {
    Step step = story.steps().get(number);
    return new Place(step, number, done.contains(step.id()), done.size());
  }

  private List<String> ids() {
    return story.steps().stream().map(Step::id).toList();
  }
}
