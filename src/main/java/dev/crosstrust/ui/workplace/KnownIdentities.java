package dev.crosstrust.ui.workplace;

import dev.crosstrust.finding.Finding;
import dev.crosstrust.finding.Fix;
import dev.crosstrust.identity.Identity;
import dev.crosstrust.identity.Tilde;
import dev.crosstrust.surroundings.LocalIdentities;
import dev.crosstrust.surroundings.Surroundings;
import dev.crosstrust.ui.task.Background;
import dev.crosstrust.ui.task.FolderWatch;
import dev.crosstrust.ui.task.Job;
import dev.crosstrust.ui.task.Phase;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Everybody this machine or sandbox can be, read anew whenever its files or the workplace change.
 */
public final class KnownIdentities implements AutoCloseable {
  private static final Phase<List<Identity>> NONE =
      new Phase.Empty<>(
          "No identities on this machine",
          "Sign in with \"gcloud auth login\" or \"aws configure sso\": they appear here at once."
              + " Without any account, \"crosstrust --sandbox\" opens this window on clouds of its"
              + " own.");

  private final Background background;
  private final Workplace workplace;
  private final ReadOnlyObjectWrapper<Phase<List<Identity>>> phase =
      new ReadOnlyObjectWrapper<>(
          new Phase.Empty<>("Not read yet", "Identities are read when the window is shown."));
  private @Nullable FolderWatch watch;
  private @Nullable Job reading;
  private boolean begun;
  private boolean answered;

  public KnownIdentities(Background background, Workplace workplace) {
    this.background = background;
    this.workplace = workplace;
  }

  /** What is known now. */
  public ReadOnlyObjectProperty<Phase<List<Identity>>> phase() {
    return phase.getReadOnlyProperty();
  }

  /** Begins to read and to watch; does nothing when it has begun. */
  public void begin() {
    if (!begun) {
      begun = true;
      workplace.surroundings().subscribe(this::move);
    }
  }

  /** Reads the files again. */
  public void refresh() {
    read(workplace.surroundings().get());
  }

  private void move(Surroundings here) {
    close();
    phase.set(new Phase.Empty<>("Not read yet", ""));
    watch =
        new FolderWatch(
            LocalIdentities.folders(here), () -> background.toScreen(() -> changed(here)));
    read(here);
  }

  /** Word of a watch that has been closed since comes too late. */
  private void changed(Surroundings here) {
    if (here.equals(workplace.surroundings().get())) {
      read(here);
    }
  }

  private void read(Surroundings here) {
    if (reading != null) {
      reading.cancel();
    }
    answered = false;
    Job job =
        background.begin(
            () -> shown(here),
            found -> answer(found.isEmpty() ? NONE : new Phase.Ready<>(found)),
            sentence -> answer(new Phase.Broken<>(List.of(unreadable(sentence)))));
    reading = job;
    // What is shown already stays until there is something newer.
    if (!answered && !(phase.get() instanceof Phase.Ready)) {
      phase.set(new Phase.Working<>("Reading the files of gcloud and aws", job));
    }
  }

  private static List<Identity> shown(Surroundings here) {
    Tilde tilde = Tilde.of(here.machine());
    return LocalIdentities.of(here).stream().map(tilde::in).toList();
  }

  private void answer(Phase<List<Identity>> now) {
    answered = true;
    phase.set(now);
  }

  private static Finding unreadable(String sentence) {
    return Finding.error("local.unreadable", "The identities of this machine cannot be read")
        .because(sentence)
        .fix(Fix.of("Mend the files or their permissions, then press F5."));
  }

  @Override
  public void close() {
    if (watch != null) {
      watch.close();
      watch = null;
    }
  }
}
