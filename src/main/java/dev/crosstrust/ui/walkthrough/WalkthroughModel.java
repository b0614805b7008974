package dev.crosstrust.ui.walkthrough;

import dev.crosstrust.finding.Finding;
import dev.crosstrust.surroundings.Surroundings;
import dev.crosstrust.ui.settings.StoryProgress;
import dev.crosstrust.ui.settings.WindowMemory;
import dev.crosstrust.ui.task.Background;
import dev.crosstrust.ui.task.Job;
import dev.crosstrust.ui.task.Phase;
import dev.crosstrust.ui.workplace.Happening;
import dev.crosstrust.ui.workplace.SandboxDoor;
import dev.crosstrust.ui.workplace.Workplace;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;

/** The stories, and which of them is being told. They are told on sandbox clouds only. */
public final class WalkthroughModel {
  private final Background background;
  private final Workplace workplace;
  private final SandboxDoor door;
  private final WindowMemory memory;
  private final List<StoryModel> stories;
  private final ReadOnlyObjectWrapper<Phase<List<StoryModel>>> phase;
  private final ReadOnlyObjectWrapper<Optional<StoryModel>> told =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyStringWrapper progress = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper offered = new ReadOnlyBooleanWrapper();
  private final ObservableList<Finding> findings = FXCollections.observableArrayList();

  /**
   * @param memory where progress is kept
   */
  public WalkthroughModel(
      Background background, Workplace workplace, SandboxDoor door, WindowMemory memory) {
    this.background = background;
    this.workplace = workplace;
    this.door = door;
    this.memory = memory;
    stories = Stories.all().stream().map(this::remembered).toList();
    phase = new ReadOnlyObjectWrapper<>(new Phase.Ready<>(stories));
    offered.set(memory.first());
    door.phase().subscribe(this::follow);
    workplace
        .happenings()
        .all()
        .addListener((ListChangeListener<Happening>) _ -> told.get().ifPresent(this::look));
    for (StoryModel story : stories) {
      story.placeProperty().addListener((_, _, _) -> moved(story));
    }
  }

  private StoryModel remembered(Story story) {
    return new StoryModel(
        story, memory.state().stories().getOrDefault(story.id(), StoryProgress.NEW));
  }

  /** The stories, or that clouds are being started for one. */
  ReadOnlyObjectProperty<Phase<List<StoryModel>>> phaseProperty() {
    return phase.getReadOnlyProperty();
  }

  List<StoryModel> stories() {
    return stories;
  }

  /** The story that is being told. */
  ReadOnlyObjectProperty<Optional<StoryModel>> toldProperty() {
    return told.getReadOnlyProperty();
  }

  /** Whether any is. */
  boolean tells() {
    return told.get().isPresent();
  }

  /** How far it is, in words; empty while none is told. */
  public ReadOnlyStringProperty progressProperty() {
    return progress.getReadOnlyProperty();
  }

  /** Whether the walkthrough is offered to somebody who is here for the first time. */
  public ReadOnlyBooleanProperty offeredProperty() {
    return offered.getReadOnlyProperty();
  }

  public boolean isOffered() {
    return offered.get();
  }

  /** Why progress is not kept for the next time; empty when it is. */
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  public String getProblem() {
    return problem.get();
  }

  /** Why there are no clouds to tell a story on. */
  ObservableList<Finding> findings() {
    return findings;
  }

  /** Tells a story from its beginning. */
  void start(StoryModel story) {
    door.enter(
        () -> {
          workplace.happenings().forget();
          story.restart();
          tell(story);
        });
  }

  /** Goes on where the user was. */
  void resume(StoryModel story) {
    door.enter(
        () -> {
          tell(story);
          look(story);
        });
  }

  private void tell(StoryModel story) {
    offered.set(false);
    told.set(Optional.of(story));
    moved(story);
  }

  /** The step is done with: the next one, or the end. */
  void next() {
    told.get()
        .ifPresent(
            story -> {
              if (story.isLast()) {
                story.rest();
                leave();
              } else {
                story.next();
              }
            });
  }

  void back() {
    told.get().ifPresent(StoryModel::back);
  }

  /** Stops telling; the clouds stay, and where the user was is remembered. */
  void leave() {
    told.set(Optional.empty());
    progress.set("");
  }

  /** Somebody who is here for the first time wants to look around alone. */
  void notNow() {
    offered.set(false);
  }

  /** The starting of the clouds has been cancelled. */
  void cancelled() {
    door.cancelled();
  }

  private void follow(Phase<Surroundings> clouds) {
    findings.setAll(
        clouds instanceof Phase.Broken<Surroundings>(List<Finding> why) ? why : List.of());
    phase.set(
        clouds instanceof Phase.Working<Surroundings>(String words, Job job)
            ? new Phase.Working<>(words, job)
            : new Phase.Ready<>(stories));
    if (clouds instanceof Phase.Empty) {
      leave();
    }
  }

  private void look(StoryModel story) {
    story.look(workplace.happenings().all());
  }

  private void moved(StoryModel story) {
    if (told.get().filter(story::equals).isPresent()) {
      progress.set("%d of %d done".formatted(story.place().done(), story.length()));
    }
    memory.story(story.story().id(), story.progress());
    background.begin(
        () -> {
          memory.save();
          return story;
        },
        _ -> problem.set(""),
        sentence -> problem.set("Progress is not kept for the next time: " + sentence));
  }
}
