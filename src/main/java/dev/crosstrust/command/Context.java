package dev.crosstrust.command;

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
final class Context implements AutoCloseable {
  private final Terminal terminal;
  private final Machine machine;
  private final InstantSource clock;
  private final Sandboxes sandboxes;
  private boolean json;
  private boolean debug;
  private boolean onSandbox;
  private Sandboxes.@Nullable Running sandbox;

  Context(Terminal terminal, Machine machine, InstantSource clock, Sandboxes sandboxes) {
    this.terminal = terminal;
    this.machine = machine;
    this.clock = clock;
    this.sandboxes = sandboxes;
  }

  Terminal terminal() {
    return terminal;
  }

  Sandboxes sandboxes() {
    return sandboxes;
  }

  InstantSource clock() {
    return clock;
  }

  boolean json() {
    return json;
  }

  void json(boolean wanted) {
    json = wanted;
  }

  boolean debug() {
    return debug;
  }

  void debug(boolean wanted) {
    debug = wanted;
  }

  void onSandbox(boolean wanted) {
    onSandbox = wanted;
  }

  boolean onSandbox() {
    return onSandbox;
  }

  /** The machine itself or, with {@code --sandbox}, the home of sandbox clouds started for it. */
  Surroundings surroundings() {
    try {
      return onSandbox ? Surroundings.of(sandbox(), machine, clock) : here();
    } catch (IOException e) {
      throw new BadInput(String.valueOf(e.getMessage()));
    }
  }

  /** The machine itself. */
  Surroundings here() {
    try {
      return Surroundings.of(machine, clock);
    } catch (IOException e) {
      throw new BadInput(String.valueOf(e.getMessage()));
    }
  }

  /** The roads that begin there. */
  Roads roads() {
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
