package dev.crosstrust.setup.google;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A table of BigQuery. */
record TableId(String project, String dataset, String table) {
  private static final Pattern WRITTEN = Pattern.compile("(?:(.+)[.:])?(\\w+)\\.(\\w+)");

  /**
   * As a step writes it: {@code dataset.table} or {@code project.dataset.table}.
   *
   * @param project where it names none
   */
  static TableId of(String written, @Nullable String project) {
    Matcher matcher = WRITTEN.matcher(written);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("no table: " + written);
    }
    String named = matcher.group(1) == null ? project : matcher.group(1);
    return new TableId(named == null ? "" : named, matcher.group(2), matcher.group(3));
  }

  /** As conditions see it. */
  String resource() {
    return "projects/%s/datasets/%s/tables/%s".formatted(project, dataset, table);
  }
}
