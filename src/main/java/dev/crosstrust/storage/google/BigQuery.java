package dev.crosstrust.storage.google;

import com.google.api.services.bigquery.model.TableDataInsertAllRequest;
import com.google.api.services.bigquery.model.TableDataInsertAllResponse;
import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.evidence.Outcome.Refused;
import dev.crosstrust.evidence.Wire;
import dev.crosstrust.evidence.google.WireTransport;
import dev.crosstrust.evidence.google.WireTransport.AccessTokens;
import dev.crosstrust.storage.Pages;
import dev.crosstrust.storage.google.BigQueryCalls.Question;
import dev.crosstrust.storage.table.Column;
import dev.crosstrust.storage.table.DatasetName;
import dev.crosstrust.storage.table.Row;
import dev.crosstrust.storage.table.StoredRow;
import dev.crosstrust.storage.table.TableEntry;
import dev.crosstrust.storage.table.TableName;
import dev.crosstrust.storage.table.TableStore;
import java.net.URI;
import java.util.List;
import java.util.UUID;

/**
 * BigQuery with one access token, or one after the other. Every method makes calls of its own, one
 * attempt each, labelled {@code bigquery.<Operation>}.
 *
 * @see <a href="https://cloud.google.com/bigquery/docs/reference/rest">BigQuery API</a>
 */
public final class BigQuery implements TableStore {
  private static final long NAMES_A_PAGE = 1000;

  private final BigQueryCalls calls;
  private final boolean keepsRows;

  /**
   * @param wire not closed with this
   * @param endpoint of the universe, for example {@code https://bigquery.googleapis.com}
   * @param tokens asked before every call
   */
  public BigQuery(Wire wire, URI endpoint, AccessTokens tokens) {
    this(BigQueryCalls.of(new WireTransport(wire, endpoint, tokens), endpoint), true);
  }

  private BigQuery(BigQueryCalls calls, boolean keepsRows) {
    this.calls = calls;
    this.keepsRows = keepsRows;
  }

  /**
   * The same for rows that people type: of these the evidence keeps the size only.
   *
   * @param wire not closed with this
   */
  public static BigQuery ofPeople(Wire wire, URI endpoint, AccessTokens tokens) {
    return new BigQuery(
        BigQueryCalls.of(new WireTransport(wire, endpoint, tokens), endpoint), false);
  }

  @Override
  public Pages<DatasetName> datasets(String project) {
    return new Pages<>(
        token ->
            BigQueryCalls.read(
                calls.call(
                    "ListDatasets",
                    api ->
                        api.datasets()
                            .list(project)
                            .setMaxResults(NAMES_A_PAGE)
                            .setPageToken(token)),
                Answers::datasets));
  }

  @Override
  public Pages<TableEntry> tables(DatasetName dataset) {
    return new Pages<>(
        token ->
            BigQueryCalls.read(
                calls.call(
                    "ListTables",
                    api ->
                        api.tables()
                            .list(dataset.project(), dataset.dataset())
                            .setMaxResults(NAMES_A_PAGE)
                            .setPageToken(token)),
                answer -> Answers.tables(dataset, answer)));
  }

  @Override
  public Outcome<List<Column>> columns(TableName table) {
    DatasetName in = table.dataset();
    return BigQueryCalls.read(
        calls.call("GetTable", api -> api.tables().get(in.project(), in.dataset(), table.table())),
        Answers::columns);
  }

  /** By {@code tabledata.insertAll}, which tells of a row that it did not take with status 200. */
  @Override
  public Outcome<Row> insert(TableName table, Row row) {
    DatasetName in = table.dataset();
    TableDataInsertAllRequest request =
        new TableDataInsertAllRequest()
            .setRows(
                List.of(
                    new TableDataInsertAllRequest.Rows()
                        .setInsertId(UUID.randomUUID().toString())
                        .setJson(row.values())));
    Question<TableDataInsertAllResponse> question =
        api -> api.tabledata().insertAll(in.project(), in.dataset(), table.table(), request);
    return (keepsRows
            ? calls.call(BigQueryCalls.INSERT_ROW, question)
            : calls.callWithContent(BigQueryCalls.INSERT_ROW, question))
        .then(
            answer ->
                Rejection.in(answer).<Outcome<Row>>map(Refused::new).orElse(Outcome.done(row)));
  }

  @Override
  public Pages<StoredRow> rows(TableName table, List<Column> columns, int size) {
    DatasetName in = table.dataset();
    return new Pages<>(
        token ->
            BigQueryCalls.read(
                calls.callWithContent(
                    "ListRows",
                    api ->
                        api.tabledata()
                            .list(in.project(), in.dataset(), table.table())
                            .setFormatOptionsUseInt64Timestamp(true)
                            .setMaxResults((long) size)
                            .setPageToken(token)),
                answer -> Answers.rows(columns, answer)));
  }
}
