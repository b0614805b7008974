package dev.crosstrust.ui.routes.form;

import dev.crosstrust.route.Route;
import dev.crosstrust.route.file.RouteProblem;
import dev.crosstrust.route.foreign.Imported;
import dev.crosstrust.route.foreign.RouteImport;
import dev.crosstrust.ui.kit.Question;
import dev.crosstrust.ui.kit.Question.Answer;
import dev.crosstrust.ui.task.Background;
import dev.crosstrust.ui.task.Job;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Makes a route of another tool's file, to be looked at in the form before it is saved. */
public final class ImportModel {
  private final Background background;
  private final RouteFormModel form;
  private final Consumer<Question> ask;

  /**
   * @param ask shows why there is no route, or which of several is meant
   */
  public ImportModel(Background background, RouteFormModel form, Consumer<Question> ask) {
    this.background = background;
    this.form = form;
    this.ask = ask;
  }

  /** Reads a file; what it names is neither run nor fetched. */
  public void read(Path file) {
    Job _ =
        background.begin(
            () -> RouteImport.profiles(file),
            profiles -> {
              if (profiles.size() > 1) {
                choose(file, profiles);
              } else {
                read(file, null);
              }
            },
            sentence -> refuse(file + ": " + sentence));
  }

  private void choose(Path file, List<String> profiles) {
    List<Answer> answers = new ArrayList<>();
    for (String profile : profiles) {
      answers.add(new Answer(profile, false, () -> read(file, profile)));
    }
    answers.add(new Answer("None of them", false, () -> {}));
    ask.accept(new Question("Which profile of %s is to be a route?".formatted(file), answers));
  }

  private void read(Path file, @Nullable String profile) {
    Job _ =
        background.begin(
            () -> RouteImport.read(file, profile, null),
            imported -> show(imported, file),
            sentence -> refuse(file + ": " + sentence));
  }

  private void show(Imported imported, Path file) {
    switch (imported) {
      case Imported.Good(Route route, List<String> notes) -> form.openImported(route, file, notes);
      case Imported.Bad(RouteProblem problem) -> refuse(problem.sentence());
    }
  }

  private void refuse(String sentence) {
    ask.accept(Question.told(sentence));
  }
}
