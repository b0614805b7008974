package dev.crosstrust.ui.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Where two texts differ, character by character. Texts that have little in common differ wholly:
 * single letters that happen to be in both say nothing.
 *
 * @param runs in order; what is the same and what is not, by turns
 */
public record Difference(List<Run> runs) {
  private static final int TOLD = 3;

  public Difference {
    runs = List.copyOf(runs);
  }

  /**
   * A part of both.
   *
   * @param wanted of the first text; empty where the second has something more
   * @param had of the second; empty where it lacks something
   */
  public record Run(String wanted, String had) {
    public boolean same() {
      return wanted.equals(had);
    }

    private int length() {
      return Math.max(wanted.length(), had.length());
    }
  }

  /** How they differ; of equal ones there is one run. */
  public static Difference between(String wanted, String had) {
    List<Run> runs = joined(runs(wanted, had));
    int same = runs.stream().filter(Run::same).mapToInt(Run::length).sum();
    boolean alike = 2 * same >= Math.max(wanted.length(), had.length());
    return new Difference(alike ? runs : List.of(new Run(wanted, had)));
  }

  /** From 0, nothing in common, to 1, the same. */
  public double likeness() {
    int all = runs.stream().mapToInt(Run::length).sum();
    int same = runs.stream().filter(Run::same).mapToInt(Run::length).sum();
    return all == 0 ? 1 : (double) same / all;
  }

  /** For those who hear it: where, and what instead of what. */
  public String sentence() {
    if (runs.stream().allMatch(Run::same)) {
      return "Both are the same.";
    }
    if (runs.stream().noneMatch(Run::same)) {
      return "Nothing is the same.";
    }
    List<String> told = new ArrayList<>();
    int at = 1;
    for (Run run : runs) {
      if (!run.same()) {
        told.add(told(run, at));
      }
      at += run.wanted().codePointCount(0, run.wanted().length());
    }
    String more = told.size() > TOLD ? "; and %d more".formatted(told.size() - TOLD) : "";
    return told.stream().limit(TOLD).collect(Collectors.joining("; ", "Differs ", more + "."));
  }

  private static String told(Run run, int at) {
    if (run.had().isEmpty()) {
      return "at character %d: “%s” is missing".formatted(at, visible(run.wanted()));
    }
    if (run.wanted().isEmpty()) {
      return "at character %d: “%s” is too much".formatted(at, visible(run.had()));
    }
    return "at character %d: “%s” instead of “%s”"
        .formatted(at, visible(run.had()), visible(run.wanted()));
  }

  /** With a sign for each character that cannot be seen. */
  static String visible(String text) {
    return text.codePoints().mapToObj(Difference::visible).collect(Collectors.joining());
  }

  private static String visible(int character) {
    if (character == ' ') {
      return "␣";
    }
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          String.format(Locale.ROOT, "[U+%04X]", character);
      default -> Character.toString(character);
    };
  }

  private static List<Run> runs(String wanted, String had) {
    Collected collected = new Collected();
    Common.walk(characters(wanted), characters(had), collected);
    collected.cut();
    return collected.runs;
  }

  private static List<String> characters(String text) {
    return text.codePoints().mapToObj(Character::toString).toList();
  }

  /** Letters in common between two longer differences are chance. */
  private static List<Run> joined(List<Run> runs) {
    List<Run> joined = new ArrayList<>();
    for (int i = 0; i < runs.size(); i++) {
      Run run = runs.get(i);
      boolean between = !joined.isEmpty() && !joined.getLast().same() && i + 1 < runs.size();
      if (run.same()
          && between
          && run.length() < Math.min(joined.getLast().length(), runs.get(i + 1).length())) {
        join(joined, run);
        join(joined, runs.get(++i));
      } else {
        joined.add(run);
      }
    }
    return joined;
  }

  private static void join(List<Run> runs, Run more) {
    Run last = runs.removeLast();
    runs.add(new Run(last.wanted() + more.wanted(), last.had() + more.had()));
  }

  private static final class Collected implements Common.Walk<String> {
    private final List<Run> runs = new ArrayList<>();
    private final StringBuilder wanted = new StringBuilder();
    private final StringBuilder had = new StringBuilder();
    private boolean same = true;

    @Override
    public void same(String one) {
      turn(true);
      wanted.append(one);
      had.append(one);
    }

    @Override
    public void onlyBefore(String one) {
      turn(false);
      wanted.append(one);
    }

    @Override
    public void onlyAfter(String one) {
      turn(false);
      had.append(one);
    }

    private void turn(boolean now) {
      if (now != same) {
        cut();
        same = now;
      }
    }

    private void cut() {
      if (wanted.length() + had.length() > 0) {
        runs.add(new Run(wanted.toString(), had.toString()));
        wanted.setLength(0);
        had.setLength(0);
      }
    }
  }
}
