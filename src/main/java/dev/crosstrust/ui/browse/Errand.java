package dev.crosstrust.ui.browse;

import dev.crosstrust.ui.task.Background;
import dev.crosstrust.ui.task.Job;
import dev.crosstrust.ui.task.Work;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Work of which only the newest counts: beginning another or giving it up cancels the one before,
 * and nothing of that is heard any more. To be used on the screen's thread.
 */
final class Errand {
  private final Background background;
  private Optional<Job> job = Optional.empty();
  private int newest;
  private boolean goingOn;

  Errand(Background background) {
    this.background = background;
  }

  /**
   * Begins work, in place of what was begun before.
   *
   * @return empty when it has ended already
   */
  <T> Optional<Job> begin(Work<T> work, Consumer<? super T> done, Consumer<String> failed) {
    return begin((Object _) -> {}, _ -> work, done, failed);
  }

  /**
   * Begins work that has something to show before its end.
   *
   * @param part gets that, on the screen's thread, while the work counts
   * @param work makes the work from what takes its parts, which is to be called on the screen's
   *     thread too
   * @return empty when it has ended already
   */
  <P, T> Optional<Job> begin(
      Consumer<P> part,
      Function<Consumer<P>, Work<T>> work,
      Consumer<? super T> done,
      Consumer<String> failed) {
    giveUp();
    int mine = newest;
    goingOn = true;
    Consumer<P> heard =
        it -> {
          if (mine == newest) {
            part.accept(it);
          }
        };
    Job begun =
        background.begin(
            work.apply(heard),
            it -> end(mine, () -> done.accept(it)),
            it -> end(mine, () -> failed.accept(it)));
    if (mine == newest) {
      job = Optional.of(begun);
    }
    return job;
  }

  private void end(int which, Runnable consequence) {
    if (which == newest) {
      forget();
      consequence.run();
    }
  }

  /** Cancels what goes on, if anything does. */
  void giveUp() {
    job.ifPresent(Job::cancel);
    forget();
  }

  boolean goesOn() {
    return goingOn;
  }

  private void forget() {
    newest++;
    job = Optional.empty();
    goingOn = false;
  }
}
