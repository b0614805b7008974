package dev.crosstrust.storage.google;

import static dev.crosstrust.evidence.Outcomes.breakage;
import static dev.crosstrust.evidence.Outcomes.done;
import static dev.crosstrust.evidence.Outcomes.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.credential.GoogleAccessToken;
import dev.crosstrust.evidence.Leg;
import dev.crosstrust.evidence.Origins;
import dev.crosstrust.evidence.Outcome.Breakage.Kind;
import dev.crosstrust.evidence.Outcome.Refusal;
import dev.crosstrust.evidence.Recorder;
import dev.crosstrust.evidence.Wire;
import dev.crosstrust.sandbox.wire.LoopbackServer;
import dev.crosstrust.sandbox.wire.Response;
import dev.crosstrust.secret.Secret;
import dev.crosstrust.storage.table.Column;
import dev.crosstrust.storage.table.Column.Mode;
import dev.crosstrust.storage.table.Row;
import dev.crosstrust.storage.table.TableName;
import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the sandbox does not answer: other columns, other refusals, and what is no answer. */
class BigQueryAnswersTest {
  private static final TableName TABLE = TableName.parse("demo.d.t", null);
  private static final Row ROW = new Row(Map.of("a", "1"));

  private final Recorder recorder = new Recorder();
  private Response answer = Response.empty(200);
  private LoopbackServer server;
  private Wire wire;
  private BigQuery bigQuery;

  @BeforeEach
  void start() throws IOException {
    server = LoopbackServer.start(0, _ -> answer);
    wire =
        new Wire(
            new Origins(Map.of("https://bigquery.example-universe.goog", server.origin())),
            recorder,
            InstantSource.system());
    bigQuery =
        new BigQuery(
            wire,
            URI.create("https://bigquery.example-universe.goog"),
            () -> new GoogleAccessToken(Secret.of("an-access-token-of-this-test"), null));
  }

  @AfterEach
  void stop() {
    Thread.interrupted();
    wire.close();
    server.close();
  }

  @Test
  void nestedAndRepeatedColumnsAreReadAsTheyAreNested() {
    answer(
        200,
        """
        {"schema":{"fields":[
          {"name":"tags","type":"STRING","mode":"REPEATED","description":"what it is about"},
          {"name":"who","type":"RECORD","fields":[
            {"name":"name","type":"STRING"},
            {"name":"seen","type":"TIMESTAMP","mode":"REPEATED"}]}]}}
        """);
    List<Column> columns = done(bigQuery.columns(TABLE));
    assertThat(columns.getFirst().description()).isEqualTo("what it is about");
    assertThat(columns.getLast().fields())
        .containsExactly(
            Column.of("name", "STRING", Mode.NULLABLE),
            Column.of("seen", "TIMESTAMP", Mode.REPEATED));

    answer(
        200,
        """
        {"rows":[{"f":[
          {"v":[{"v":"a"},{"v":"b"}]},
          {"v":{"f":[{"v":null},{"v":[{"v":"1795262400123456"}]}]}}]},
         {"f":[{"v":[]},{"v":null}]}]}
        """);
    assertThat(done(bigQuery.rows(TABLE, columns, 10).next()).items())
        .extracting(row -> row.cells().toString())
        .containsExactly(
            "[[\"a\",\"b\"], {\"name\":null,\"seen\":[\"2026-11-21T12:00:00.123456Z\"]}]",
            "[[], null]");
  }

  @Test
  void aModeThatIsNotKnownIsSaidInOurOwnWords() {
    answer(
        200, "{\"schema\":{\"fields\":[{\"name\":\"a\",\"type\":\"STRING\",\"mode\":\"SOME\"}]}}");
    assertThat(breakage(bigQuery.columns(TABLE)).kind()).isEqualTo(Kind.NOT_UNDERSTOOD);
    assertThat(breakage(bigQuery.columns(TABLE)).message())
        .isEqualTo("bigquery: a column's mode is \"SOME\"");
  }

