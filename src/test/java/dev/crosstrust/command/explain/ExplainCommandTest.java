package dev.crosstrust.command.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.Console;
import dev.crosstrust.identity.Machine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code explain}: a text from a file or standard input, findings and an exit code out. */
class ExplainCommandTest {
  private static final String REFUSED =
      "An error occurred (AccessDenied) when calling the PutObject operation: User:"
          + " arn:aws:sts::111122223333:assumed-role/R/s is not authorized to perform: s3:PutObject"
          + " on resource: \"arn:aws:s3:::b/k\" because public ACLs are prevented by the"
          + " BlockPublicAcls setting in S3 Block Public Access";

  @TempDir private Path folder;
  private Console console;

  @BeforeEach
  void anEmptyMachine() {
    console = new Console(new Machine(Map.of(), folder));
  }

  @Test
  void jsonIsThatOfTheContractWithNullWhereTheTextLeavesItOpen() {
    Console.Result result = console.given(REFUSED).run("explain", "--json");

    JsonNode json = JsonMapper.shared().readTree(result.out());
    assertThat(json.propertyNames())
        .containsExactly("service", "operation", "code", "denial", "findings");
    assertThat(json.path("denial").propertyNames())
        .containsExactly(
            "principal", "action", "resource", "policyType", "explicit", "mayNotExist");
    assertThat(json.path("denial").path("explicit").isNull()).isTrue();
    assertThat(json.path("denial").path("policyType").asString()).isEqualTo("public-access-block");
    assertThat(json.path("service").asString()).isEqualTo("s3");
    assertThat(result.exit()).isZero();
  }

  @Test
  void aFileIsReadAsWellAsStandardInput() throws IOException {
    Path file = Files.writeString(folder.resolve("error.txt"), REFUSED);

    Console.Result read = console.run("explain", file.toString());

    assertThat(read.out())
        .contains("service    s3", "aws.denied-public-access-block", "arn:aws:s3:::b/k");
    assertThat(read.exit()).isZero();
    assertThat(console.given(REFUSED).run("explain", "-").out()).isEqualTo(read.out());
  }

  @Test
  void whatIsNotKnownIsSaidToBeUnknown() {
    Console.Result result = console.given("the printer is out of paper").run("explain");

    assertThat(result.out()).contains("Nothing in this text is known here", "Paste more of it");
    assertThat(result.exit()).isEqualTo(1);

    Console.Result json = console.given("the printer is out of paper").run("explain", "--json");
    assertThat(json.out().replaceAll("\\s", "")).isEqualTo("{\"service\":null,\"findings\":[]}");
    assertThat(json.exit()).isEqualTo(1);
  }
}
