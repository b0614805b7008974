package dev.crosstrust.route.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.storage.StorageUri;
import org.junit.jupiter.api.Test;

class GsStorageCommandsTest {
  private final StorageCommands commands = new GsStorageCommands("demo-product-sbx");

  @Test
  void bucketsAreListedByProject() {
    StorageUri root = StorageUri.parse("gs://");
    assertThat(commands.list(root)).isEqualTo("gcloud storage ls --project demo-product-sbx");
    assertThat(new GsStorageCommands(null).list(root)).isEqualTo("gcloud storage ls");
  }

  @Test
  void namesAreQuotedForTheShell() {
    assertThat(commands.list(StorageUri.parse("gs://b-1/a/")))
        .isEqualTo("gcloud storage ls gs://b-1/a/");
    assertThat(commands.fetch(StorageUri.parse("gs://b-1/it's; rm -rf ~")))
        .isEqualTo("gcloud storage cp 'gs://b-1/it'\\''s; rm -rf ~' .");
  }
}
