package dev.crosstrust.diagnosis;

import static dev.crosstrust.diagnosis.Legs.classic;
import static dev.crosstrust.diagnosis.Legs.data;
import static dev.crosstrust.diagnosis.Legs.diagnosed;
import static dev.crosstrust.diagnosis.Legs.exchange;
import static dev.crosstrust.diagnosis.Legs.exchanged;
import static dev.crosstrust.diagnosis.Legs.leg;
import static dev.crosstrust.diagnosis.Legs.s3;
import static java.util.Objects.requireNonNullElse;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.evidence.Leg;
import dev.crosstrust.evidence.Leg.Sent;
import dev.crosstrust.finding.Fix;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Commands are pasted: no word of an answer may be more to a shell than a word. */
class HostileWordsTest {
  private static final String WORD = "$(id)'`id`;${IFS}x";
  private static final String INSIDE = "/storage/v1/b/%24%28id%29%27%60id%60%22%3B%24%7BIFS%7Dx";
  private static final String WHO = "a'$(id)'${IFS}@b";
  private static final String ROLE = "arn:aws:iam::111122223333:role/" + WORD;

  static Stream<Named<List<Leg>>> runs() {
    return Stream.of(
        Named.of(
            "a table", List.of(bigquery("Table %1$s:d.t: Permission bigquery.tables.getData"))),
        Named.of(
            "a dataset", List.of(bigquery("Dataset %1$s:d: Permission bigquery.datasets.get"))),
        Named.of("a project", List.of(bigquery("Project %1$s: Permission bigquery.jobs.create"))),
        Named.of("rows", List.of(rows())),
        Named.of("an API", List.of(gcs("X has not been used in project %1$s before"))),
        Named.of("a quota", List.of(gcs("required permission to use project %1$s. Grant"))),
        Named.of(
            "requester pays",
            List.of(gcs("Bucket is requester pays bucket but no user project provided."))),
        Named.of("the caller", List.of(gcs(WHO + denied("storage.objects.get")))),
        Named.of(
            "a list under a condition",
            List.of(exchanged("as principal://iam/" + WORD), object(), gcs(listed()))),
        Named.of(
            "a trust",
            List.of(
                sts("AccessDenied", "Not authorized to perform sts:AssumeRoleWithWebIdentity"))),
        Named.of(
            "a session",
            List.of(
                sts("ValidationError", "The requested DurationSeconds exceeds the MaxSession"))),
        Named.of(
            "an issuer",
            List.of(
                exchange(
                    400,
                    "InvalidIdentityToken",
                    "No OpenIDConnect provider found in your account for https://" + WORD))),
        Named.of(
            "a role",
            List.of(
                s3(
                    "GetObject",
                    403,
                    "AccessDenied",
                    "User: arn:aws:sts::1:assumed-role/"
                        + WORD
                        + "/s is not authorized to perform:"
                        + " s3:GetObject on resource: &quot;arn:aws:s3:::b&quot; because no"
                        + " identity-based policy allows the s3:GetObject action"))),
        Named.of("a provider", List.of(provider())));
  }

  @ParameterizedTest
  @MethodSource("runs")
  void aWordOfAnAnswerStaysAWord(List<Leg> run) {
    List<Fix> fixes =
        diagnosed(run.toArray(Leg[]::new)).stream().flatMap(one -> one.fix().stream()).toList();
    assertThat(fixes).isNotEmpty();
    assertThat(fixes.toString()).as("the word arrives").contains("$(id)");
    for (Fix fix : fixes) {
      for (String command :
          List.of(requireNonNullElse(fix.gcloud(), ""), requireNonNullElse(fix.aws(), ""))) {
        assertThat(outsideQuotes(command)).as(command).matches("[A-Za-z0-9_./:@%+=, -]*");
      }
      assertThat(requireNonNullElse(fix.terraform(), "")).doesNotContainPattern("(?<!\\$)\\$\\{");
    }
  }

  private static String outsideQuotes(String command) {
    return command.replaceAll("'[^']*'|\\\\'", "");
  }

  private static Leg bigquery(String begins) {
    String message =
        ("Access Denied: " + begins + " denied on table %1$s (or it may not exist).")
            .formatted(WORD);
    return data(
        "bigquery.InsertRow",
        "POST",
        "/bigquery/v2/projects/p/datasets/d/tables/t/insertAll",
        403,
        classic(403, "accessDenied", message));
  }

  private static Leg rows() {
    return Legs.rowsRejected(
        "/bigquery/v2/projects/%24%28id%29%27/datasets/d/tables/t/insertAll",
        "{\"insertErrors\": [{\"index\": 0, \"errors\": [{\"reason\": \"invalid\"}]}]}");
  }

  private static Leg gcs(String message) {
    String body = classic(403, "forbidden", message.formatted(WORD));
    return data("gcs.ListObjects", "GET", INSIDE + "/o", 403, body);
  }

  private static String denied(String permission) {
    return " does not have " + permission + " access to the Google Cloud Storage bucket.";
  }

  private static String listed() {
    return "Caller" + denied("storage.objects.list");
  }

  private static Leg object() {
    return data("gcs.GetObject", "GET", INSIDE + "/o/x", 200, "{}");
  }

  private static Leg sts(String code, String message) {
    String body =
        "<ErrorResponse><Error><Code>%s</Code><Message>%s</Message></Error></ErrorResponse>"
            .formatted(code, message);
    Sent sent =
        new Sent(
            "POST",
            "https://sts.eu-west-1.amazonaws.com/",
            Map.of("Content-Type", "application/x-www-form-urlencoded"),
            "RoleArn=" + ROLE);
    return leg("exchange", "sts", "AssumeRoleWithWebIdentity", 400, sent, Map.of(), body);
  }

  private static Leg provider() {
    Sent sent =
        new Sent(
            "POST",
            "https://sts.googleapis.com/v1/token",
            Map.of("Content-Type", "application/x-www-form-urlencoded"),
            "audience=//iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/"
                + WORD
                + "/providers/p");
    String body =
        "{\"error\": \"unauthorized_client\", \"error_description\":"
            + " \"The given credential is rejected by the attribute condition.\"}";
    return leg("exchange", "sts", "token", 400, sent, Map.of(), body);
  }
}
