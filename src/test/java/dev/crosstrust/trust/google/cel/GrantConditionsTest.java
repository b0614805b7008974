package dev.crosstrust.trust.google.cel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Conditions of grants, most of them the examples of Google's page.
 *
 * @see <a href="https://cloud.google.com/iam/docs/conditions-attribute-reference">Attribute
 *     reference for IAM Conditions</a>
 */
class GrantConditionsTest {
  /** A Saturday; in Los Angeles it is Friday. */
  private static final Instant TIME = Instant.parse("2026-11-21T07:59:30.250Z");

  /** Columns: the condition, what it gives. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          request.time < timestamp("2022-04-12T00:00:00.00Z") | false
          request.time >= timestamp('2022-04-12T00:00:00Z') | true
          request.time < timestamp("2026-11-21T08:00:00+00:00") | true
          request.time < timestamp("2026-11-21T08:00:00+01:00") | false
          request.time > date("2026-11-21") && request.time < date("2026-11-22") | true
          request.time < timestamp("2026-11-21T07:00:00Z") + duration("3600s") | true
          request.time > timestamp("2026-11-21T07:00:00Z") - duration("60s") | true
          request.time - timestamp("2026-11-21T07:00:00Z") < duration("3570.5s") | true
          request.time.getFullYear() == 2026 | true
          request.time.getMonth() == 10 | true
          request.time.getDate() == 21 | true
          request.time.getDayOfMonth() == 20 | true
          request.time.getDayOfWeek() == 6 | true
          request.time.getDayOfWeek("America/Los_Angeles") == 5 | true
          request.time.getDayOfWeek("Europe/Berlin") > 0 && request.time.getDayOfWeek("Europe/Berlin") < 6 | false
          request.time.getDayOfYear() == 324 | true
          request.time.getHours("Europe/Berlin") == 8 | true
          request.time.getHours("+05:30") == 13 | true
          request.time.getHours("-02:00") == 5 | true
          request.time.getMinutes("Asia/Kolkata") == 29 | true
          request.time.getSeconds() == 30 | true
          request.time.getMilliseconds() == 250 | true
          resource.service == "storage.googleapis.com" | true
          resource.service != "compute.googleapis.com" && request.time < date("2027-01-01") | true
          resource.name.startsWith("projects/_/buckets/b") | open
          request.time < date("2020-01-01") && resource.name.startsWith("projects/_/buckets/b") | false
          request.time > date("2020-01-01") && resource.name.startsWith("projects/_/buckets/b") | open
          ~request.time > date("2020-01-01") || resource.type == "storage.googleapis.com/Object"~ | true
          resource.name.extract("buckets/{name}/") == "b" | open
          resource.matchTag("123/env", "prod") | open
          resource.hasTagKey("123/env") && request.time < date("2020-01-01") | false
          api.getAttribute("iam.googleapis.com/modifiedGrantsByRole", []).hasOnly(["roles/a"]) | open
          "accessPolicies/1/accessLevels/x" in request.auth.access_levels | open
          destination.port == 22 | open
          request.path.startsWith("/admin") | open
          request.time < timestamp("2026-13-01T00:00:00Z") | failed
          request.time < date("yesterday") | failed
          request.time.getHours("Nowhere/Town") == 1 | failed
          """)
  void timesAreDecidedAndWhatIsNotKnownIsOpen(String condition, String gives)
      throws InvalidExpression {
    Variables seen =
        Variables.NONE
            .with("request", Map.of("time", TIME))
            .unknown("request", "auth")
            .unknown("request", "path")
            .with("resource", Map.of("service", "storage.googleapis.com"))
            .unknown("resource", "name")
            .unknown("resource", "type")
            .unknown("api")
            .unknown("destination");

    Answer answer = Expression.of(Dialect.GRANT, condition).evaluate(seen);

    assertThat(
            switch (answer) {
              case Answer.Value(Object value) -> value.toString();
              case Answer.Open() -> "open";
              case Answer.Failed(String _) -> "failed";
            })
        .isEqualTo(gives);
  }
}
