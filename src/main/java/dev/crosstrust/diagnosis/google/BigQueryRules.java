package dev.crosstrust.diagnosis.google;

import dev.crosstrust.denial.Denial;
import dev.crosstrust.denial.GoogleDenials;
import dev.crosstrust.diagnosis.reading.RowErrors;
import dev.crosstrust.diagnosis.symptom.Rule;
import dev.crosstrust.diagnosis.symptom.Symptom;
import dev.crosstrust.finding.Commands;
import dev.crosstrust.finding.Finding;
import dev.crosstrust.finding.Fix;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What BigQuery answers.
 *
 * @see <a href="https://cloud.google.com/bigquery/docs/error-messages">Error messages</a>
 */
public final class BigQueryRules {
  private static final String PAGE = "https://cloud.google.com/bigquery/docs/error-messages";
  private static final String JOBS = "bigquery.jobs.create";
  private static final Pattern NOT_FOUND =
      Pattern.compile(
          "(?i)\\bNot found: (Table|Dataset|Project|Job|View|Routine|Model) (\\S+?)[.,]?(?: |$)");
  private static final Pattern TABLE_NAME = Pattern.compile("(\\S+):([^.:]+)(?:\\.(\\S+))?");

  public static final List<Rule> TABLE =
      List.of(
          new Rule(symptom -> RowErrors.count(symptom.fields()) > 0, BigQueryRules::rowsRejected),
          new Rule(
              symptom -> GoogleDenialFindings.permission(symptom, JOBS).isPresent(),
              BigQueryRules::deniedJobs),
          new Rule(symptom -> denial(symptom).isPresent(), BigQueryRules::deniedTable),
          new Rule(symptom -> symptom.find(NOT_FOUND).isPresent(), BigQueryRules::notFound),
          new Rule(
              symptom -> symptom.from("bigquery") && Integer.valueOf(401).equals(symptom.status()),
              symptom -> GcsRules.tokenRefused(symptom).source(PAGE)));

  private BigQueryRules() {}

  private static Optional<Denial> denial(Symptom symptom) {
    return GoogleDenials.in(symptom.message()).stream()
        .filter(
            denial ->
                denial.permission() == null
                    ? denial.resource() != null && symptom.says("Access Denied:")
                    : denial.permission().startsWith("bigquery."))
        .findFirst();
  }

  private static Finding rowsRejected(Symptom symptom) {
    int rows = RowErrors.count(symptom.fields());
    String field = symptom.fields().getOrDefault("location", "");
    String table = symptom.around().table().orElse("PROJECT:DATASET.TABLE");
    return Finding.error(
            "bigquery.rows-rejected",
            rows == 1
                ? "BigQuery answered 200 and did not take the row"
                : "BigQuery answered 200 and did not take %d rows".formatted(rows))
        .because(
            "insertErrors in the answer names what is wrong"
                + (field.isEmpty() ? "" : " with the field " + field),
            "One bad row keeps all others of its call out, unless skipInvalidRows is set")
        .fix(
            Fix.of("Hold the row against the table's schema: names, types, required fields")
                .withGcloud(Commands.of("bq show --schema --format=prettyjson", table)))
        .source("https://cloud.google.com/bigquery/docs/reference/rest/v2/tabledata/insertAll");
  }

  private static Finding deniedJobs(Symptom symptom) {
    Denial denial = GoogleDenialFindings.permission(symptom, JOBS).orElse(Denial.BARE);
    String project = Objects.requireNonNullElse(denial.resource(), "PROJECT");
    return GoogleDenialFindings.refused(
            "bigquery.denied-jobs", denial, "project " + project, symptom)
        .fix(
            Fix.of(
                "Inserting rows and reading a table row by row need no job; only queries, loads and"
                    + " exports do"),
            GoogleGrants.onProject(
                project, GoogleGrants.role(JOBS), Grantee.of(symptom, denial.principal())),
            GoogleDenialFindings.otherPolicies());
  }

  private static Finding deniedTable(Symptom symptom) {
    Denial denial = denial(symptom).orElse(Denial.BARE);
    String resource =
        Objects.requireNonNullElseGet(
            denial.resource(), () -> symptom.around().table().orElse("PROJECT:DATASET.TABLE"));
    return GoogleDenialFindings.refused("bigquery.denied-table", denial, resource, symptom)
        .fix(
            grant(denial, resource, Grantee.of(symptom, denial.principal())),
            Fix.of("Compare the names of project, dataset and table letter by letter")
                .withGcloud(Commands.of("bq show", resource)),
            GoogleDenialFindings.otherPolicies());
  }

  /** A query reads; all else says what it lacks. */
  private static Fix grant(Denial denial, String resource, Grantee to) {
    String role =
        denial.permission() == null
            ? "roles/bigquery.dataViewer"
            : GoogleGrants.role(denial.permission());
    Matcher name = TABLE_NAME.matcher(resource);
    if (!name.matches()) {
      return GoogleGrants.onProject(resource, role, to);
    }
    return name.group(3) == null
        ? GoogleGrants.onDataset(name.group(1), name.group(2), role, to)
        : GoogleGrants.onTable(name.group(1), name.group(2), name.group(3), role, to);
  }

  private static Finding notFound(Symptom symptom) {
    Optional<MatchResult> said = symptom.find(NOT_FOUND);
    String kind = said.map(match -> match.group(1)).orElse("Table").toLowerCase(Locale.ROOT);
    String name = said.map(match -> match.group(2)).orElse("");
    return Finding.error("bigquery.not-found", "There is no %s %s".formatted(kind, name))
        .because("It is mistyped, was deleted, or is in another location than the call")
        .fix(
            Fix.of("Compare the names letter by letter, then the location of the dataset")
                .withGcloud("bq ls --project_id=PROJECT"))
        .source(PAGE);
  }
}
