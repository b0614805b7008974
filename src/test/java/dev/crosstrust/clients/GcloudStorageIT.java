package dev.crosstrust.clients;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.clients.Client.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The real {@code gcloud storage} against the sandbox, with the configurations of its home. */
class GcloudStorageIT {
  private static final String BUCKET = "gs://my-test-bucket-fc436b0fe1b7c943";

  @TempDir private static Path folder;
  private static PackagedApp sandbox;
  private static Client owner;
  private static Client runner;

  @BeforeAll
  static void start() throws IOException {
    Client.needs("gcloud");
    sandbox = PackagedApp.sandbox(folder.resolve("home"));
    runner = new Client(folder, sandbox.environment());
    owner = runner.with(Map.of("CLOUDSDK_ACTIVE_CONFIG_NAME", "demo-user"));
  }

  @AfterAll
  static void stop() {
    if (sandbox != null) {
      sandbox.close();
    }
  }

  @Test
  void theOwnerSeesBucketsFoldersAndObjects() {
    assertThat(fine(owner.run("gcloud", "storage", "ls")).lines())
        .containsExactlyInAnyOrder(BUCKET + "/", "gs://my-second-bucket-fc436b0fe1b7c943/");
    assertThat(fine(owner.run("gcloud", "storage", "ls", BUCKET)).lines())
        .contains(BUCKET + "/README.md", BUCKET + "/reports/");
    assertThat(fine(owner.run("gcloud", "storage", "cat", BUCKET + "/README.md")))
        .isEqualTo("# Written to from another cloud\n");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1000, 20 * 1024 * 1024})
  void aFileGoesUpComesDownTheSameAndGoes(int size) throws IOException {
    byte[] bytes = new byte[size];
    new Random(size).nextBytes(bytes);
    Path up = Files.write(folder.resolve("up.bin"), bytes);
    Path down = folder.resolve("down.bin");
    String object = BUCKET + "/copies/" + size + ".bin";

    fine(owner.run("gcloud", "storage", "cp", up.toString(), object));
    fine(owner.run("gcloud", "storage", "cp", object, down.toString()));
    assertThat(Files.mismatch(up, down)).isEqualTo(-1L);
    fine(owner.run("gcloud", "storage", "rm", object));

    assertThat(owner.run("gcloud", "storage", "ls", object).err())
        .contains("One or more URLs matched no objects");
  }

  @Test
  void anObjectIsMovedAndAFolderRemoved() {
    String folderOfIt = BUCKET + "/moved";
    fine(owner.run("gcloud", "storage", "cp", BUCKET + "/README.md", folderOfIt + "/a.md"));
    fine(owner.run("gcloud", "storage", "mv", folderOfIt + "/a.md", folderOfIt + "/b.md"));

    assertThat(fine(owner.run("gcloud", "storage", "ls", folderOfIt + "/")).strip())
        .isEqualTo(folderOfIt + "/b.md");
    fine(owner.run("gcloud", "storage", "rm", "-r", folderOfIt));
  }

  @Test
  void whoMayNotListIsToldInCloudStoragesWords() {
    Result refused = runner.run("gcloud", "storage", "ls", BUCKET);

    assertThat(refused.exit()).isNotZero();
    assertThat(refused.err())
        .contains(
            "poc-runner@demo-product-sbx.iam.gserviceaccount.com does not have storage.objects.list"
                + " access to the Google Cloud Storage bucket. Permission 'storage.objects.list'"
                + " denied on resource (or it may not exist).");
  }

  @Test
  void policiesAreReadAndABindingIsAdded() {
    String project = "demo-product-sbx";
    String account = "poc-gcp-to-aws-sa@demo-product-sbx.iam.gserviceaccount.com";

    assertThat(fine(owner.run("gcloud", "projects", "get-iam-policy", project)))
        .contains("title: RestrictToTestBucket", "title: RestrictToMyDataset");
    assertThat(fine(owner.run("gcloud", "iam", "service-accounts", "list"))).contains(account);
    fine(
        owner.run(
            "gcloud",
            "iam",
            "service-accounts",
            "add-iam-policy-binding",
            account,
            "--role=roles/iam.workloadIdentityUser",
            "--member=user:dev-user@demo-product.example"));
    assertThat(
            fine(
                owner.run(
                    "gcloud",
                    "auth",
                    "print-access-token",
                    "--impersonate-service-account=" + account)))
        .startsWith("ya29.");
    fine(
        owner.run(
            "gcloud",
            "storage",
            "buckets",
            "add-iam-policy-binding",
            "gs://my-second-bucket-fc436b0fe1b7c943",
            "--role=roles/storage.objectViewer",
            "--member=serviceAccount:poc-runner@demo-product-sbx.iam.gserviceaccount.com"));
    assertThat(
            fine(
                runner.run(
                    "gcloud",
                    "storage",
                    "cat",
                    "gs://my-second-bucket-fc436b0fe1b7c943/private.txt")))
        .isEqualTo("Nothing grants this.\n");
  }

  private static String fine(Result result) {
    assertThat(result.exit()).as(result.all()).isZero();
    return result.out();
  }
}
