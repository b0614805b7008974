package dev.crosstrust.diagnosis.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.MatchResult;
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

  /** A line of a log, a frame of a stack, an empty line. */
  private static final Pattern BORDER =
      Pattern.compile(
          "[^\\S\\n]*(?:\\S{1,40} {1,3}\\| )?[\\[(]?\\d{4}[-/]\\d\\d[-/]\\d\\d[T ]\\d\\d:\\d\\d"
              + "|(?:<\\d+>)?[A-Z][a-z]{2} [ \\d]\\d \\d\\d:\\d\\d:\\d\\d "
              + "|[^\\S\\n]+at (?:async )?[\\w$<>/]+(?:\\.[\\w$<>]+)+"
              + "|[^\\S\\n]+at (?:async )?[\\w$.<>/]+ ?\\("
              + "|[^\\S\\n]+File \""
              + "|Traceback \\("
              + "|(?<=\\n)[^\\S\\n]*\\n");

  enum Kind {
    HEAD,
    STATUS_LINE,
    SENTENCE,
    TAIL,
    ISLAND,
    BORDER
  }

  private static final Beginnings<Marker> MARKERS =
      new Beginnings<>(markers().toList(), Marker::pattern);

  /** What is a mark wherever it stands. */
  private record Marker(Pattern pattern, Kind kind, boolean framed, @Nullable Sentence sentence) {
    Mark at(MatchResult place) {
      boolean said = place.namedGroups().containsKey("who");
      return new Mark(
          said ? place.start("who") : place.start(),
          place.end(),
          kind,
          Hints.of(place, framed),
          sentence == null || sentence.answered());
    }
  }

  private static Stream<Marker> markers() {
    return Stream.of(
            Wrapping.HEADS.stream()
                .map(head -> new Marker(head.pattern(), Kind.HEAD, head.framed(), null)),
            Wrapping.TAILS.stream()
                .map(tail -> new Marker(tail.pattern(), Kind.TAIL, tail.framed(), null)),
            Stream.of(new Marker(Wrapping.STATUS_LINE, Kind.STATUS_LINE, false, null)),
            sentences().map(it -> new Marker(it.beginning(), Kind.SENTENCE, false, it)))
        .flatMap(it -> it);
  }

  private static Stream<Sentence> sentences() {
    return Stream.of(AwsSentences.TABLE, GoogleSentences.TABLE, LocalSentences.TABLE)
        .flatMap(List::stream);
  }

  /** In their order; of those that overlap, the first and longest. */
  static List<Mark> in(String text) {
    List<Mark> marks = borders(text);
    for (int at = text.indexOf(ISLAND); at >= 0; at = text.indexOf(ISLAND, at + 1)) {
      marks.add(new Mark(at, at + 1, Kind.ISLAND, Hints.NONE, true));
    }
    MARKERS.in(text).forEach(found -> marks.add(found.what().at(found.match())));
    marks.sort(
        Comparator.comparingInt(Mark::start)
            .thenComparing(mark -> mark.kind() != Kind.BORDER)
            .thenComparing(Comparator.comparingInt(Mark::end).reversed()));
    return withoutOverlaps(marks);
  }

  /** The first of the known sentences, by their tables, that a text has; null where none. */
  static @Nullable Sentence sentence(String text) {
    return MARKERS.in(text).stream()
        .filter(found -> found.what().sentence() != null)
        .min(Comparator.comparingInt(Beginnings.Found::order))
        .map(found -> found.what().sentence())
        .orElse(null);
  }

  /** Whether a text has a wrapping that only the two clouds' tools write before a sentence. */
  static boolean isWrapped(String text) {
    return MARKERS.in(text).stream()
        .anyMatch(found -> found.what().kind() == Kind.HEAD && found.what().framed());
  }

  private static List<Mark> borders(String text) {
    List<Mark> borders = new ArrayList<>();
    Matcher border = BORDER.matcher(text).useTransparentBounds(true).useAnchoringBounds(false);
    for (int line = 0; line < text.length(); line = text.indexOf('\n', line) + 1) {
      if (border.region(line, text.length()).lookingAt()) {
        borders.add(new Mark(line, border.end(), Kind.BORDER, Hints.NONE, true));
      }
      if (text.indexOf('\n', line) < 0) {
        break;
      }
    }
    return borders;
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
