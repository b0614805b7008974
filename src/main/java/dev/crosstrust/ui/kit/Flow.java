package dev.crosstrust.ui.kit;

import dev.crosstrust.identity.Cloud;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A road as it is drawn, from left to right: each column is asked from the one before it.
 *
 * @param columns of actors below one another; the first holds who begins
 */
public record Flow(List<List<Actor>> columns) {
  public Flow {
    columns = columns.stream().map(List::copyOf).toList();
  }

  /** All arrows, in the order of the road. */
  public Stream<Arrow> arrows() {
    return columns.stream().flatMap(List::stream).flatMap(actor -> actor.asked().stream());
  }

  /**
   * Somebody on the road.
   *
   * @param cloud whose it is; null for neither
   * @param lines what else there is to say, each in one line
   * @param asked the calls made to it; none to who begins
   * @param forLast whether the calls are made for the sake of the last one; otherwise each counts
   */
  public record Actor(
      String title, @Nullable Cloud cloud, List<String> lines, List<Arrow> asked, boolean forLast) {
    public Actor {
      lines = List.copyOf(lines);
      asked = List.copyOf(asked);
    }

    /** Each of whose calls counts. */
    public Actor(String title, @Nullable Cloud cloud, List<String> lines, List<Arrow> asked) {
      this(title, cloud, lines, asked, false);
    }

    /** Whether anything has been asked of it yet, or it needs no asking. */
    boolean reached() {
      return asked.isEmpty() || asked.stream().anyMatch(arrow -> !arrow.state().isToCome());
    }
  }

  /**
   * One call.
   *
   * @param leg its number in the run, from 0; {@link #NO_LEG} while it has not been made
   * @param caption what is asked for
   * @param status what came of it
   * @param time how long it took; empty while it has not been made
   */
  public record Arrow(int leg, String caption, String status, String time, State state) {
    /** Of a call that has not been made. */
    public static final int NO_LEG = -1;

    /** All of it in one line; empty while there is nothing to say. */
    String told() {
      return Stream.of(status, time)
          .filter(part -> !part.isEmpty())
          .collect(Collectors.joining(" · "));
    }

    /** Whether there is evidence to look at. */
    public boolean made() {
      return leg != NO_LEG;
    }
  }

  /** How far a call is, or how it ended. */
  public enum State {
    WAITING("not made yet"),
    /** Not made yet; it is foretold that it will be done. */
    HOPEFUL("not made yet"),
    /** Not made yet; it is foretold that it will fail. */
    HOPELESS("not made yet"),
    RUNNING("being made"),
    DONE("done"),
    FAILED("failed"),
    CANCELLED("cancelled");

    private final String words;

    State(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }

    /** Whether the call is still to come. */
    boolean isToCome() {
      return this == WAITING || this == HOPEFUL || this == HOPELESS;
    }
  }
}
