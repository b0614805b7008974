package dev.crosstrust.storage.google;

import static dev.crosstrust.evidence.Outcomes.done;
import static dev.crosstrust.evidence.Outcomes.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.credential.GoogleAccessToken;
import dev.crosstrust.evidence.Leg;
import dev.crosstrust.evidence.Origins;
import dev.crosstrust.evidence.Outcome.Refusal;
import dev.crosstrust.evidence.Recorder;
import dev.crosstrust.evidence.Wire;
import dev.crosstrust.sandbox.google.account.Principal;
import dev.crosstrust.sandbox.google.bigquery.Dataset;
import dev.crosstrust.sandbox.google.bigquery.Field;
import dev.crosstrust.sandbox.google.bigquery.Type;
import dev.crosstrust.sandbox.google.policy.Binding;
import dev.crosstrust.sandbox.google.policy.Condition;
import dev.crosstrust.sandbox.google.policy.Resource;
import dev.crosstrust.sandbox.google.token.Scopes;
import dev.crosstrust.secret.Secret;
import dev.crosstrust.storage.Page;
import dev.crosstrust.storage.Pages;
import dev.crosstrust.storage.table.Column;
import dev.crosstrust.storage.table.Column.Mode;
import dev.crosstrust.storage.table.DatasetName;
import dev.crosstrust.storage.table.Row;
import dev.crosstrust.storage.table.StoredRow;
import dev.crosstrust.storage.table.TableEntry;
import dev.crosstrust.storage.table.TableName;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** BigQuery's client against the sandbox's, over real HTTP. */
class BigQueryWireTest {
  private static final String PROJECT = dev.crosstrust.sandbox.google.Wire.PROJECT;
  private static final DatasetName DATASET = new DatasetName(PROJECT, "my_dataset");
  private static final TableName TABLE = new TableName(DATASET, "my_table");
  private static final List<Column> COLUMNS =
      List.of(
          Column.of("timestamp", "TIMESTAMP", Mode.REQUIRED),
          Column.of("message", "STRING", Mode.NULLABLE));
  private static final Row ROW =
      Row.of(COLUMNS, Map.of("timestamp", "2026-11-21 12:00:00.123456", "message", "hello"));

  private final Recorder recorder = new Recorder();
  private dev.crosstrust.sandbox.google.Wire cloud;
  private Wire wire;
  private BigQuery lambda;
  private BigQuery owner;

  @BeforeEach
  void start() throws IOException {
    cloud = new dev.crosstrust.sandbox.google.Wire();
    for (String name : List.of("my_dataset", "other")) {
      Dataset dataset =
          cloud.cloud().datasets().create(PROJECT, name, "europe-west1", Instant.EPOCH);
      dataset.create(
          "my_table",
          List.of(
              new Field("timestamp", Type.TIMESTAMP, Field.Mode.REQUIRED),
              new Field("message", Type.STRING, Field.Mode.NULLABLE)));
    }
    String prefix = "projects/%s/datasets/my_dataset".formatted(PROJECT);
    cloud
        .cloud()
        .policies()
        .grant(
            Resource.project(PROJECT),
            Binding.of(
                "roles/bigquery.dataEditor",
                dev.crosstrust.sandbox.google.Wire.LAMBDA.member(),
                new Condition("Only", "resource.name.startsWith('%s')".formatted(prefix))));
    wire =
        new Wire(
            new Origins(Map.of("https://bigquery.googleapis.com", URI.create(cloud.origin()))),
            recorder,
            InstantSource.system());
    lambda = as(dev.crosstrust.sandbox.google.Wire.LAMBDA, Scopes.CLOUD_PLATFORM);
    owner = as(dev.crosstrust.sandbox.google.Wire.OWNER, Scopes.CLOUD_PLATFORM);
  }

  @AfterEach
  void stop() {
    wire.close();
    cloud.close();
  }

  private BigQuery as(Principal who, String scope) {
    String token =
        cloud.cloud().accessTokens().issue(who, "", List.of(scope), Duration.ofHours(1)).value();
    return with(token);
  }

