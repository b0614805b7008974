package dev.crosstrust.sandbox.google.bigquery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.sandbox.google.Wire;
import dev.crosstrust.sandbox.google.Wire.Answer;
import dev.crosstrust.sandbox.google.bigquery.Field.Mode;
import dev.crosstrust.sandbox.google.policy.Binding;
import dev.crosstrust.sandbox.google.policy.Condition;
import dev.crosstrust.sandbox.google.policy.Resource;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class BigQueryWireTest {
  private static final String PROJECT = "/bigquery/v2/projects/" + Wire.PROJECT;
  private static final String TABLE = PROJECT + "/datasets/my_dataset/tables/my_table";
  private static final String TABLE_ID = Wire.PROJECT + ":my_dataset.my_table";

  private Wire wire;
  private Wire.As lambda;
  private Wire.As owner;

  @BeforeEach
  void start() throws IOException {
    wire = new Wire();
    Datasets datasets = wire.cloud().datasets();
    Instant created = Instant.parse("2026-11-20T10:00:00Z");
    List<Field> schema =
        List.of(
            new Field("timestamp", Type.TIMESTAMP, Mode.REQUIRED),
            new Field("message", Type.STRING, Mode.NULLABLE));
    datasets.create(Wire.PROJECT, "my_dataset", "europe-west1", created).create("my_table", schema);
    datasets.create(Wire.PROJECT, "other", "europe-west1", created).create("my_table", schema);
    wire.cloud()
        .policies()
        .grant(
            Resource.project(Wire.PROJECT),
            Binding.of(
                "roles/bigquery.dataEditor",
                Wire.LAMBDA.member(),
                new Condition(
                    "RestrictToMyDataset",
                    "resource.name.startsWith('projects/"
                        + Wire.PROJECT
                        + "/datasets/my_dataset')")));
    lambda = wire.as(Wire.LAMBDA);
    owner = wire.as(Wire.OWNER);
  }

  @AfterEach
  void stop() {
    wire.close();
  }

  private Answer insert(String... rows) {
    return lambda.post(TABLE + "/insertAll", "{\"rows\":[" + String.join(",", rows) + "]}");
  }

  private static String row(String json) {
    return "{\"json\":" + json + "}";
  }

  private JsonNode first(String query) {
    return lambda.get(TABLE + "/data" + query).json().at("/rows/0/f/0/v");
  }

  @Test
  void aRowIsInsertedAndReadBack() {
    Answer inserted =
        insert(row("{\"timestamp\":\"2026-11-21T12:00:00.123456\",\"message\":\"hello\"}"));

    assertThat(inserted.status()).isEqualTo(200);
    assertThat(inserted.json().has("insertErrors")).isFalse();
    JsonNode data = lambda.get(TABLE + "/data").json();
    assertThat(data.get("totalRows").asString()).isEqualTo("1");
    assertThat(data.at("/rows/0/f/0/v").asString()).isEqualTo("1.795262400123456E9");
    assertThat(data.at("/rows/0/f/1/v").asString()).isEqualTo("hello");
    assertThat(first("?formatOptions.useInt64Timestamp=true").asString())
        .isEqualTo("1795262400123456");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-21T12:00:00Z, 1795262400000000",
    "2026-11-21 12:00:00 UTC, 1795262400000000",
    "2026-11-21T14:00:00+02:00, 1795262400000000",
    "2026-11-21 12:00, 1795262400000000",
    "2026-11-21, 1795219200000000",
    "1795262400.5, 1795262400500000",
    "1.7952624E9, 1795262400000000",
  })
  void aTimestampIsTakenInManyForms(String text, String micros) {
    assertThat(insert(row("{\"timestamp\":\"" + text + "\"}")).json().has("insertErrors"))
        .isFalse();

    assertThat(first("?formatOptions.useInt64Timestamp=true").asString()).isEqualTo(micros);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"timestamp\":1,\"nope\":2} | nope | no such field: nope.",
        "{\"message\":\"m\"} | '' | Missing required field: Msg_0_CLOUD_QUERY_TABLE.timestamp.",
        "{\"timestamp\":1,\"message\":{}} | message | This field: message is not a record.",
        "{\"timestamp\":1,\"message\":[]} | message | Array specified for non-repeated field:"
            + " message.",
        "{\"timestamp\":\"soon\"} | timestamp | Could not parse 'soon' as a timestamp. Required"
            + " format is YYYY-MM-DD HH:MM[:SS[.SSSSSS]] or YYYY/MM/DD HH:MM[:SS[.SSSSSS]]",
      })
  void aBadRowIsToldAtStatus200AndStopsTheOthers(String bad, String location, String message) {
    Answer answer = insert(row("{\"timestamp\":1}"), row(bad));

    assertThat(answer.status()).isEqualTo(200);
    JsonNode errors = answer.json().get("insertErrors");
    assertThat(errors.at("/0/index").asInt()).isEqualTo(1);
    assertThat(errors.at("/0/errors/0/reason").asString()).isEqualTo("invalid");
    assertThat(errors.at("/0/errors/0/location").asString()).isEqualTo(location);
    assertThat(errors.at("/0/errors/0/message").asString()).isEqualTo(message);
    assertThat(errors.at("/1/index").asInt()).isZero();
    assertThat(errors.at("/1/errors/0/reason").asString()).isEqualTo("stopped");
    assertThat(lambda.get(TABLE + "/data").json().get("totalRows").asString()).isEqualTo("0");
  }

  @Test
  void badRowsMayBeSkippedAndUnknownValuesIgnored() {
    String rows = "\"rows\":[{\"json\":{\"timestamp\":1,\"nope\":2}},{\"json\":{\"timestamp\":1}}]";

    Answer skipped = lambda.post(TABLE + "/insertAll", "{\"skipInvalidRows\":true," + rows + "}");
    Answer ignored =
        lambda.post(TABLE + "/insertAll", "{\"ignoreUnknownValues\":true," + rows + "}");

    assertThat(skipped.json().get("insertErrors")).hasSize(1);
    assertThat(ignored.json().has("insertErrors")).isFalse();
    assertThat(lambda.get(TABLE + "/data").json().get("totalRows").asString()).isEqualTo("3");
  }

  @Test
  void aRowSentAgainUnderTheSameIdIsTakenOnce() {
    insert("{\"insertId\":\"a\",\"json\":{\"timestamp\":1}}");
    insert("{\"insertId\":\"a\",\"json\":{\"timestamp\":1}}");

    assertThat(lambda.get(TABLE + "/data").json().get("totalRows").asString()).isEqualTo("1");
  }

  @Test
  void pagesOfRowsFollowOneAnother() {
    insert(row("{\"timestamp\":1}"), row("{\"timestamp\":2}"), row("{\"timestamp\":3}"));

    JsonNode page = lambda.get(TABLE + "/data?maxResults=2").json();
    assertThat(page.get("rows")).hasSize(2);
    JsonNode rest =
        lambda
            .get(TABLE + "/data?maxResults=2&pageToken=" + page.get("pageToken").asString())
            .json();
    assertThat(rest.at("/rows/0/f/0/v").asString()).isEqualTo("3.0");
    assertThat(rest.has("pageToken")).isFalse();
  }

  @Test
  void theConditionOnTheDatasetShutsTheOtherOne() {
    assertThat(lambda.get(PROJECT + "/datasets").json().get("datasets")).hasSize(1);
    assertThat(owner.get(PROJECT + "/datasets").json().get("datasets")).hasSize(2);
    Answer refused =
        lambda.post(
            PROJECT + "/datasets/other/tables/my_table/insertAll",
            "{\"rows\":[{\"json\":{\"timestamp\":1}}]}");

    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.reason()).isEqualTo("accessDenied");
    String id = Wire.PROJECT + ":other.my_table";
    assertThat(refused.message())
        .isEqualTo(
            "Access Denied: Table %1$s: Permission bigquery.tables.updateData denied on table %1$s (or it may not exist)."
                .formatted(id));
  }

  @Test
  void theWorkloadMayCreateNoJobsAndTheOwnerMay() {
    insert(row("{\"timestamp\":1,\"message\":\"m\"}"), row("{\"timestamp\":2}"));
    String query = "{\"query\":\"SELECT * FROM my_dataset.my_table LIMIT 1\"}";

    assertThat(lambda.post(PROJECT + "/queries", query).message())
        .isEqualTo(
            "Access Denied: Project %1$s: User does not have bigquery.jobs.create permission in project %1$s."
                .formatted(Wire.PROJECT));
    JsonNode answer = owner.post(PROJECT + "/queries", query).json();
    assertThat(answer.get("jobComplete").asBoolean()).isTrue();
    assertThat(answer.get("rows")).hasSize(1);
    assertThat(answer.at("/schema/fields/0/name").asString()).isEqualTo("timestamp");
    String job = answer.at("/jobReference/jobId").asString();
    assertThat(owner.get(PROJECT + "/queries/" + job).json().at("/rows/0/f/1/v").asString())
        .isEqualTo("m");
    assertThat(owner.get(PROJECT + "/jobs/" + job).json().at("/status/state").asString())
        .isEqualTo("DONE");
  }

  @ParameterizedTest
  @CsvSource({
    "SELECT * FROM `demo-product-sbx.my_dataset.my_table`, 200",
    "select * from `demo-product-sbx`.my_dataset.my_table limit 3;, 200",
    "SELECT * FROM [demo-product-sbx:my_dataset.my_table], 200",
    "SELECT * FROM my_table, 400",
    "SELECT 1, 400",
    "SELECT * FROM my_dataset.none, 404",
  })
  void aPlainSelectIsUnderstood(String sql, int status) {
    Answer answer =
        owner.post(
            PROJECT + "/jobs", "{\"configuration\":{\"query\":{\"query\":\"" + sql + "\"}}}");

    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
  }

  @Test
  void whoMayNotReadATableMayNotQueryIt() {
    wire.cloud()
        .policies()
        .grant(Resource.project(Wire.PROJECT), "roles/bigquery.jobUser", Wire.LAMBDA.member());
    String id = Wire.PROJECT + ":other.my_table";

    assertThat(
            lambda
                .post(PROJECT + "/queries", "{\"query\":\"SELECT * FROM other.my_table\"}")
                .message())
        .isEqualTo(
            "Access Denied: Table %1$s: User does not have permission to query table %1$s, or perhaps it does not exist."
                .formatted(id));
  }

  @Test
  void whatIsMissingIsToldToThoseWhoMaySee() {
    assertThat(owner.get(PROJECT + "/datasets/none").message())
        .isEqualTo("Not found: Dataset " + Wire.PROJECT + ":none");
    assertThat(owner.get(PROJECT + "/datasets/my_dataset/tables/none").message())
        .isEqualTo("Not found: Table " + Wire.PROJECT + ":my_dataset.none");
    String none = Wire.PROJECT + ":none";
    assertThat(lambda.get(PROJECT + "/datasets/none").message())
        .isEqualTo(
            "Access Denied: Dataset %1$s: Permission bigquery.datasets.get denied on dataset %1$s (or it may not exist)."
                .formatted(none));
  }

  @Test
  void aTableSaysItsColumnsAndADatasetWhoHasAccess() {
    JsonNode table = lambda.get(TABLE).json();
    assertThat(table.get("id").asString()).isEqualTo(TABLE_ID);
    assertThat(table.at("/schema/fields/0/mode").asString()).isEqualTo("REQUIRED");

    JsonNode access = owner.get(PROJECT + "/datasets/my_dataset").json().get("access");
    assertThat(access.valueStream().map(entry -> entry.path("specialGroup").asString("")))
        .contains("projectOwners");
    assertThat(lambda.get(PROJECT + "/datasets/my_dataset/tables").json().get("tables")).hasSize(1);
  }

  @Test
  void aTableHasAPolicyOfItsOwn() {
    String member =
        "principal://iam.googleapis.com/projects/123456789012/locations/global/workloadIdentityPools/my-aws-app/subject/x";
    String policy =
        "{\"policy\":{\"bindings\":[{\"role\":\"roles/bigquery.dataEditor\",\"members\":[\"%s\"]}]}}"
            .formatted(member);

    assertThat(owner.post(TABLE + ":setIamPolicy", policy).status()).isEqualTo(200);
    assertThat(
            owner.post(TABLE + ":getIamPolicy", "{}").json().at("/bindings/0/members/0").asString())
        .isEqualTo(member);
    assertThat(lambda.post(TABLE + ":setIamPolicy", policy).status()).isEqualTo(403);
  }

  @Test
  void permissionsOnATableAreTold() {
    String permissions =
        "{\"permissions\":[\"bigquery.tables.updateData\",\"bigquery.tables.setIamPolicy\"]}";

    assertThat(lambda.post(TABLE + ":testIamPermissions", permissions).json().get("permissions"))
        .hasSize(1);
    assertThat(
            lambda
                .post(PROJECT + "/datasets/other/tables/my_table:testIamPermissions", permissions)
                .json())
        .isEmpty();
  }

  @Test
  void withoutABearerNothingIsSaid() {
    assertThat(wire.anonymous().get(TABLE).json().at("/error/errors/0/message").asString())
        .isEqualTo("Login Required.");
    assertThat(wire.withBearer("nothing").get(TABLE).message())
        .startsWith("Request had invalid authentication credentials. Expected OAuth 2");
    assertThat(wire.withBearer("nothing").get(TABLE).reason()).isEqualTo("authError");
  }
}
