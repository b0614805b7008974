package dev.crosstrust.ui.workplace;

import dev.crosstrust.finding.Finding;
import dev.crosstrust.finding.Fix;
import dev.crosstrust.surroundings.Sandboxes;
import dev.crosstrust.surroundings.Surroundings;
import dev.crosstrust.ui.task.Background;
import dev.crosstrust.ui.task.Job;
import dev.crosstrust.ui.task.Phase;
import java.io.IOException;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The way from this machine into sandbox clouds, and back. */
public final class SandboxDoor {
  private static final Phase<Surroundings> OUTSIDE =
      new Phase.Empty<>("On this machine", "No sandbox clouds are running.");

  private final Background background;
  private final Workplace workplace;
  private final ReadOnlyObjectWrapper<Phase<Surroundings>> phase =
      new ReadOnlyObjectWrapper<>(OUTSIDE);
  private Runnable wanted = () -> {};
  private boolean starting;

  public SandboxDoor(Background background, Workplace workplace) {
    this.background = background;
    this.workplace = workplace;
  }

  /** Empty on this machine, ready on sandbox clouds. */
  public ReadOnlyObjectProperty<Phase<Surroundings>> phase() {
    return phase.getReadOnlyProperty();
  }

  /**
   * Starts sandbox clouds and works on them.
   *
   * @param entered what to do there; at once when the window is there already, and instead of what
   *     was wanted before while they are being started
   */
  public void enter(Runnable entered) {
    if (workplace.onSandbox()) {
      entered.run();
      return;
    }
    wanted = entered;
    if (starting) {
      return;
    }
    starting = true;
    Job begun =
        background.begin(
            () -> workplace.start(Sandboxes.Options.SEEDED), this::started, this::failed);
    if (starting) {
      phase.set(new Phase.Working<>("Starting two sandbox clouds on 127.0.0.1", begun));
    }
  }

  private void started(Sandboxes.Running sandbox) {
    try {
      workplace.enter(sandbox);
    } catch (IOException e) {
      failed(String.valueOf(e.getMessage()));
      return;
    }
    starting = false;
    phase.set(new Phase.Ready<>(workplace.surroundings().get()));
    wanted.run();
  }

  private void failed(String sentence) {
    starting = false;
    phase.set(
        new Phase.Broken<>(
            List.of(
                Finding.error("sandbox.not-started", "The sandbox clouds do not start")
                    .because(sentence)
                    .fix(
                        Fix.of(
                            "They need two free ports on 127.0.0.1 and a temporary folder."
                                + " Make room, then start again.")))));
  }

  /** The starting has been cancelled: the window stays on this machine. */
  public void cancelled() {
    starting = false;
    phase.set(OUTSIDE);
  }

  /** Works on this machine again; the sandbox ends in the background. */
  public void leave() {
    workplace.leave().ifPresent(this::end);
  }

  /** What cannot be tidied up lies in a temporary folder: nothing to trouble anybody with. */
  private void end(Sandboxes.Running left) {
    phase.set(OUTSIDE);
    background.begin(
        () -> {
          workplace.end(left);
          return left;
        },
        _ -> {},
        _ -> {});
  }
}
