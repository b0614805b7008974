package dev.crosstrust.route.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.evidence.aws.AwsTarget;
import dev.crosstrust.finding.Shell;
import dev.crosstrust.storage.StorageUri;
import java.net.URI;
import org.junit.jupiter.api.Test;

class AwsStorageCommandsTest {
  private final StorageCommands commands = new AwsStorageCommands(new AwsTarget("eu-west-1", null));

  @Test
  void placesAreListedAndObjectsFetched() {
    assertThat(commands.list(StorageUri.parse("s3://"))).isEqualTo("aws s3 ls --region eu-west-1");
    assertThat(commands.list(StorageUri.parse("s3://b/2026/")))
        .isEqualTo("aws s3 ls s3://b/2026/ --region eu-west-1");
    assertThat(commands.fetch(StorageUri.parse("s3://b/a b'c")))
        .isEqualTo("aws s3 cp 's3://b/a b'\\''c' . --region eu-west-1");
  }

  @Test
  void anEndpointOfTheUsersOwnIsNamed() {
    AwsTarget target = new AwsTarget("eu-west-1", URI.create("http://127.0.0.1:4566"));

    assertThat(new AwsStorageCommands(target).list(StorageUri.parse("s3://")))
        .endsWith(" --endpoint-url http://127.0.0.1:4566");
  }

  @Test
  void whatCannotBeSeenIsWrittenAsAnEscape() {
    assertThat(Shell.quoted("a\nrm -rf ~\\'\u202E"))
        .isEqualTo("$'a\\012rm -rf ~\\\\\\'\\342\\200\\256'");
  }
}
