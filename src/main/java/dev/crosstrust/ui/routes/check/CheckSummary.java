package dev.crosstrust.ui.routes.check;

import dev.crosstrust.check.LocalCheck;
import dev.crosstrust.ui.kit.Badge.Tone;
import dev.crosstrust.ui.routes.check.Beside.Answer;
import java.util.stream.Collectors;

/**
 * What a check comes to, in a line above it.
 *
 * @param mark the verdict
 * @param words why, or how it came; empty for nothing
 * @param spoken both, for those who hear it
 */
record CheckSummary(Mark mark, String words, String spoken) {
  private static final Mark NOT_JUDGED = new Mark("not judged yet", Tone.NEUTRAL);

  /** As things are now. */
  static CheckSummary of(CheckModel model) {
    return model
        .shown()
        .map(check -> of(model, check))
        .orElseGet(() -> new CheckSummary(NOT_JUDGED, "", "What is judged"));
  }

  private static CheckSummary of(CheckModel model, LocalCheck check) {
    TrialModel trial = model.trial();
    if (trial.openProperty().get()) {
      String words =
          "%s Below is what came of the text before.".formatted(unseenProblem(trial)).strip();
      return new CheckSummary(NOT_JUDGED, words, "%s. %s".formatted(NOT_JUDGED.word(), words));
    }
    // What is changed here was not foretold, asked or found.
    boolean trying = trial.editingProperty().get() || trial.editedProperty().get();
    Beside beside = trying ? Beside.NOTHING : model.beside();
    Mark mark = Mark.of(check.verdict(), beside.answer());
    String reason = tried(trial) + CheckWords.reason(check);
    String words = !beside.note().isEmpty() ? beside.note() : beside.tellsWhy(check) ? "" : reason;
    return new CheckSummary(mark, words, spoken(check, beside, mark));
  }

  /** The reason, too, wherever it is read. */
  private static String spoken(LocalCheck check, Beside beside, Mark mark) {
    String note = beside.note();
    if (!note.isEmpty() && beside.saysWhy()) {
      return note;
    }
    String sentence =
        beside.answer() == Answer.NONE
            ? "The token %s.".formatted(CheckWords.said(check))
            : "The token was %s: %s"
                .formatted(mark.word().replace(" ·", ";"), CheckWords.reason(check));
    return "%s %s".formatted(note, sentence).strip();
  }

  /** Of what is changed, where that is not seen beside it. */
  private static String tried(TrialModel trial) {
    boolean away = !trial.editingProperty().get();
    return away && trial.editedProperty().get() && trial.wasRead() ? "With your changes: " : "";
  }

  /** What is wrong stands above the text, while that is there. */
  private static String unseenProblem(TrialModel trial) {
    return trial.editingProperty().get()
        ? ""
        : trial.textsProperty().get().stream()
            .map(text -> text.problemProperty().get())
            .collect(Collectors.joining());
  }
}
