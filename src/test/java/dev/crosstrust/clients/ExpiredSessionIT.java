package dev.crosstrust.clients;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.sandbox.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A session that is over, as the real {@code aws} is told. The sandbox's clock goes on by twenty
 * minutes, and so does that of {@code aws}: the session has ended, and no clock is wrong.
 */
class ExpiredSessionIT {
  private static final Duration LATER = Duration.ofMinutes(20);

  /** The system's clock, moved forward when the session has been given out. */
  private static final class MovingClock implements InstantSource {
    private volatile Duration ahead = Duration.ZERO;

    @Override
    public Instant instant() {
      return InstantSource.system().instant().plus(ahead);
    }
  }

  @TempDir private static Path folder;
  private static Sandbox sandbox;
  private static Client session;

  @BeforeAll
  static void outliveASession() throws IOException {
    Client.needs("aws", "faketime");
    MovingClock clock = new MovingClock();
    sandbox =
        Sandbox.start(
            new Sandbox.Options(folder.resolve("home"), 0, List.of(), 0, UnaryOperator.identity()),
            clock);
    Client client = new Client(folder, sandbox.environment());
    session = client.with(assumeRole(client));
    assertThat(session.run("aws", "s3", "ls").exit()).isZero();
    clock.ahead = LATER;
  }

  @AfterAll
  static void stop() throws IOException {
    if (sandbox != null) {
      sandbox.close();
    }
  }

  @Test
  void s3SaysThatTheTokenHasExpired() {
    assertThat(refused("aws", "s3", "ls"))
        .contains(
            "An error occurred (ExpiredToken) when calling the ListBuckets operation: The provided"
                + " token has expired.");
    assertThat(refused("aws", "--debug", "s3api", "list-buckets"))
        .contains("\"GET / HTTP/1.1\" 400");
  }

  @Test
  void stsAndIamSayItInTheirWords() {
    String text = "operation: The security token included in the request is expired";

    assertThat(refused("aws", "sts", "get-caller-identity"))
        .contains("An error occurred (ExpiredToken) when calling the GetCallerIdentity " + text);
    assertThat(refused("aws", "iam", "list-roles"))
        .contains("An error occurred (ExpiredToken) when calling the ListRoles " + text);
  }

  @Test
  void aClockThatStoodStillIsToldOfItselfAndNotOfTheSession() {
    assertThat(session.run("aws", "s3", "ls").err()).contains("(RequestTimeTooSkewed)");
  }

  @Test
  void aNewSessionIsTakenWithTheSameProfile() {
    Client again = session.with(Map.of("AWS_ACCESS_KEY_ID", "", "AWS_SECRET_ACCESS_KEY", ""));

    assertThat(
            again
                .with(Map.of("AWS_SESSION_TOKEN", "", "AWS_PROFILE", "gke-web-identity"))
                .run("faketime", "-f", "+20m", "aws", "s3", "ls")
                .exit())
        .isZero();
  }

  private static String refused(String... command) {
    String[] later = new String[command.length + 3];
    System.arraycopy(new String[] {"faketime", "-f", "+20m"}, 0, later, 0, 3);
    System.arraycopy(command, 0, later, 3, command.length);
    Client.Result result = session.run(later);
    assertThat(result.exit()).isNotZero();
    return result.err();
  }

  /** For 900 seconds, the shortest that a role's session can be. */
  private static Map<String, String> assumeRole(Client client) throws IOException {
    Client.Result result =
        client.run(
            "aws",
            "sts",
            "assume-role-with-web-identity",
            "--role-arn",
            "arn:aws:iam::111122223333:role/GCPWorkloadIAMRole",
            "--role-session-name",
            "gcp-session",
            "--duration-seconds",
            "900",
            "--web-identity-token",
            Files.readString(folder.resolve("home/.aws/gke-web-identity.token")),
            "--output",
            "json");
    assertThat(result.exit()).as(result.err()).isZero();
    JsonNode credentials = new JsonMapper().readTree(result.out()).get("Credentials");
    return Map.of(
        "AWS_ACCESS_KEY_ID", credentials.get("AccessKeyId").asString(),
        "AWS_SECRET_ACCESS_KEY", credentials.get("SecretAccessKey").asString(),
        "AWS_SESSION_TOKEN", credentials.get("SessionToken").asString());
  }
}