  @Test
  void aDisabledServiceIsARefusalWithTheServicesWords() {
    answer(
        403,
        """
        {"error":{"code":403,"status":"PERMISSION_DENIED",
         "message":"BigQuery API has not been used in project 866 before or it is disabled.",
         "errors":[{"reason":"accessNotConfigured","domain":"usageLimits","message":"m"}]}}
        """);
    Refusal refusal = refusal(bigQuery.insert(TABLE, ROW));
    assertThat(refusal.status()).isEqualTo(403);
    assertThat(refusal.code()).isEqualTo("accessNotConfigured");
    assertThat(refusal.message()).startsWith("BigQuery API has not been used in project 866");
  }

  @Test
  void whatIsInvalidIsRefused() {
    answer(
        400,
        "{\"error\":{\"code\":400,\"message\":\"No rows\",\"errors\":[{\"reason\":\"invalid\"}]}}");
    assertThat(refusal(bigQuery.insert(TABLE, ROW)).code()).isEqualTo("invalid");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[{\"index\":0,\"errors\":[{\"reason\":\"stopped\"}]}] | stopped |"
            + " Row 0 was not taken: stopped",
        "[{\"index\":0}] | | Row 0 was not taken: BigQuery does not say why",
        "[{\"errors\":[{\"reason\":\"timeout\",\"message\":\"slow\"}]}] | timeout |"
            + " Row ? was not taken: slow",
      })
  void aRejectionThatSaysLittleIsARefusalAllTheSame(String errors, String code, String message) {
    answer(200, "{\"insertErrors\":%s}".formatted(errors));
    Refusal refusal = refusal(bigQuery.insert(TABLE, ROW));
    assertThat(refusal.code()).isEqualTo(code);
    assertThat(refusal.message()).isEqualTo(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "503 | text/html | <html><h1>Service unavailable</h1></html>",
        "403 | text/html | <html><h1>Blocked by the proxy</h1></html>",
        "200 | text/html | <html><h1>Sign in to the network</h1></html>",
        "503 | application/json | {\"error\":{\"code\":503,\"message\":\"Backend error\"}}",
        "200 | application/json | {\"schema\":",
        "200 | application/json | []",
        "200 | application/json | {\"schema\":{\"fields\":[{\"type\":\"STRING\"}]}}",
        "200 | application/json |"
            + " {\"schema\":{\"fields\":[{\"name\":\"a\",\"type\":\"STRING\",\"mode\":\"ODD\"}]}}",
        "302 | text/plain | elsewhere",
        "403 | application/json | {}",
      })
  void whatIsNoAnswerOfBigQueryIsNotUnderstoodAndAskedOnce(int status, String type, String body) {
    answer = Response.of(status, type, body).with("Location", server.origin().toString());
    assertThat(breakage(bigQuery.columns(TABLE)).kind()).isEqualTo(Kind.NOT_UNDERSTOOD);
    assertThat(recorder.legs()).hasSize(1);
  }

  @Test
  void anEmptyListOfRejectionsIsSuccess() {
    answer(200, "{\"insertErrors\": []}");
    done(bigQuery.insert(TABLE, ROW));
    assertThat(recorder.legs().getFirst().outcome()).isEqualTo(Leg.Result.DONE);
  }

  @Test
  void nobodyThereIsUnreachable() {
    server.close();
    assertThat(breakage(bigQuery.insert(TABLE, ROW)).kind()).isEqualTo(Kind.UNREACHABLE);
    assertThat(recorder.legs()).hasSize(1);
  }

  @Test
  void anInterruptionEndsTheCall() {
    Thread.currentThread().interrupt();
    assertThat(breakage(bigQuery.insert(TABLE, ROW)).kind()).isEqualTo(Kind.CANCELLED);
    assertThat(Thread.currentThread().isInterrupted()).isTrue();
  }

  @Test
  void theTokenIsNotWrittenDown() {
    answer(200, "{}");
    done(bigQuery.insert(TABLE, ROW));
    assertThat(recorder.legs().getFirst().request().target())
        .startsWith("https://bigquery.example-universe.goog/bigquery/v2/projects/demo/");
    assertThat(recorder.legs().toString()).doesNotContain("an-access-token-of-this-test");
  }

  private void answer(int status, String json) {
    answer = Response.of(status, "application/json; charset=UTF-8", json);
  }
}