  private BigQuery with(String token) {
    return new BigQuery(
        wire,
        URI.create("https://bigquery.googleapis.com"),
        () -> new GoogleAccessToken(Secret.of(token), null));
  }

  @Test
  void datasetsTablesAndColumnsAreListed() {
    assertThat(all(lambda.datasets(PROJECT))).containsExactly(DATASET);
    assertThat(all(owner.datasets(PROJECT))).hasSize(2);
    assertThat(all(lambda.tables(DATASET))).containsExactly(new TableEntry(TABLE, "TABLE"));
    assertThat(done(lambda.columns(TABLE))).isEqualTo(COLUMNS);

    assertThat(recorder.legs())
        .extracting(Leg::name)
        .containsExactly(
            "bigquery.ListDatasets",
            "bigquery.ListDatasets",
            "bigquery.ListTables",
            "bigquery.GetTable");
    assertThat(recorder.legs().getLast().request().target())
        .startsWith(
            "https://bigquery.googleapis.com/bigquery/v2/projects/%s/datasets/my_dataset/tables/my_table"
                .formatted(PROJECT));
  }

  @Test
  void aRowIsInsertedAndReadBackWithoutAJob() {
    assertThat(done(lambda.insert(TABLE, ROW))).isEqualTo(ROW);

    List<StoredRow> rows = all(lambda.rows(TABLE, COLUMNS, 10));
    assertThat(rows)
        .containsExactly(new StoredRow(List.of("2026-11-21T12:00:00.123456Z", "hello")));
    assertThat(rows.getFirst().holds(ROW, COLUMNS)).isTrue();
    assertThat(all(lambda.rows(TABLE, List.of(), 10)).getFirst().cells())
        .containsExactly("1795262400123456", "hello");
    assertThat(recorder.legs())
        .extracting(Leg::name)
        .startsWith("bigquery.InsertRow", "bigquery.ListRows")
        .noneMatch(name -> name.contains("Job"));
  }

  @Test
  void anInsertionCanBeReadInItsEvidenceAndRowsCannot() {
    done(lambda.insert(TABLE, ROW));
    all(lambda.rows(TABLE, COLUMNS, 10));

    assertThat(recorder.legs().getFirst().request().body())
        .contains("\"insertId\":\"", "\"message\":\"hello\"");
    assertThat(recorder.legs().getLast().response().body()).endsWith("not kept)");
    assertThat(recorder.legs().toString()).doesNotContain("ya29.");
  }

  @Test
  void ofARowThatPeopleTypeTheEvidenceKeepsNothing() {
    BigQuery typed =
        BigQuery.ofPeople(
            wire,
            URI.create("https://bigquery.googleapis.com"),
            () ->
                new GoogleAccessToken(
                    Secret.of(
                        cloud
                            .cloud()
                            .accessTokens()
                            .issue(
                                dev.crosstrust.sandbox.google.Wire.LAMBDA,
                                "",
                                List.of(Scopes.CLOUD_PLATFORM),
                                Duration.ofHours(1))
                            .value()),
                    null));
    assertThat(done(typed.insert(TABLE, ROW))).isEqualTo(ROW);

    assertThat(recorder.legs().getLast().name()).isEqualTo("bigquery.InsertRow");
    assertThat(recorder.legs().toString()).doesNotContain("hello");
  }

  @Test
  void everyRowHasAnInsertIdOfItsOwn() {
    done(lambda.insert(TABLE, ROW));
    done(lambda.insert(TABLE, ROW));

    assertThat(all(lambda.rows(TABLE, COLUMNS, 1))).hasSize(2);
  }

  @Test
  void pagesOfRowsFollowOneAnother() {
    for (int i = 0; i < 3; i++) {
      done(lambda.insert(TABLE, ROW));
    }
    Pages<StoredRow> pages = lambda.rows(TABLE, COLUMNS, 2);

    assertThat(done(pages.next()).items()).hasSize(2);
    assertThat(done(pages.next()).items()).hasSize(1);
    assertThat(pages.hasNext()).isFalse();
  }

