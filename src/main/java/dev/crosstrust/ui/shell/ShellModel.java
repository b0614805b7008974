package dev.crosstrust.ui.shell;

import dev.crosstrust.identity.Identity;
import dev.crosstrust.ui.workplace.Workplace;
import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** What the frame of the window says: which screen, on what clouds, as whom. */
public final class ShellModel {
  private final Workplace workplace;
  private final StringProperty screen = new SimpleStringProperty("");
  private final ReadOnlyStringWrapper where = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper who = new ReadOnlyStringWrapper("");

  public ShellModel(Workplace workplace) {
    this.workplace = workplace;
    workplace.surroundings().subscribe(_ -> settled());
  }

  /** The id of the screen that is shown. */
  public StringProperty screenProperty() {
    return screen;
  }

  /** Whether the window works on the sandbox. */
  public boolean onSandbox() {
    return workplace.onSandbox();
  }

  public ReadOnlyStringProperty whereProperty() {
    return where.getReadOnlyProperty();
  }

  public String getWhere() {
    return where.get();
  }

  public ReadOnlyStringProperty whoProperty() {
    return who.getReadOnlyProperty();
  }

  public String getWho() {
    return who.get();
  }

  /** Says that a sandbox is on its way. */
  public void starting() {
    where.set("Sandbox clouds are starting");
  }

  /** Says again what the window works on. */
  public void settled() {
    where.set(
        workplace.onSandbox()
            ? "Sandbox clouds on 127.0.0.1"
            : "Clouds of this machine's profiles");
  }

  /** The identities that gcloud and aws would use now. */
  public void identities(List<Identity> identities) {
    who.set(
        identities.stream()
            .filter(Identity::active)
            .map(Identity::id)
            .map(id -> id.replaceFirst(":", ": "))
            .collect(Collectors.joining("     ")));
  }
}
