package dev.crosstrust.ui.explain;

import dev.crosstrust.check.LocalCheck;
import dev.crosstrust.finding.Finding;
import dev.crosstrust.secret.Secret;
import dev.crosstrust.ui.explain.Judgement.Part;
import dev.crosstrust.ui.task.Background;
import dev.crosstrust.ui.task.Job;
import dev.crosstrust.ui.task.Latest;
import dev.crosstrust.ui.task.Phase;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;

/** A pasted token held against a pasted policy or provider, as they change. */
public final class EvaluateModel {
  /** Characters of each text. */
  static final int MOST = 200_000;

  /** Before there is both a token and something to hold it against. */
  static final Phase<LocalCheck> NOTHING =
      new Phase.Empty<>(
          "Would this token be let in?",
          "Paste a token, and a trust policy of AWS or a pool provider of Google. They are judged"
              + " here as they change, and sent nowhere.");

  private static final Phase<LocalCheck> UNFIT =
      new Phase.Empty<>(
          "Not judged", "One of the texts cannot be read yet; what is wrong stands below it.");

  private final InstantSource clock;
  private final KeptSecrets kept = new KeptSecrets();
  private final GivenText token = new GivenText();
  private final GivenText document = new GivenText();
  private final GivenText more = new GivenText();
  private final ReadOnlyObjectWrapper<Phase<LocalCheck>> phase =
      new ReadOnlyObjectWrapper<>(NOTHING);
  private final ObservableList<Finding> findings = FXCollections.observableArrayList();
  private final ObservableSet<String> opened = FXCollections.observableSet();
  private final Latest judging;

  /**
   * @param clock tells when a token is presented
   * @param calm how long nothing must be typed before it is judged
   */
  EvaluateModel(Background background, InstantSource clock, Duration calm) {
    this.clock = clock;
    judging = new Latest(background, calm);
    given().forEach(each -> each.text().subscribe((_, _) -> judge()));
  }

  /** What is pasted there; a token without what makes it usable. */
  StringProperty text(Part part) {
    return given(part).text();
  }

  /** Why it cannot be judged; empty when it can. */
  ReadOnlyStringProperty problem(Part part) {
    return given(part).problem();
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
  void give(Secret found) {
    token.text().set(kept.keep(found.reveal()));
  }

  /** Shows what it is for. */
  void example() {
    document.text().set(Sample.POLICY);
    more.text().set("");
    give(Secret.of(Sample.token(clock.instant())));
  }

  /** More was pasted than is read. */
  void tooLong(Part part) {
    given(part).problem("That is too long: at most %,d characters are read.".formatted(MOST));
  }

  /** Judges what is there now; what was shown stays until that is done. */
  private void judge() {
    judging.cancel();
    String presented = token();
    String judgedBy = document.text().get();
    String also = more.text().get();
    if (presented.isBlank() || judgedBy.isBlank()) {
      show(NOTHING);
      return;
    }
    Instant now = clock.instant();
    Job _ =
        judging.begin(
            () -> Judgement.of(presented, judgedBy, also, now),
            this::judged,
            sentence -> unfit(Part.DOCUMENT, sentence));
  }

  private List<GivenText> given() {
    return List.of(token, document, more);
  }

  private GivenText given(Part part) {
    return switch (part) {
      case TOKEN -> token;
      case DOCUMENT -> document;
      case MORE -> more;
    };
  }

  private String token() {
    String shown = token.text().get();
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
    show(UNFIT);
    given(part).problem(sentence);
  }

  private void show(Phase<LocalCheck> next) {
    given().forEach(each -> each.problem(""));
    phase.set(next);
    if (next instanceof Phase.Ready<LocalCheck>(LocalCheck check)) {
      findings.setAll(check.findings());
    } else {
      findings.clear();
    }
  }
}
