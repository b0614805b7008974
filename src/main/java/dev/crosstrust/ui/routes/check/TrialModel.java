package dev.crosstrust.ui.routes.check;

import dev.crosstrust.check.LocalCheck;
import dev.crosstrust.ui.kit.ChosenFile;
import dev.crosstrust.ui.task.Background;
import dev.crosstrust.ui.task.Job;
import dev.crosstrust.ui.task.Latest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;

/** Changes that are tried here and nowhere else: what was judged is judged again as one types. */
final class TrialModel {
  private static final long LARGEST = 1 << 20;

  private final Background background;
  private final Latest judging;
  private final Consumer<LocalCheck> shown;
  private final BooleanProperty editing = new SimpleBooleanProperty();
  private final ReadOnlyBooleanWrapper edited = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper unfit = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<List<EditedText>> texts =
      new ReadOnlyObjectWrapper<>(List.of());
  private LocalCheck read = new LocalCheck.NotMade(List.of());
  private Rejudge again = new Rejudge(read);

  /**
   * @param calm how long nothing must be typed before it is judged
   * @param shown gets what came of it, and what was read when that counts again
   */
  TrialModel(Background background, Duration calm, Consumer<LocalCheck> shown) {
    this.background = background;
    this.judging = new Latest(background, calm);
    this.shown = shown;
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

  /** What can be changed; empty where nothing can. */
  ReadOnlyObjectProperty<List<EditedText>> textsProperty() {
    return texts.getReadOnlyProperty();
  }

  /** Whether what is changed was read before, and not only given here. */
  boolean wasRead() {
    return !(read instanceof LocalCheck.NotMade);
  }

  /** This has been judged: what was tried before is over. */
  void take(LocalCheck check) {
    judging.cancel();
    read = check;
    again = new Rejudge(check);
    editing.set(false);
    edited.set(false);
    open.set(false);
    unfit.set(false);
    List<EditedText> now = again.texts();
    now.forEach(text -> text.textProperty().addListener((_, _, _) -> typed()));
    texts.set(now);
  }

  /** What was read stands there again, and counts. */
  void back() {
    texts.get().forEach(EditedText::back);
    judging.cancel();
    told(null);
    shown.accept(read);
  }

  /** Takes the first of the texts from a file. */
  void open(Path file) {
    editing.set(true);
    EditedText first = texts.get().getFirst();
    Job _ =
        background.begin(
            () -> ChosenFile.whole(file, LARGEST), first.textProperty()::set, first::problem);
  }

  private void typed() {
    edited.set(texts.get().stream().anyMatch(EditedText::edited));
    open.set(true);
    List<String> now = texts.get().stream().map(EditedText::text).toList();
    Rejudge base = again;
    Job _ = judging.begin(() -> Judged.of(base, now), this::judged, it -> told(new Unfit(0, it)));
  }

  private void judged(Judged judged) {
    told(judged.unfit());
    if (judged.check() != null) {
      shown.accept(judged.check());
    }
  }

  /**
   * @param why it could not be judged; null when it could
   */
  private void told(@Nullable Unfit why) {
    unfit.set(why != null);
    open.set(why != null);
    for (int i = 0; i < texts.get().size(); i++) {
      texts.get().get(i).problem(why != null && why.field() == i ? why.sentence() : "");
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
