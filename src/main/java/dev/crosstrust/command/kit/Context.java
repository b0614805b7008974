package dev.crosstrust.command.kit;

import dev.crosstrust.identity.Machine;
import dev.crosstrust.route.road.Roads;
import dev.crosstrust.surroundings.Sandboxes;
import dev.crosstrust.surroundings.Surroundings;
import java.io.IOException;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * What all commands of one call share: the terminal, the options before the command, and the
 * machine or sandbox they run on. Closing it ends the sandbox.
 */
public final class Context implements AutoCloseable {
  private final Terminal terminal;
  private final Machine machine;
  private final InstantSource clock;
  private final Sandboxes sandboxes;
  private boolean json;
  private boolean debug;
  private boolean onSandbox;
  private Sandboxes.@Nullable Running sandbox;

  public Context(Terminal terminal, Machine machine, InstantSource clock, Sandboxes sandboxes) {
    this.terminal = terminal;
    this.machine = machine;
    this.clock = clock;
    this.sandboxes = sandboxes;
  }

  public Terminal terminal() {
    return terminal;
  }

  public Sandboxes sandboxes() {
    return sandboxes;
  }

  public InstantSource clock() {
    return clock;
  }

  /** Whether the answer is to be JSON. */
  public boolean json() {
    return json;
  }

  public void json(boolean wanted) {
    json = wanted;
  }

  /** Whether details are wanted on standard error. */
  public boolean debug() {
    return debug;
  }

  public void debug(boolean wanted) {
    debug = wanted;
  }

  public void onSandbox(boolean wanted) {
    onSandbox = wanted;
  }

  /** Whether the command runs on sandbox clouds of its own. */
  public boolean onSandbox() {
    return onSandbox;
  }

  /** The machine itself or, with {@code --sandbox}, the home of sandbox clouds started for it. */
  public Surroundings surroundings() {
    try {
      return onSandbox ? Surroundings.of(sandbox(), machine, clock) : here();
    } catch (IOException e) {
      throw new BadInput(String.valueOf(e.getMessage()));
    }
  }

  /** The machine itself. */
  public Surroundings here() {
    try {
      return Surroundings.of(machine, clock);
    } catch (IOException e) {
      throw new BadInput(String.valueOf(e.getMessage()));
    }
  }

  /** The roads that begin there. */
  public Roads roads() {
    return surroundings().roads();
  }

  private Sandboxes.Running sandbox() {
    try {
      if (sandbox == null) {
        sandbox = sandboxes.start(Sandboxes.Options.SEEDED);
      }
      return sandbox;
    } catch (IOException e) {
      throw new BadInput("the sandbox does not start: " + e.getMessage());
    }
  }

  @Override
  public void close() {
    if (sandbox != null) {
      sandbox.close();
    }
  }
}
