package dev.crosstrust.ui.routes.check;

import dev.crosstrust.check.LocalCheck;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A check as it is read: tables, then what else was looked at.
 *
 * @param sources where what was judged is from, a line each
 */
record CheckTable(List<Section> sections, List<Fact> facts, List<String> sources) {
  CheckTable {
    sections = List.copyOf(sections);
    facts = List.copyOf(facts);
    sources = List.copyOf(sources);
  }

  /**
   * One table.
   *
   * @param title empty where the tab says it
   * @param mark what it came to as a whole; null where the rows tell
   * @param columns their heads: four where what is wanted takes the room of two
   */
  record Section(String title, @Nullable Mark mark, List<String> columns, List<CheckRow> rows) {
    Section {
      columns = List.copyOf(columns);
      rows = List.copyOf(rows);
    }

    Section(String title, List<String> columns, List<CheckRow> rows) {
      this(title, null, columns, rows);
    }

    /** For those who hear one of its rows; empty where the tab says it. */
    String spoken() {
      return mark == null ? title : "%s, %s".formatted(title, mark.word());
    }
  }

  /**
   * Something that is not a line of the document.
   *
   * @param because one sentence; empty for none
   */
  record Fact(String name, String value, Mark mark, String because) {
    String spoken() {
      return "%s %s: %s. %s".formatted(name, value, mark.word(), because).strip();
    }
  }

  static CheckTable of(LocalCheck check) {
    return switch (check) {
      case LocalCheck.OfTrust trust -> TrustTable.of(trust);
      case LocalCheck.OfPool pool -> PoolTable.of(pool);
      case LocalCheck.NotMade none -> new CheckTable(List.of(), List.of(), none.sources());
    };
  }
}
