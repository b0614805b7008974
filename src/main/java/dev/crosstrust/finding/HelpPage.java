package dev.crosstrust.finding;

import java.util.List;

/**
 * What there is to know about the findings of one id. Texts are plain; what stands between
 * backticks is code: a claim, a message, a command.
 *
 * @param id that of {@link Finding#id()}
 * @param title what happened, in a short sentence
 * @param what how it comes to that
 * @param signs how it shows, and where; the words of the clouds verbatim
 * @param causes the most frequent first
 * @param todo steps, in order
 * @param sources addresses of pages, and names of RFCs
 */
public record HelpPage(
    String id,
    String title,
    String what,
    List<String> signs,
    List<String> causes,
    List<String> todo,
    List<String> sources) {
  public HelpPage {
    signs = List.copyOf(signs);
    causes = List.copyOf(causes);
    todo = List.copyOf(todo);
    sources = List.copyOf(sources);
  }
}
