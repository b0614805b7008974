package dev.crosstrust.diagnosis.reading;

import java.util.ArrayList;
import java.util.List;

/** Goes through a text from mark to mark, and gathers what belongs to one answer. */
final class Passage {
  private final String text;
  private final List<Island> islands;
  private final Hints around;
  private final int depth;
  private final List<Answer> answers = new ArrayList<>();

  private Hints hints;
  private int island;

  /** Behind the last mark. */
  private int at;

  /** Where the sentence of the answer begins; before that, negative. */
  private int from = -1;

  private boolean said;

  /**
   * @param text with {@link Mark#ISLAND} in the place of each island
   * @param around what is known of all answers in it
   */
  Passage(String text, List<Island> islands, Hints around, int depth) {
    this.text = text;
    this.islands = islands;
    this.around = around;
    this.depth = depth;
    this.hints = around;
  }

  List<Answer> answers() {
    for (Mark mark : Mark.in(text)) {
      read(mark);
      at = mark.end();
    }
    end(text.length());
    return answers;
  }

  private void read(Mark mark) {
    switch (mark.kind()) {
      case HEAD -> {
        if (said || spoken(mark.start())) {
          end(mark.start());
        }
        hints = mark.hints().or(hints);
        from = mark.end();
      }
      case SENTENCE -> {
        if (said) {
          end(mark.start());
        }
        from = from < 0 ? mark.start() : from;
        said = true;
      }
      case TAIL -> {
        if (from < 0) {
          from = lineOf(mark.start());
        }
        hints = mark.hints().or(hints);
        said = mark.hints().framed() || said;
        end(mark.start());
      }
      case STATUS_LINE -> {
        end(mark.start());
        hints = mark.hints().or(hints);
      }
      case ISLAND -> island(islands.get(island++), mark);
      case BORDER -> {
        if (said || spoken(mark.start()) || (coded() && isFrame(mark))) {
          end(mark.start());
        } else if (from >= 0) {
          from = mark.end();
        }
      }
    }
  }

  private void island(Island piece, Mark mark) {
    List<Answer> inside = Envelopes.read(piece, said ? around : hints, depth);
    if (inside.isEmpty()) {
      hints = hints.or(Envelopes.beside(piece));
      return;
    }
    if (said) {
      end(mark.start());
    }
    answers.addAll(inside);
    begin();
  }

  /** Where that line begins, or what comes behind the last mark. */
  private int lineOf(int place) {
    int line = place;
    while (line > at && text.charAt(line - 1) != '\n') {
      line--;
    }
    return line;
  }

  /** Whether there are words since a wrapping that may be a sentence. */
  private boolean spoken(int end) {
    return from >= 0 && text.substring(from, end).chars().filter(Character::isLetter).count() > 3;
  }

  private void end(int end) {
    if (from >= 0 && (said || coded() || spoken(end))) {
      Answer answer = Answering.of(text.substring(from, end), hints);
      answers.add(
          answer.leads()
              ? answer.withMessage(Answering.sentenceOf(lineFrom(from, end), hints))
              : answer);
    }
    begin();
  }

  /** The cause that a program quotes is part of what it says. */
  private String lineFrom(int begin, int atLeast) {
    int end = text.indexOf('\n', atLeast);
    return text.substring(begin, end < 0 ? text.length() : end);
  }

  /** Whether the wrapping says enough by itself. */
  private boolean coded() {
    return hints.framed() && (hints.code() != null || hints.status() != null);
  }

  /** Behind an exception without a sentence comes its stack; a sentence may come behind a line. */
  private boolean isFrame(Mark mark) {
    return text.substring(mark.start(), mark.end()).strip().startsWith("at ");
  }

  private void begin() {
    hints = around;
    from = -1;
    said = false;
  }
}
