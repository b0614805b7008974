package dev.crosstrust.ui.settings;

import dev.crosstrust.ui.kit.Look;
import dev.crosstrust.ui.task.Background;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;

/** What people can choose for the window; kept at once. */
public final class SettingsModel {
  private final Background background;
  private final WindowMemory memory;
  private final ObjectProperty<Look> theme;
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

  public SettingsModel(Background background, WindowMemory memory) {
    this.background = background;
    this.memory = memory;
    theme = new SimpleObjectProperty<>(memory.state().theme());
    theme.addListener((_, _, chosen) -> keep(chosen));
  }

  /** Light, dark, or as the system has it. */
  public ObjectProperty<Look> themeProperty() {
    return theme;
  }

  /** Why the choice is not kept; empty when it is. */
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  public String getProblem() {
    return problem.get();
  }

  private void keep(Look chosen) {
    memory.theme(chosen);
    background.begin(
        () -> {
          memory.save();
          return chosen;
        },
        _ -> problem.set(""),
        sentence -> problem.set("Not kept for the next time: " + sentence));
  }
}
