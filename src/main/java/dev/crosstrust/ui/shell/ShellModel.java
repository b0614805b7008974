package dev.crosstrust.ui.shell;

import dev.crosstrust.identity.Identity;
import dev.crosstrust.ui.task.Phase;
import dev.crosstrust.ui.workplace.SandboxDoor;
import dev.crosstrust.ui.workplace.Workplace;
import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** What the frame of the window says: which screen, on what clouds, as whom. */
public final class ShellModel {
  private static final String PROMISE = "no secrets leave this window";

  private final Workplace workplace;
  private final SandboxDoor door;
  private final StringProperty screen = new SimpleStringProperty("");
  private final ReadOnlyStringWrapper where = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper who = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper(PROMISE);
  private final ReadOnlyBooleanWrapper sandbox = new ReadOnlyBooleanWrapper();

  public ShellModel(Workplace workplace, SandboxDoor door) {
    this.workplace = workplace;
    this.door = door;
    workplace.surroundings().subscribe(_ -> settled());
    door.phase().subscribe(_ -> settled());
  }

  /** The id of the screen that is shown. */
  public StringProperty screenProperty() {
    return screen;
  }

  /** Whether the window works on the sandbox. */
  public ReadOnlyBooleanProperty sandboxProperty() {
    return sandbox.getReadOnlyProperty();
  }

  public boolean isSandbox() {
    return sandbox.get();
  }

  /** Works on this machine again. */
  public void leave() {
    door.leave();
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

  /** What is said at the right: how far something is, or the promise. */
  public ReadOnlyStringProperty noteProperty() {
    return note.getReadOnlyProperty();
  }

  public String getNote() {
    return note.get();
  }

  /** Says how far something is; empty when there is nothing of that kind. */
  public void progress(String words) {
    note.set(words.isEmpty() ? PROMISE : words);
  }

  private void settled() {
    sandbox.set(workplace.onSandbox());
    where.set(
        door.phase().get() instanceof Phase.Working
            ? "Sandbox clouds are starting"
            : workplace.onSandbox()
                ? "Sandbox clouds on 127.0.0.1"
                : "Real clouds, by this machine's profiles");
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
