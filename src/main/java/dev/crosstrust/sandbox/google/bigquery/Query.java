package dev.crosstrust.sandbox.google.bigquery;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The one kind of statement that is understood here: {@code SELECT * FROM table LIMIT n}, in either
 * dialect of SQL.
 *
 * @param limit most rows of the answer
 */
record Query(TableName table, long limit) {
  private static final Pattern FORM =
      Pattern.compile(
          "(?is)\\s*SELECT\\s+\\*\\s+FROM\\s+[`\\[]?(?:([\\w-]+)`?[.:]`?)?(\\w+)`?\\.`?(\\w+)[`\\]]?"
              + "(?:\\s+LIMIT\\s+(\\d{1,9}))?\\s*;?\\s*");

  private static final Pattern SHORT =
      Pattern.compile(
          "(?is)\\s*SELECT\\s+\\*\\s+FROM\\s+[`\\[]?(\\w+)[`\\]]?(?:\\s+LIMIT\\s+(\\d{1,9}))?\\s*;?\\s*");

  /**
   * Reads a statement.
   *
   * @param project of tables that are named without one
   * @param defaultDataset of tables that are named without one; may be missing
   */
  static Query parse(String statement, String project, JsonNode defaultDataset) {
    Matcher form = FORM.matcher(statement);
    if (form.matches()) {
      String named = form.group(1) == null ? project : form.group(1);
      return new Query(new TableName(named, form.group(2), form.group(3)), limit(form.group(4)));
    }
    Matcher alone = SHORT.matcher(statement);
    if (alone.matches() && defaultDataset.has("datasetId")) {
      String dataset = defaultDataset.path("datasetId").asString();
      String named = defaultDataset.path("projectId").asString(project);
      return new Query(new TableName(named, dataset, alone.group(1)), limit(alone.group(2)));
    }
    if (alone.matches()) {
      throw BigQueryErrors.invalidQuery(
          "Table \"%1$s\" must be qualified with a dataset (e.g. dataset.table)."
              .formatted(alone.group(1)));
    }
    throw BigQueryErrors.invalidQuery(
        "The sandbox understands SELECT * FROM dataset.table LIMIT n, and no other statement.");
  }

  private static long limit(@Nullable String digits) {
    return Optional.ofNullable(digits).map(Long::valueOf).orElse(Long.MAX_VALUE);
  }
}
