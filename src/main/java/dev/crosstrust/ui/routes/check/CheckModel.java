package dev.crosstrust.ui.routes.check;

import dev.crosstrust.check.LocalCheck;
import dev.crosstrust.ui.task.Background;
import dev.crosstrust.ui.task.Job;
import dev.crosstrust.ui.task.Latest;
import dev.crosstrust.ui.task.Phase;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;

/**
 * The other side's check of the token, made here; and made again, as one types, with a document
 * that is changed here and nowhere else.
 */
public final class CheckModel {
  private static final Phase<LocalCheck> NOT_MADE =
      new Phase.Empty<>(
          "Nothing has been judged yet", "Run the route, or predict what will be answered.");
  private static final Phase<LocalCheck> AWAITED =
      new Phase.Empty<>(
          "Judged at the end of the run",
          "What the other side takes is read once everything has been asked.");
  private static final long LARGEST = 1 << 20;

  private final Background background;
  private final Latest judging;
  private final ReadOnlyObjectWrapper<Phase<LocalCheck>> phase =
      new ReadOnlyObjectWrapper<>(NOT_MADE);
  private final BooleanProperty editing = new SimpleBooleanProperty();
  private final ReadOnlyBooleanWrapper edited = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper unfit = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<List<EditedText>> texts =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper("");
  private boolean noteSaysWhy;
  private LocalCheck read = new LocalCheck.NotMade(List.of());
  private Rejudge again = new Rejudge(read);

  /**
   * @param calm how long nothing must be typed before it is judged
   */
  public CheckModel(Background background, Duration calm) {
    this.background = background;
    this.judging = new Latest(background, calm);
  }

  /** What there is to see. */
  public ReadOnlyObjectProperty<Phase<LocalCheck>> phaseProperty() {
    return phase.getReadOnlyProperty();
  }

  /** The check that is seen; empty when there is none. */
  public Optional<LocalCheck> shown() {
    return phase.get() instanceof Phase.Ready<LocalCheck>(LocalCheck check)
        ? Optional.of(check)
        : Optional.empty();
  }

  /** Whether what was judged is being changed. */
  BooleanProperty editingProperty() {
    return editing;
  }

  /** Whether what is judged is something else than what was read. */
  ReadOnlyBooleanProperty editedProperty() {
    return edited.getReadOnlyProperty();
  }

  /** Whether what was typed cannot be judged, or has not been yet: what is seen is of before. */
  ReadOnlyBooleanProperty openProperty() {
    return open.getReadOnlyProperty();
  }

  /** Whether what was typed cannot be judged. */
  ReadOnlyBooleanProperty unfitProperty() {
    return unfit.getReadOnlyProperty();
  }

  /** Whether there is anything to change. */
  public boolean isChangeable() {
    return !texts.get().isEmpty();
  }

  /** What can be changed. */
  ReadOnlyObjectProperty<List<EditedText>> textsProperty() {
    return texts.getReadOnlyProperty();
  }

  /** Nothing has been judged. */
  public void clear() {
    take(new LocalCheck.NotMade(List.of()));
    phase.set(NOT_MADE);
  }

  /** It will be judged at the end of what goes on. */
  public void awaited() {
    clear();
    phase.set(AWAITED);
  }

  /** Whether nothing has been judged, and nothing is. */
  public boolean isIdle() {
    return phase.get().equals(NOT_MADE) || phase.get().equals(AWAITED);
  }

  /** Whether it is still to be judged, or is being judged. */
  public boolean isWaiting() {
    return phase.get().equals(AWAITED) || phase.get() instanceof Phase.Working;
  }

  /** It is being judged. */
  public void working(String words, Job job) {
    clear();
    phase.set(new Phase.Working<>(words, job));
  }

  /** It could not be judged: there is no token. */
  public void without(Phase<LocalCheck> why) {
    clear();
    phase.set(why);
  }

  /**
   * Says in sentences what kind of verdict it is, or how it came.
   *
   * @param saysWhy whether they tell the verdict and its reason, too
   */
  public void note(String words, boolean saysWhy) {
    noteSaysWhy = saysWhy;
    note.set(words);
  }

  /** Whether the note tells the verdict and its reason. */
  boolean noteSaysWhy() {
    return noteSaysWhy;
  }

  /** What is said instead of the bare reason; empty for nothing. */
  ReadOnlyStringProperty noteProperty() {
    return note.getReadOnlyProperty();
  }

  /** This has been judged from what was read. */
  public void show(LocalCheck check) {
    take(check);
    phase.set(shown(check));
  }

  private static Phase<LocalCheck> shown(LocalCheck check) {
    return check instanceof LocalCheck.NotMade(List<String> why, var _, var _)
        ? new Phase.Empty<>("There is nothing to judge by", String.join("\n", why))
        : new Phase.Ready<>(check);
  }

  private void take(LocalCheck check) {
    judging.cancel();
    read = check;
    again = new Rejudge(check);
    note.set("");
    editing.set(false);
    edited.set(false);
    open.set(false);
    unfit.set(false);
    List<EditedText> now = again.texts();
    now.forEach(text -> text.textProperty().addListener((_, _, _) -> typed()));
    texts.set(now);
  }

  /** What was read stands there again, and is judged. */
  void back() {
    texts.get().forEach(EditedText::back);
    judging.cancel();
    open.set(false);
    unfit.set(false);
    texts.get().forEach(text -> text.problem(""));
    phase.set(shown(read));
  }

  /** Nothing is changed any more: what was read stands there again. */
  void leave() {
    editing.set(false);
    back();
  }

  /** Takes the first of the texts from a file. */
  void open(Path file) {
    editing.set(true);
    Job _ =
        background.begin(
            () -> content(file),
            text -> texts.get().getFirst().textProperty().set(text),
            sentence -> texts.get().getFirst().problem(sentence));
  }

  private static String content(Path file) throws IOException {
    if (Files.size(file) > LARGEST) {
      throw new IOException("%s is larger than a megabyte.".formatted(file));
    }
    try {
      return Files.readString(file);
    } catch (MalformedInputException e) {
      throw new IOException("%s is no text.".formatted(file), e);
    }
  }

  private void typed() {
    List<EditedText> all = texts.get();
    edited.set(all.stream().anyMatch(EditedText::edited));
    open.set(true);
    List<String> now = all.stream().map(EditedText::text).toList();
    Rejudge base = again;
    judging.begin(
        () -> Judged.of(base, now), this::judged, sentence -> unfit(new Unfit(0, sentence)));
  }

  private void judged(Judged judged) {
    Unfit unfit = judged.unfit();
    if (unfit != null) {
      unfit(unfit);
    } else if (judged.check() != null) {
      texts.get().forEach(text -> text.problem(""));
      open.set(false);
      this.unfit.set(false);
      phase.set(shown(judged.check()));
    }
  }

  private void unfit(Unfit unfit) {
    this.unfit.set(true);
    List<EditedText> all = new ArrayList<>(texts.get());
    for (int i = 0; i < all.size(); i++) {
      all.get(i).problem(i == unfit.field() ? unfit.sentence() : "");
    }
  }

  /** What came of judging: one of the two. */
  private record Judged(@Nullable LocalCheck check, @Nullable Unfit unfit) {
    static Judged of(Rejudge base, List<String> texts) {
      try {
        return new Judged(base.of(texts), null);
      } catch (Unfit e) {
        return new Judged(null, e);
      }
    }
  }
}
