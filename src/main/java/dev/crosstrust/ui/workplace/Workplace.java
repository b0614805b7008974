package dev.crosstrust.ui.workplace;

import dev.crosstrust.identity.Machine;
import dev.crosstrust.surroundings.Sandboxes;
import dev.crosstrust.surroundings.Surroundings;
import java.io.IOException;
import java.time.InstantSource;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** Where the window works; screens read everything anew when it changes. */
public final class Workplace implements AutoCloseable {
  private final Machine machine;
  private final InstantSource clock;
  private final Sandboxes sandboxes;
  private final ReadOnlyObjectWrapper<Surroundings> surroundings;
  private Sandboxes.@Nullable Running sandbox;

  /**
   * @param here the surroundings to begin with: those of the machine
   */
  public Workplace(Machine machine, Surroundings here, InstantSource clock, Sandboxes sandboxes) {
    this.machine = machine;
    this.clock = clock;
    this.sandboxes = sandboxes;
    this.surroundings = new ReadOnlyObjectWrapper<>(here);
  }

  /** What everything is read from and asked through now. */
  public ReadOnlyObjectProperty<Surroundings> surroundings() {
    return surroundings.getReadOnlyProperty();
  }

  /** Whether the sandbox is what the window works on. */
  public boolean onSandbox() {
    return sandbox != null;
  }

  /**
   * Starts a sandbox, for {@link #enter}; takes a while, so it belongs in the background.
   *
   * @throws IOException when it does not start
   */
  public Sandboxes.Running start(Sandboxes.Options options) throws IOException {
    return sandboxes.start(options);
  }

  /**
   * Works on this sandbox from now on, and ends it with the window.
   *
   * @throws IOException when its table of origins cannot be used
   */
  public void enter(Sandboxes.Running started) throws IOException {
    Surroundings there = Surroundings.of(started, machine, clock);
    close();
    sandbox = started;
    surroundings.set(there);
  }

  @Override
  public void close() {
    if (sandbox != null) {
      sandbox.close();
      sandbox = null;
    }
  }
}
