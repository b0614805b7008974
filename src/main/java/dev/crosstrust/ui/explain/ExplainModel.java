package dev.crosstrust.ui.explain;

import dev.crosstrust.diagnosis.Explained;
import dev.crosstrust.diagnosis.symptom.Symptoms;
import dev.crosstrust.finding.Finding;
import dev.crosstrust.secret.Secret;
import dev.crosstrust.ui.kit.ChosenFile;
import dev.crosstrust.ui.task.Background;
import dev.crosstrust.ui.task.Job;
import dev.crosstrust.ui.task.Latest;
import dev.crosstrust.ui.task.Phase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;

/** What a pasted text says: read in the background as it changes, and nowhere else. */
public final class ExplainModel {
  /** Characters: a log is cut to the part with the error, and the window stays quick. */
  static final int MOST = 200_000;

  private static final Phase<Explained> NOTHING =
      new Phase.Empty<>(
          "Nothing to explain yet",
          "Paste an error as it came: the output of a command, lines of a log, an XML or JSON body,"
              + " an entry of an audit log. It is read here and sent nowhere.");

  private static final Phase<Explained> TOO_LONG =
      new Phase.Empty<>(
          "That is too long",
          "At most %,d characters are read at a time. Paste the part with the error."
              .formatted(MOST));

  private final Background background;
  private final Function<String, Explained> engine;
  private final KeptSecrets kept = new KeptSecrets();
  private final StringProperty text = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<Phase<Explained>> phase =
      new ReadOnlyObjectWrapper<>(NOTHING);
  private final ReadOnlyObjectWrapper<Optional<Secret>> token =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final ObservableList<Finding> findings = FXCollections.observableArrayList();
  private final ObservableSet<String> opened = FXCollections.observableSet();
  private final Latest reading;
  private boolean working;

  /**
   * @param engine reads a text; called in the background
   * @param calm how long nothing must be typed before it is read
   */
  ExplainModel(Background background, Function<String, Explained> engine, Duration calm) {
    this.background = background;
    this.engine = engine;
    reading = new Latest(background, calm);
    text.subscribe((_, _) -> read());
  }

  /** The text, without its secrets. */
  StringProperty textProperty() {
    return text;
  }

  /** What came of it. */
  ReadOnlyObjectProperty<Phase<Explained>> phaseProperty() {
    return phase.getReadOnlyProperty();
  }

  /** The token that is in the text. */
  ReadOnlyObjectProperty<Optional<Secret>> tokenProperty() {
    return token.getReadOnlyProperty();
  }

  /** Why a file could not be read; empty when there is nothing to say. */
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  public String getProblem() {
    return problem.get();
  }

  ObservableList<Finding> findings() {
    return findings;
  }

  /** The ids of those findings that were opened to be read whole. */
  ObservableSet<String> opened() {
    return opened;
  }

  /** Takes the secrets out of what is pasted. */
  String keep(String pasted) {
    return kept.keep(pasted);
  }

  /** Puts another text in the place of this one, and reads it. */
  void give(String other) {
    if (other.length() > MOST) {
      tooLong();
      return;
    }
    String now = keep(other);
    if (now.equals(text.get())) {
      read();
    } else {
      text.set(now);
    }
  }

  /** Reads the text as it is now; what was shown stays until that is done. */
  private void read() {
    stop();
    problem.set("");
    String now = text.get();
    token.set(kept.in(now));
    if (now.isBlank()) {
      show(NOTHING);
      return;
    }
    working = true;
    Job begun = reading.begin(() -> engine.apply(now), this::told, this::failed);
    if (working && !(phase.get() instanceof Phase.Ready)) {
      phase.set(new Phase.Working<>("Reading the text", begun));
    }
  }

  /** Reads a file in the place of the text. */
  void open(Path file) {
    stop();
    // A character takes three bytes at most, or four for two of Java's.
    Job _ =
        background.begin(
            () -> ChosenFile.beginning(file, 3 * (MOST + 1)), this::give, problem::set);
  }

  /** More was given than is read. */
  void tooLong() {
    stop();
    show(TOO_LONG);
  }

  /** The reading was ended by the user. */
  void cancelled() {
    stop();
    show(NOTHING);
  }

  private void told(Explained explained) {
    working = false;
    if (!new Phase.Ready<>(explained).equals(phase.get())) {
      show(new Phase.Ready<>(explained));
    }
  }

  private void failed(String sentence) {
    working = false;
    problem.set(sentence);
    show(NOTHING);
  }

  private void show(Phase<Explained> next) {
    phase.set(next);
    if (next instanceof Phase.Ready<Explained>(Explained explained)) {
      findings.setAll(explained.findings().stream().map(ExplainModel::besideTheText).toList());
    } else {
      findings.clear();
    }
  }

  private static Finding besideTheText(Finding finding) {
    return finding.because(
        finding.because().stream().filter(line -> !Symptoms.isQuoted(line)).toArray(String[]::new));
  }

  private void stop() {
    working = false;
    reading.cancel();
  }
}
