package dev.crosstrust.sandbox;

import dev.crosstrust.sandbox.google.GoogleCloud;
import dev.crosstrust.sandbox.google.bigquery.Field;
import dev.crosstrust.sandbox.google.bigquery.Type;
import dev.crosstrust.sandbox.google.policy.Binding;
import dev.crosstrust.sandbox.google.policy.PolicyJson;
import dev.crosstrust.sandbox.google.policy.Resource;
import dev.crosstrust.sandbox.google.storage.Bucket;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/**
 * Fills the Google half with the bucket and the table of the second story, and who may use them.
 */
final class DataSeed {
  private static final String LOCATION = "europe-west1";
  private static final Instant CREATED = Instant.parse("2026-11-20T18:20:11Z");

  private DataSeed() {}

  static void sow(GoogleCloud google, Seed seed) {
    List<Binding> bindings =
        PolicyJson.read(JsonMapper.shared().readTree(seed.projectPolicy()))
            .filter(google.policies()::accept)
            .orElseThrow(() -> new IllegalStateException("the seed has no policy of the project"));
    bindings.forEach(binding -> google.policies().grant(Resource.project(Names.PROJECT), binding));
    sowBuckets(google);
    google
        .datasets()
        .create(Names.PROJECT, "my_dataset", LOCATION, CREATED)
        .create(
            "my_table",
            List.of(
                new Field("timestamp", Type.TIMESTAMP, Field.Mode.REQUIRED),
                new Field("message", Type.STRING, Field.Mode.NULLABLE)));
  }

  private static void sowBuckets(GoogleCloud google) {
    Bucket first = create(google, "my-test-bucket-fc436b0fe1b7c943");
    put(google, first, "README.md", "text/markdown", "# Written to from another cloud\n");
    put(google, first, "hello_1795203611.txt", "text/plain", "Hello, world! Nobody's keys.\n");
    put(google, first, "reports/2026/10/summary.csv", "text/csv", "day,rows\n31,1204\n");
    put(google, first, "reports/2026/11/summary.csv", "text/csv", "day,rows\n1,1310\n2,1288\n");
    Bucket second = create(google, "my-second-bucket-fc436b0fe1b7c943");
    put(google, second, "private.txt", "text/plain", "Nothing grants this.\n");
  }

  private static Bucket create(GoogleCloud google, String name) {
    return google
        .buckets()
        .create(
            new Bucket.Settings(
                name, Names.PROJECT, Names.PROJECT_NUMBER, "EUROPE-WEST1", true, CREATED));
  }

  private static void put(
      GoogleCloud google, Bucket bucket, String name, String type, String text) {
    google.buckets().put(bucket, name, type, text, CREATED);
  }
}
