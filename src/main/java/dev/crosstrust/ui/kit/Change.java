package dev.crosstrust.ui.kit;

import dev.crosstrust.finding.Fix;
import java.util.List;

/**
 * A document as it is and as it would be right.
 *
 * @param name of the document, for example {@code Trust policy}
 * @param fix makes it so, and says what that does to who may enter
 * @param before what is there
 * @param after what is to be there; copied as JSON
 * @param changes each in one sentence
 */
public record Change(String name, Fix fix, String before, String after, List<String> changes) {
  public Change {
    changes = List.copyOf(changes);
  }
}
