package dev.crosstrust.ui.explain;

import dev.crosstrust.check.LocalCheck;
import dev.crosstrust.finding.Finding;
import dev.crosstrust.secret.Secret;
import dev.crosstrust.ui.explain.Judgement.Part;
import dev.crosstrust.ui.task.Background;
import dev.crosstrust.ui.task.Job;
import dev.crosstrust.ui.task.Phase;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;

/** A pasted token held against a pasted policy or provider, as they change. */
public final class EvaluateModel {
  /** Characters of each text. */
  static final int MOST = 200_000;

  private static final Phase<LocalCheck> NOTHING =
      new Phase.Empty<>(
          "Would this token be let in?",
          "Paste a token, and a trust policy of AWS or a pool provider of Google. They are judged"
              + " here as they change, and sent nowhere.");

  private final Background background;
  private final InstantSource clock;
  private final KeptSecrets kept = new KeptSecrets();
  private final Map<Part, StringProperty> texts = new EnumMap<>(Part.class);
  private final Map<Part, ReadOnlyStringWrapper> problems = new EnumMap<>(Part.class);
  private final ReadOnlyObjectWrapper<Phase<LocalCheck>> phase =
      new ReadOnlyObjectWrapper<>(NOTHING);
  private final ObservableList<Finding> findings = FXCollections.observableArrayList();
  private final ObservableSet<String> opened = FXCollections.observableSet();
  private Job job = Finished.JOB;

  EvaluateModel(Background background, InstantSource clock) {
    this.background = background;
    this.clock = clock;
    for (Part part : Part.values()) {
      texts.put(part, new SimpleStringProperty(""));
      problems.put(part, new ReadOnlyStringWrapper(""));
    }
  }

  /** What is pasted there; a token without what makes it usable. */
  StringProperty text(Part part) {
    return texts.get(part);
  }

  /** Why it cannot be judged; empty when it can. */
  ReadOnlyStringProperty problem(Part part) {
    return problems.get(part).getReadOnlyProperty();
  }

  /** What came of it. */
  ReadOnlyObjectProperty<Phase<LocalCheck>> phaseProperty() {
    return phase.getReadOnlyProperty();
  }

  ObservableList<Finding> findings() {
    return findings;
  }

  /** The ids of those findings that were opened to be read whole. */
  ObservableSet<String> opened() {
    return opened;
  }

  /** Takes out of a pasted text what makes its tokens usable. */
  String keep(Part part, String pasted) {
    return part == Part.TOKEN ? kept.keep(pasted) : kept.keepTokens(pasted);
  }

  /** Takes a token that was found elsewhere. */
  void give(Secret token) {
    text(Part.TOKEN).set(kept.keep(token.reveal()));
    judge();
  }

  /** Shows what it is for. */
  void example() {
    text(Part.DOCUMENT).set(Sample.POLICY);
    text(Part.MORE).set("");
    give(Secret.of(Sample.token(clock.instant())));
  }

  /** More was pasted than is read. */
  void tooLong(Part part) {
    problems.get(part).set("That is too long: at most %,d characters are read.".formatted(MOST));
  }

  /** Judges what is there now; what was shown stays until that is done. */
  void judge() {
    job.cancel();
    String token = token();
    String document = text(Part.DOCUMENT).get();
    String more = text(Part.MORE).get();
    problems.values().forEach(problem -> problem.set(""));
    if (token.isBlank() || document.isBlank()) {
      show(NOTHING);
      return;
    }
    Instant now = clock.instant();
    job =
        background.begin(
            () -> Judgement.of(token, document, more, now),
            this::judged,
            sentence -> unfit(Part.DOCUMENT, sentence));
  }

  private String token() {
    String shown = text(Part.TOKEN).get();
    return kept.in(shown).map(Secret::reveal).orElse(shown);
  }

  private void judged(Judgement judgement) {
    switch (judgement) {
      case Judgement.Made(LocalCheck check) -> show(new Phase.Ready<>(check));
      case Judgement.Unfit(Part part, String sentence) -> unfit(part, sentence);
    }
  }

  /** An answer to another text than the one that is there would mislead. */
  private void unfit(Part part, String sentence) {
    show(NOTHING);
    problems.get(part).set(sentence);
  }

  private void show(Phase<LocalCheck> next) {
    phase.set(next);
    if (next instanceof Phase.Ready<LocalCheck>(LocalCheck check)) {
      findings.setAll(check.findings());
    } else {
      findings.clear();
    }
  }
}
