package dev.crosstrust.ui.kit;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Two texts side by side, line by line.
 *
 * @param rows from the top
 */
public record LineDiff(List<Row> rows) {
  public LineDiff {
    rows = List.copyOf(rows);
  }

  /** What becomes of a line. */
  public enum Kind {
    SAME,
    CHANGED,
    REMOVED,
    ADDED
  }

  /**
   * What stands beside each other.
   *
   * @param before null where a line was added
   * @param after null where one was removed
   */
  public record Row(Kind kind, @Nullable String before, @Nullable String after) {}

  /** How the lines of one become those of the other. */
  public static LineDiff between(String before, String after) {
    Collected collected = new Collected();
    Common.walk(before.lines().toList(), after.lines().toList(), collected);
    collected.pair();
    return new LineDiff(collected.rows);
  }

  /** Lines that go and lines that come in one place are changes of each other. */
  private static final class Collected implements Common.Walk<String> {
    private final List<Row> rows = new ArrayList<>();
    private final List<String> gone = new ArrayList<>();
    private final List<String> come = new ArrayList<>();

    @Override
    public void same(String one) {
      pair();
      rows.add(new Row(Kind.SAME, one, one));
    }

    @Override
    public void onlyBefore(String one) {
      gone.add(one);
    }

    @Override
    public void onlyAfter(String one) {
      come.add(one);
    }

    private void pair() {
      for (int i = 0; i < Math.max(gone.size(), come.size()); i++) {
        if (i >= come.size()) {
          rows.add(new Row(Kind.REMOVED, gone.get(i), null));
        } else if (i >= gone.size()) {
          rows.add(new Row(Kind.ADDED, null, come.get(i)));
        } else {
          rows.add(new Row(Kind.CHANGED, gone.get(i), come.get(i)));
        }
      }
      gone.clear();
      come.clear();
    }
  }
}
