package dev.crosstrust.sandbox.google.bigquery;

import dev.crosstrust.sandbox.google.api.Methods;
import dev.crosstrust.sandbox.google.policy.Policies;
import dev.crosstrust.sandbox.google.token.AccessTokens;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/**
 * BigQuery's REST API, version 2.
 *
 * @see <a href="https://cloud.google.com/bigquery/docs/reference/rest">REST reference</a>
 */
public final class BigQueryService {
  private static final String PROJECT = "/bigquery/v2/projects/{project}";
  private static final String DATASETS = PROJECT + "/datasets";
  private static final String DATASET = DATASETS + "/{dataset}";
  private static final String TABLES = DATASET + "/tables";
  private static final String TABLE = TABLES + "/{table}";

  private BigQueryService() {}

  /** The methods over these datasets. */
  public static Methods of(
      Datasets datasets,
      AccessTokens tokens,
      Policies policies,
      InstantSource clock,
      RandomGenerator random) {
    Access access = new Access(tokens, policies, datasets);
    TableMethods tables = new TableMethods(access, policies, datasets);
    RowMethods rows = new RowMethods(access);
    JobMethods jobs = new JobMethods(access, clock, random);
    return new Methods()
        .on("GET", DATASETS, tables::datasets)
        .on("GET", DATASET, tables::dataset)
        .on("GET", TABLES, tables::tables)
        .on("POST", TABLE + ":testIamPermissions", tables::test)
        .on("POST", TABLE + ":getIamPolicy", tables::policy)
        .on("POST", TABLE + ":setIamPolicy", tables::setPolicy)
        .on("GET", TABLE, tables::table)
        .on("POST", TABLE + "/insertAll", rows::insert)
        .on("GET", TABLE + "/data", rows::list)
        .on("POST", PROJECT + "/jobs", jobs::insert)
        .on("GET", PROJECT + "/jobs/{job}", jobs::get)
        .on("POST", PROJECT + "/queries", jobs::query)
        .on("GET", PROJECT + "/queries/{job}", jobs::results);
  }
}
