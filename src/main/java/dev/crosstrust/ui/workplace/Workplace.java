package dev.crosstrust.ui.workplace;

import dev.crosstrust.identity.Machine;
import dev.crosstrust.surroundings.Sandboxes;
import dev.crosstrust.surroundings.Surroundings;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Where the window works; screens read everything anew when it changes. Sandboxes that were started
 * through it end with it, also those that were never entered.
 */
public final class Workplace implements AutoCloseable {
  private final Machine machine;
  private final InstantSource clock;
  private final Sandboxes sandboxes;
  private final ReadOnlyObjectWrapper<Surroundings> surroundings;
  private final List<Sandboxes.Running> started = new CopyOnWriteArrayList<>();
  private Sandboxes.@Nullable Running sandbox;
  private volatile boolean closed;

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
    Sandboxes.Running running = sandboxes.start(options);
    started.add(running);
    if (closed) {
      end(running);
      throw new IOException("the window has been closed");
    }
    return running;
  }

  /**
   * Works on this sandbox from now on, and ends the one before.
   *
   * @throws IOException when its table of origins cannot be used
   */
  public void enter(Sandboxes.Running running) throws IOException {
    Surroundings there = Surroundings.of(running, machine, clock);
    Sandboxes.Running before = sandbox;
    sandbox = running;
    surroundings.set(there);
    if (before != null) {
      end(before);
    }
  }

  @Override
  public void close() {
    closed = true;
    sandbox = null;
    started.forEach(this::end);
  }

  /** Once each, whoever asks. */
  private void end(Sandboxes.Running running) {
    if (started.remove(running)) {
      running.close();
    }
  }
}
