package dev.crosstrust.clients;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.clients.Client.Result;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** rclone and s3cmd, which sign and list in ways of their own, against the sandbox. */
class OtherS3ClientsIT {
  private static final List<String> BUCKETS =
      List.of(
          "baseline-tfstates-111122223333",
          "billing-export-111122223333",
          "gar-credential-provider-test");

  @TempDir private static Path folder;
  private static PackagedApp sandbox;
  private static Client client;

  @BeforeAll
  static void start() throws IOException {
    sandbox = PackagedApp.sandbox(folder.resolve("home"), "--objects", "2500");
    client = new Client(folder, sandbox.environment());
  }

  @AfterAll
  static void stop() {
    sandbox.close();
  }

  @Test
  void rcloneListsBucketsAndManyObjectsOverPages() {
    Client.needs("rclone");
    Client session = client.with(session());

    assertThat(rclone(session, "lsd", "").out()).contains(BUCKETS);
    assertThat(
            rclone(session, "lsf", "big-bucket-111122223333", "-R", "--files-only").out().lines())
        .hasSize(2500);
    assertThat(rclone(session, "cat", "gar-credential-provider-test/hello.txt").out())
        .isEqualTo("Read with keys that nobody stored.\n");
  }

  @Test
  void s3cmdListsBucketsAndObjects() {
    Client.needs("s3cmd");
    Map<String, String> session = session();

    assertThat(s3cmd(session, "ls").out()).contains(BUCKETS);
    assertThat(s3cmd(session, "ls", "--recursive", "s3://baseline-tfstates-111122223333").out())
        .contains("s3://baseline-tfstates-111122223333/env/prod/terraform.tfstate");
  }

  private static Result rclone(Client session, String verb, String path, String... more) {
    String remote =
        ":s3,provider=Other,env_auth,region=eu-west-1,endpoint='%s':%s"
            .formatted(sandbox.awsEndpoint(), path);
    Result result =
        session.run(Stream.concat(Stream.of("rclone", verb, remote), Arrays.stream(more)).toList());
    assertThat(result.exit()).as(result.err()).isZero();
    return result;
  }

  private static Result s3cmd(Map<String, String> session, String... words) {
    String host = URI.create(sandbox.awsEndpoint()).getAuthority();
    List<String> command =
        new ArrayList<>(
            List.of(
                "s3cmd",
                "-c",
                "/dev/null",
                "--no-ssl",
                "--region=eu-west-1",
                "--host=" + host,
                "--host-bucket=" + host,
                "--access_key=" + session.get("AWS_ACCESS_KEY_ID"),
                "--secret_key=" + session.get("AWS_SECRET_ACCESS_KEY"),
                "--access_token=" + session.get("AWS_SESSION_TOKEN")));
    command.addAll(List.of(words));
    Result result = client.run(command);
    assertThat(result.exit()).as(result.err()).isZero();
    return result;
  }

  /** The credentials of the route, as our own program hands them to others. */
  private static Map<String, String> session() {
    Result result =
        client.run(PackagedApp.program(), "credentials", "gke-to-s3", "--format", "aws-process");
    assertThat(result.exit()).as(result.err()).isZero();
    JsonNode credentials = new JsonMapper().readTree(result.out());
    return Map.of(
        "AWS_ACCESS_KEY_ID", credentials.get("AccessKeyId").asString(),
        "AWS_SECRET_ACCESS_KEY", credentials.get("SecretAccessKey").asString(),
        "AWS_SESSION_TOKEN", credentials.get("SessionToken").asString(),
        "AWS_PROFILE", "");
  }
}
