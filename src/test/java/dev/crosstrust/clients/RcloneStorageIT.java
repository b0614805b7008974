package dev.crosstrust.clients;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.clients.Client.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code rclone} against Cloud Storage of the sandbox, with the key of a service account. */
class RcloneStorageIT {
  private static final String BUCKET = "my-test-bucket-fc436b0fe1b7c943";
  private static final int BYTES = 3_000_000;

  @TempDir private Path folder;

  @Test
  void objectsAreListedAndCopiedBothWays() throws IOException {
    Client.needs("rclone", "gcloud");
    try (PackagedApp sandbox = PackagedApp.sandbox(folder.resolve("home"))) {
      Client client = new Client(folder, sandbox.environment());
      fine(
          client
              .with(Map.of("CLOUDSDK_ACTIVE_CONFIG_NAME", "demo-user"))
              .run(
                  "gcloud",
                  "storage",
                  "buckets",
                  "add-iam-policy-binding",
                  "gs://" + BUCKET,
                  "--role=roles/storage.objectAdmin",
                  "--member=serviceAccount:poc-runner@demo-product-sbx.iam.gserviceaccount.com"));
      byte[] bytes = new byte[BYTES];
      new Random(BYTES).nextBytes(bytes);
      Path up = Files.write(folder.resolve("up.bin"), bytes);
      Path down = folder.resolve("down.bin");

      String object = ":gcs:" + BUCKET + "/copies/r.bin";
      fine(rclone(client, sandbox, "copyto", up.toString(), object));
      fine(rclone(client, sandbox, "copyto", object, down.toString()));

      assertThat(Files.mismatch(up, down)).isEqualTo(-1L);
      assertThat(fine(rclone(client, sandbox, "lsf", "-R", ":gcs:" + BUCKET)).lines())
          .contains("copies/r.bin", "reports/2026/11/summary.csv");
    }
  }

  private static Result rclone(Client client, PackagedApp sandbox, String... arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                "rclone",
                "--config=/dev/null",
                "--gcs-endpoint=" + sandbox.googleEndpoint() + "/storage/v1/",
                "--gcs-service-account-file="
                    + sandbox.environment().get("GOOGLE_APPLICATION_CREDENTIALS"),
                "--gcs-bucket-policy-only"));
    command.addAll(List.of(arguments));
    return client.run(command);
  }

  private static String fine(Result result) {
    assertThat(result.exit()).as(result.all()).isZero();
    return result.out();
  }
}
