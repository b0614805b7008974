package dev.crosstrust.diagnosis.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A place in a text that tells where an answer begins, goes on or ends.
 *
 * @param hints what it tells besides
 * @param answered whether a sentence is of a call that was answered
 */
record Mark(int start, int end, Kind kind, Hints hints, boolean answered) {
  /** Stands for a piece that has a form of its own. */
  static final char ISLAND = '\uE000';

  private static final Pattern ISLANDS = Pattern.compile(String.valueOf(ISLAND));

  /** A line of a log, a frame of a stack, an empty line. */
  private static final Pattern BORDER =
      Pattern.compile(
          "(?m)^[^\\S\\n"
              + "]*(?:\\S{1,40} {1,3}\\| )?[\\[(]?\\d{4}-\\d\\d-\\d\\d[T"
              + " ]\\d\\d:\\d\\d|^(?:<\\d+>)?[A-Z][a-z]{2} [ \\d]\\d \\d\\d:\\d\\d:\\d\\d |^\\s+at"
              + " [\\w$.<>/]+\\(|^[^\\S\\n"
              + "]+at (?:async )?[\\w.<>]+ \\(|^[^\\S\\n"
              + "]+File \"|^Traceback \\(|\\n"
              + "[^\\S\\n"
              + "]*\\n");

  enum Kind {
    HEAD,
    STATUS_LINE,
    SENTENCE,
    TAIL,
    ISLAND,
    BORDER
  }

  /** In their order; of those that overlap, the first and longest. */
  static List<Mark> in(String text) {
    List<Mark> marks = new ArrayList<>();
    Wrapping.HEADS.forEach(
        head -> add(marks, head.pattern(), text, Kind.HEAD, head.framed(), null));
    Wrapping.TAILS.forEach(
        tail -> add(marks, tail.pattern(), text, Kind.TAIL, tail.framed(), null));
    add(marks, Wrapping.STATUS_LINE, text, Kind.STATUS_LINE, false, null);
    add(marks, ISLANDS, text, Kind.ISLAND, false, null);
    add(marks, BORDER, text, Kind.BORDER, false, null);
    sentences().forEach(it -> add(marks, it.beginning(), text, Kind.SENTENCE, false, it));
    marks.sort(
        Comparator.comparingInt(Mark::start)
            .thenComparing(mark -> mark.kind() != Kind.BORDER)
            .thenComparing(Comparator.comparingInt(Mark::end).reversed()));
    return withoutOverlaps(marks);
  }

  static Stream<Sentence> sentences() {
    return Stream.of(AwsSentences.TABLE, GoogleSentences.TABLE, LocalSentences.TABLE)
        .flatMap(List::stream);
  }

  private static void add(
      List<Mark> marks,
      Pattern pattern,
      String text,
      Kind kind,
      boolean framed,
      @Nullable Sentence said) {
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      marks.add(
          new Mark(
              matcher.start(),
              matcher.end(),
              kind,
              Hints.of(matcher, framed),
              said == null || said.answered()));
    }
  }

  private static List<Mark> withoutOverlaps(List<Mark> sorted) {
    List<Mark> marks = new ArrayList<>();
    int end = 0;
    for (Mark mark : sorted) {
      if (mark.start() >= end) {
        marks.add(mark);
        end = mark.end();
      }
    }
    return marks;
  }
}
