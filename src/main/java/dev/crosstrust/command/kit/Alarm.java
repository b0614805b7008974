package dev.crosstrust.command.kit;

import java.time.Duration;

/** Does something later, unless it is called off before. */
@FunctionalInterface
public interface Alarm {
  /**
   * Sets it.
   *
   * @return what calls it off
   */
  Runnable after(Duration time, Runnable then);

  /** The real one: a thread that sleeps, and ends with what it does or when it is called off. */
  static Alarm ofThreads() {
    return (time, then) -> {
      Thread sleeper =
          Thread.ofVirtual()
              .start(
                  () -> {
                    try {
                      Thread.sleep(time);
                    } catch (InterruptedException e) {
                      return;
                    }
                    then.run();
                  });
      return sleeper::interrupt;
    };
  }
}
