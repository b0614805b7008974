package dev.crosstrust.ui.settings;

import dev.crosstrust.ui.kit.Look;
import dev.crosstrust.ui.task.Background;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/** What people can choose for the window; kept at once. */
public final class SettingsModel {
  private final Background background;
  private final WindowMemory memory;
  private final ObjectProperty<Look> theme;
  private final BooleanProperty asksOthers;
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

  public SettingsModel(Background background, WindowMemory memory) {
    this.background = background;
    this.memory = memory;
    theme = new SimpleObjectProperty<>(memory.state().theme());
    asksOthers = new SimpleBooleanProperty(memory.state().asksOthers());
    theme.addListener((_, _, chosen) -> keep(() -> memory.theme(chosen)));
    asksOthers.addListener((_, _, may) -> keep(() -> memory.asksOthers(may)));
  }

  /** Light, dark, or as the system has it. */
  public ObjectProperty<Look> themeProperty() {
    return theme;
  }

  /** Whether other identities than a route's own may be used to read the other side. */
  public BooleanProperty asksOthersProperty() {
    return asksOthers;
  }

  /** Why the choice is not kept; empty when it is. */
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  public String getProblem() {
    return problem.get();
  }

  private void keep(Runnable choice) {
    choice.run();
    background.begin(
        () -> {
          memory.save();
          return memory;
        },
        _ -> problem.set(""),
        sentence -> problem.set("Not kept for the next time: " + sentence));
  }
}
