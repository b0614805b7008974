package dev.crosstrust.ui.kit;

import java.util.List;

/**
 * Something that is asked before it is done, in the window and not over it.
 *
 * @param text a sentence with its consequence, naming what it is about
 * @param answers the last one leaves everything as it is
 */
public record Question(String text, List<Answer> answers) {
  public Question {
    answers = List.copyOf(answers);
  }

  /**
   * One answer.
   *
   * @param words a verb with its object
   * @param harmful whether something is lost by it
   * @param run is called when it is given; the question is over then
   */
  public record Answer(String words, boolean harmful, Runnable run) {}

  /** Nothing to be asked, but to be read before it goes. */
  public static Question told(String text) {
    return new Question(text, List.of(new Answer("Close", false, () -> {})));
  }

  /** One that may lose something: this, or leave it. */
  public static Question harmful(String text, String verb, Runnable run, String leave) {
    return new Question(
        text, List.of(new Answer(verb, true, run), new Answer(leave, false, () -> {})));
  }
}