  @Test
  void aMissingValueIsNoText() {
    done(lambda.insert(TABLE, Row.of(COLUMNS, Map.of("timestamp", "2026-11-21"))));

    assertThat(all(lambda.rows(TABLE, COLUMNS, 1)).getFirst().cells())
        .containsExactly("2026-11-21T00:00:00Z", null);
  }

  @Test
  void aRowThatIsNotTakenIsRefusedThoughTheStatusIs200() {
    Row bad = new Row(Map.of("message", "m", "nope", "1"));

    Refusal refusal = refusal(lambda.insert(TABLE, bad));

    assertThat(refusal.status()).isEqualTo(200);
    assertThat(refusal.code()).isEqualTo("invalid");
    assertThat(refusal.message())
        .isEqualTo(
            "Row 0 was not taken: Missing required field: Msg_0_CLOUD_QUERY_TABLE.timestamp."
                + " nope: no such field: nope.");
    Leg leg = recorder.legs().getLast();
    assertThat(leg.status()).isEqualTo(200);
    assertThat(leg.outcome()).isEqualTo(Leg.Result.REFUSED);
    assertThat(leg.response().body()).contains("\"insertErrors\"");
    assertThat(all(lambda.rows(TABLE, COLUMNS, 1))).isEmpty();
  }

  @Test
  void anotherDatasetIsDeniedInBigQuerysOwnWords() {
    TableName other = new TableName(new DatasetName(PROJECT, "other"), "my_table");

    assertThat(refusal(lambda.insert(other, ROW)))
        .isEqualTo(
            new Refusal(
                "bigquery",
                "InsertRow",
                403,
                "accessDenied",
                "Access Denied: Table %1$s: Permission bigquery.tables.updateData denied on table %1$s (or it may not exist)."
                    .formatted(PROJECT + ":other.my_table"),
                null));
    assertThat(refusal(lambda.columns(other)).message()).contains("bigquery.tables.get");
    assertThat(refusal(lambda.rows(other, COLUMNS, 1).next()).message())
        .contains("bigquery.tables.getData");
    assertThat(refusal(lambda.tables(other.dataset()).next()).message())
        .contains("bigquery.tables.list");
    assertThat(recorder.legs()).extracting(Leg::outcome).containsOnly(Leg.Result.REFUSED);
    assertThat(recorder.legs()).hasSize(4);
  }

  @Test
  void whatIsNotThereIsNotFound() {
    Refusal refusal = refusal(owner.insert(new TableName(DATASET, "none"), ROW));

    assertThat(refusal.status()).isEqualTo(404);
    assertThat(refusal.code()).isEqualTo("notFound");
    assertThat(refusal.message())
        .isEqualTo("Not found: Table %s:my_dataset.none".formatted(PROJECT));
  }

  @Test
  void aTokenThatIsNoneIsRefusedInOneCall() {
    Refusal refusal = refusal(with("nothing").columns(TABLE));

    assertThat(refusal.status()).isEqualTo(401);
    assertThat(refusal.code()).isEqualTo("authError");
    assertThat(recorder.legs()).hasSize(1);
  }

  @Test
  void aScopeThatIsTooNarrowIsRefused() {
    BigQuery narrow =
        as(
            dev.crosstrust.sandbox.google.Wire.OWNER,
            "https://www.googleapis.com/auth/bigquery.readonly");

    assertThat(refusal(narrow.insert(TABLE, ROW)).code()).isEqualTo("insufficientPermissions");
    assertThat(done(narrow.columns(TABLE))).isEqualTo(COLUMNS);
  }

  private static <T> List<T> all(Pages<T> pages) {
    List<T> all = new ArrayList<>();
    while (pages.hasNext()) {
      Page<T> page = done(pages.next());
      all.addAll(page.items());
    }
    return all;
  }
}
