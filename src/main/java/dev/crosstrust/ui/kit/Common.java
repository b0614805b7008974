package dev.crosstrust.ui.kit;

import java.util.List;

/** What two sequences have in common, in order, as much as there is. */
final class Common {
  /** Above this many comparisons the middle counts as different altogether. */
  private static final int MOST = 1_000_000;

  private Common() {}

  /** Told, step by step, how one becomes the other. */
  interface Walk<T> {
    void same(T one);

    void onlyBefore(T one);

    void onlyAfter(T one);
  }

  /** Walks along both. */
  static <T> void walk(List<T> before, List<T> after, Walk<T> walk) {
    int start = 0;
    int end = 0;
    int shorter = Math.min(before.size(), after.size());
    while (start < shorter && before.get(start).equals(after.get(start))) {
      walk.same(before.get(start++));
    }
    while (end < shorter - start && before.reversed().get(end).equals(after.reversed().get(end))) {
      end++;
    }
    middle(
        before.subList(start, before.size() - end), after.subList(start, after.size() - end), walk);
    before.subList(before.size() - end, before.size()).forEach(walk::same);
  }

  private static <T> void middle(List<T> before, List<T> after, Walk<T> walk) {
    boolean compare = (long) before.size() * after.size() <= MOST;
    int[][] longest = compare ? longest(before, after) : new int[0][0];
    int i = 0;
    int j = 0;
    while (compare && i < before.size() && j < after.size()) {
      if (before.get(i).equals(after.get(j))) {
        walk.same(before.get(i++));
        j++;
      } else if (longest[i + 1][j] >= longest[i][j + 1]) {
        walk.onlyBefore(before.get(i++));
      } else {
        walk.onlyAfter(after.get(j++));
      }
    }
    before.subList(i, before.size()).forEach(walk::onlyBefore);
    after.subList(j, after.size()).forEach(walk::onlyAfter);
  }

  /** The length of the longest common subsequence of what is left from each place on. */
  private static <T> int[][] longest(List<T> before, List<T> after) {
    int[][] longest = new int[before.size() + 1][after.size() + 1];
    for (int i = before.size() - 1; i >= 0; i--) {
      for (int j = after.size() - 1; j >= 0; j--) {
        longest[i][j] =
            before.get(i).equals(after.get(j))
                ? longest[i + 1][j + 1] + 1
                : Math.max(longest[i + 1][j], longest[i][j + 1]);
      }
    }
    return longest;
  }
}
