package dev.crosstrust.ui.routes.check;

import dev.crosstrust.check.LocalCheck;
import dev.crosstrust.ui.kit.Badge.Tone;
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
    // What was changed here was not foretold.
    String note = trial.editedProperty().get() ? "" : model.noteProperty().get();
    String words = note.isEmpty() ? tried(trial) + CheckWords.reason(check) : note;
    boolean whole = !note.isEmpty() && model.noteSaysWhy();
    String spoken =
        whole ? note : "%s The token %s.".formatted(note, CheckWords.said(check)).strip();
    return new CheckSummary(Mark.of(check.verdict()), words, spoken);
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
