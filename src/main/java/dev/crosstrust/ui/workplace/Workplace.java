package dev.crosstrust.ui.workplace;

import dev.crosstrust.identity.Machine;
import dev.crosstrust.surroundings.Sandboxes;
import dev.crosstrust.surroundings.Surroundings;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
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
  private final Surroundings here;
  private final Happenings happenings = new Happenings();
  private final ReadOnlyObjectWrapper<Surroundings> surroundings;
  private final List<Sandboxes.Running> started = new CopyOnWriteArrayList<>();

  /** Held while a sandbox starts or ends: closing waits for that, so that nothing is left over. */
  private final ReentrantLock changing = new ReentrantLock();

  private Sandboxes.@Nullable Running sandbox;
  private volatile boolean closed;

  /**
   * @param here the surroundings to begin with: those of the machine
   */
  public Workplace(Machine machine, Surroundings here, InstantSource clock, Sandboxes sandboxes) {
    this.machine = machine;
    this.clock = clock;
    this.sandboxes = sandboxes;
    this.here = here;
    this.surroundings = new ReadOnlyObjectWrapper<>(here);
  }

  /** What everything is read from and asked through now. */
  public ReadOnlyObjectProperty<Surroundings> surroundings() {
    return surroundings.getReadOnlyProperty();
  }

  /** What has happened in the window since it works there. */
  public Happenings happenings() {
    return happenings;
  }

  /** Whether the sandbox is what the window works on. */
  public boolean onSandbox() {
    return sandbox != null;
  }

  /**
   * Starts a sandbox, for {@link #enter}; takes a while, so it belongs in the background.
   *
   * @throws IOException when it does not start, or nobody waits for it any more
   */
  public Sandboxes.Running start(Sandboxes.Options options) throws IOException {
    changing.lock();
    try {
      Sandboxes.Running running = sandboxes.start(options);
      started.add(running);
      if (closed || Thread.currentThread().isInterrupted()) {
        end(running);
        throw new IOException("nobody waits for the sandbox any more");
      }
      return running;
    } finally {
      changing.unlock();
    }
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
    move(there);
    if (before != null) {
      end(before);
    }
  }

  /**
   * Works on this machine again.
   *
   * @return the sandbox that was left, for {@link #end}; empty when there was none
   */
  public Optional<Sandboxes.Running> leave() {
    Optional<Sandboxes.Running> left = Optional.ofNullable(sandbox);
    if (left.isPresent()) {
      sandbox = null;
      move(here);
    }
    return left;
  }

  private void move(Surroundings there) {
    happenings.forget();
    surroundings.set(there);
  }

  @Override
  public void close() {
    closed = true;
    sandbox = null;
    changing.lock();
    try {
      started.forEach(this::end);
    } finally {
      changing.unlock();
    }
  }

  /** Ends a sandbox, once, whoever asks; takes a moment. */
  public void end(Sandboxes.Running running) {
    changing.lock();
    try {
      if (started.remove(running)) {
        running.close();
      }
    } finally {
      changing.unlock();
    }
  }
}
