package dev.crosstrust.clients;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.clients.Client.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The real {@code bq} against the sandbox. It takes no endpoint from configurations, and its list
 * of methods from the file that comes with it.
 */
class BqClientIT {
  static final String DISCOVERY = "platform/bq/discovery_next/bigquery.json";

  @TempDir private static Path folder;
  private static PackagedApp sandbox;
  private static Client client;
  private static String token;
  private static Path discovery;

  @BeforeAll
  static void start() throws IOException {
    Client.needs("gcloud", "bq");
    sandbox = PackagedApp.sandbox(folder.resolve("home"));
    client =
        new Client(folder, sandbox.environment())
            .with(Map.of("CLOUDSDK_ACTIVE_CONFIG_NAME", "demo-user"));
    token = fine(client.run("gcloud", "auth", "print-access-token")).strip();
    String sdk = fine(client.run("gcloud", "info", "--format=value(installation.sdk_root)"));
    discovery = Path.of(sdk.strip(), DISCOVERY);
  }

  @AfterAll
  static void stop() {
    if (sandbox != null) {
      sandbox.close();
    }
  }

  private static Result bq(String... arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                "bq",
                "--api=" + sandbox.googleEndpoint(),
                "--discovery_file=" + discovery,
                "--oauth_access_token=" + token,
                "--project_id=demo-product-sbx"));
    command.addAll(List.of(arguments));
    return client.run(command);
  }

  @Test
  void datasetsAndTablesAreShown() {
    assertThat(fine(bq("ls"))).contains("my_dataset");
    assertThat(fine(bq("ls", "my_dataset"))).contains("my_table", "TABLE");
    assertThat(fine(bq("show", "my_dataset"))).contains("projectOwners");
    assertThat(fine(bq("show", "--schema", "my_dataset.my_table")).strip())
        .isEqualTo(
            "[{\"name\":\"timestamp\",\"type\":\"TIMESTAMP\",\"mode\":\"REQUIRED\"},"
                + "{\"name\":\"message\",\"type\":\"STRING\",\"mode\":\"NULLABLE\"}]");
  }

  @Test
  void aRowIsInsertedSeenAndQueried() throws IOException {
    Path row =
        Files.writeString(
            folder.resolve("row.json"),
            "{\"timestamp\":\"2026-11-21T12:00:00.5\",\"message\":\"hello from bq\"}\n");

    fine(bq("insert", "my_dataset.my_table", row.toString()));

    assertThat(fine(bq("head", "-n", "5", "my_dataset.my_table")))
        .contains("2026-11-21 12:00:00", "hello from bq");
    assertThat(fine(bq("query", "--use_legacy_sql=false", "SELECT * FROM my_dataset.my_table")))
        .contains("2026-11-21 12:00:00", "hello from bq");
  }

  @Test
  void aRowThatDoesNotFitIsToldThoughTheCallSucceeded() throws IOException {
    Path row = Files.writeString(folder.resolve("bad.json"), "{\"message\":\"m\",\"nope\":1}\n");

    Result result = bq("insert", "my_dataset.my_table", row.toString());

    assertThat(result.exit()).isNotZero();
    assertThat(result.all()).contains("no such field: nope.");
  }

  @Test
  void whatIsNotThereIsNotFound() {
    // It breaks its lines anywhere, in the middle of a name too.
    assertThat(bq("show", "my_dataset.none").all().replace("\n", ""))
        .contains("Not found: Table demo-product-sbx:my_dataset.none");
  }

  private static String fine(Result result) {
    assertThat(result.exit()).as(result.all()).isZero();
    return result.out();
  }
}
