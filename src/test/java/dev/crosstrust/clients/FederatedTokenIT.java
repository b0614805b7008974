package dev.crosstrust.clients;

import static dev.crosstrust.clients.SecondRoad.BUCKET;
import static dev.crosstrust.clients.SecondRoad.PRINCIPAL;
import static dev.crosstrust.clients.SecondRoad.PROJECT;
import static dev.crosstrust.clients.SecondRoad.SECOND_BUCKET;
import static dev.crosstrust.clients.SecondRoad.fine;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.clients.Client.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The real {@code gcloud storage}, {@code bq} and {@code rclone} with the access token that {@code
 * crosstrust credentials lambda-to-gcs} prints.
 */
class FederatedTokenIT {
  private static final String OBJECT = "reports/2026/11/summary.csv";

  @TempDir private Path folder;
  private SecondRoad road;

  @BeforeEach
  void start() throws IOException {
    road = SecondRoad.in(folder);
  }

  @AfterEach
  void stop() {
    road.close();
  }

  @Test
  void gcloudReadsWritesAndIsRefusedWhatIsNotGranted() throws IOException {
    Client.needs("gcloud");
    Client gcloud = withToken();
    Path up = Files.writeString(folder.resolve("hello.txt"), "from a token alone\n");

    assertThat(fine(gcloud.run("gcloud", "storage", "cat", BUCKET + "/README.md")))
        .isEqualTo("# Written to from another cloud\n");
    fine(gcloud.run("gcloud", "storage", "cp", up.toString(), BUCKET));
    assertThat(fine(gcloud.run("gcloud", "storage", "cat", BUCKET + "/hello.txt")))
        .isEqualTo("from a token alone\n");
    assertThat(gcloud.run("gcloud", "storage", "cp", up.toString(), SECOND_BUCKET).err())
        .contains("Caller does not have storage.objects.create access");
  }

  @Test
  void listingIsRefusedUntilTheGrantIsMadeThatTheFindingAdvises() throws IOException {
    Client.needs("gcloud", "rclone");
    Client gcloud = withToken();
    assertThat(gcloud.run("gcloud", "storage", "ls", BUCKET).err())
        .contains("Caller does not have storage.objects.list access");
    assertThat(rclone(road.accessToken()).err()).contains("storage.objects.list");

    fine(
        road.owner()
            .run(
                "gcloud",
                "storage",
                "buckets",
                "add-iam-policy-binding",
                BUCKET,
                "--member=" + PRINCIPAL,
                "--role=roles/storage.objectViewer",
                "--condition=title=list,expression=resource.name == \"projects/_/buckets/%s\""
                    .formatted(BUCKET.substring("gs://".length()))));

    assertThat(fine(gcloud.run("gcloud", "storage", "ls", BUCKET + "/**")).lines())
        .contains(BUCKET + "/" + OBJECT);
    assertThat(fine(rclone(road.accessToken())).lines()).contains(OBJECT);
  }

  @Test
  void bqInsertsARowReadsItAndMayNotQuery() throws IOException {
    Client.needs("gcloud", "bq");
    Path row =
        Files.writeString(
            folder.resolve("row.json"),
            "{\"timestamp\":\"2026-11-21T12:00:00.5\",\"message\":\"from another cloud\"}\n");
    String token = road.accessToken();

    fine(bq(token, "insert", "my_dataset.my_table", row.toString()));

    assertThat(fine(bq(token, "head", "-n", "5", "my_dataset.my_table")))
        .contains("2026-11-21 12:00:00", "from another cloud");
    // It breaks its lines anywhere.
    assertThat(
            bq(token, "query", "--use_legacy_sql=false", "SELECT * FROM my_dataset.my_table")
                .all()
                .replace("\n", " "))
        .contains("User does not have bigquery.jobs.create permission in project " + PROJECT);
  }

  /** The token has its own end, so each test asks for a new one. */
  private Client withToken() throws IOException {
    Path token = Files.writeString(folder.resolve("token"), road.accessToken());
    return road.nobody("token").with(Map.of("CLOUDSDK_AUTH_ACCESS_TOKEN_FILE", token.toString()));
  }

  private Result rclone(String token) throws IOException {
    String oauth =
        "{\"access_token\":\"%s\",\"token_type\":\"Bearer\",\"expiry\":\"2099-01-01T00:00:00Z\"}"
            .formatted(token);
    return road.nobody("rclone")
        .with(Map.of("RCLONE_GCS_TOKEN", oauth))
        .run(
            "rclone",
            "--config=/dev/null",
            "--retries=1",
            "--gcs-endpoint=" + road.google() + "/storage/v1/",
            "--gcs-bucket-policy-only",
            "lsf",
            "-R",
            ":gcs:" + BUCKET.substring("gs://".length()));
  }

  private Result bq(String token, String... arguments) throws IOException {
    Client client = road.nobody("bq");
    String sdk = fine(client.run("gcloud", "info", "--format=value(installation.sdk_root)"));
    List<String> command =
        new ArrayList<>(
            List.of(
                "bq",
                "--api=" + road.google(),
                "--discovery_file="
                    + Path.of(sdk.strip(), "platform/bq/discovery_next/bigquery.json"),
                "--oauth_access_token=" + token,
                "--project_id=" + PROJECT));
    command.addAll(List.of(arguments));
    return client.run(command);
  }
}
