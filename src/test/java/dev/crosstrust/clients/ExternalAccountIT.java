package dev.crosstrust.clients;

import static dev.crosstrust.clients.SecondRoad.BUCKET;
import static dev.crosstrust.clients.SecondRoad.PRINCIPAL;
import static dev.crosstrust.clients.SecondRoad.ROUTE;
import static dev.crosstrust.clients.SecondRoad.fine;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.crosstrust.clients.Client.Result;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The real {@code gcloud auth login --cred-file} with what {@code routes export} writes, and with
 * the same file and another source in it.
 */
class ExternalAccountIT {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String ACCOUNT =
      "poc-gcp-to-aws-sa@demo-product-sbx.iam.gserviceaccount.com";
  private static final String README = "# Written to from another cloud\n";

  @TempDir private static Path folder;
  private static SecondRoad road;

  @BeforeAll
  static void start() throws IOException {
    Client.needs("gcloud");
    road = SecondRoad.in(folder);
  }

  @AfterAll
  static void stop() {
    if (road != null) {
      road.close();
    }
  }

  @Test
  void gcloudSignsInWithTheProgramThatTheFileNamesAndWorksOnTheBucket() throws IOException {
    Client gcloud =
        road.nobody("executable").with(Map.of("GOOGLE_EXTERNAL_ACCOUNT_ALLOW_EXECUTABLES", "1"));
    Path up = Files.writeString(folder.resolve("from-gcloud.txt"), "by way of a JWT\n");

    assertThat(login(gcloud, road.exported(ROUTE))).contains("[" + PRINCIPAL + "]");
    assertThat(fine(gcloud.run("gcloud", "auth", "print-access-token"))).startsWith("ya29.");
    fine(gcloud.run("gcloud", "storage", "cp", up.toString(), BUCKET));
    assertThat(fine(gcloud.run("gcloud", "storage", "cat", BUCKET + "/from-gcloud.txt")))
        .isEqualTo("by way of a JWT\n");
  }

  @Test
  void aProgramThatIsNotAllowedIsNotRun() throws IOException {
    Result refused =
        road.nobody("careful")
            .run("gcloud", "auth", "login", "--cred-file=" + road.exported(ROUTE));
    assertThat(refused.exit()).isNotZero();
    assertThat(refused.err()).contains("GOOGLE_EXTERNAL_ACCOUNT_ALLOW_EXECUTABLES");
  }

  @Test
  void aSignedRequestIsMadeByGcloudItselfFromAwsKeys() throws IOException {
    road.save(
        "lambda-signed",
        yaml ->
            yaml.replaceFirst("token: .*", "token: {kind: signed-request}")
                .replace("providers/my-aws-app", "providers/my-aws-account"));
    Client gcloud = road.nobody("aws").with(sessionOfTheRole());

    String said = login(gcloud, road.exported("lambda-signed"));

    // Its subject is the session's ARN, which no grant names.
    assertThat(said)
        .contains("/subject/arn:aws:sts::111122223333:assumed-role/LambdaOutboundSTSRole/");
    assertThat(gcloud.run("gcloud", "storage", "cat", BUCKET + "/README.md").err())
        .contains("Caller does not have storage.objects.get access");
  }

  @Test
  void theTokenMayLieInAFile() throws IOException {
    ObjectNode source = JSON.createObjectNode().put("file", subjectToken().toString());
    Client gcloud = road.nobody("file");

    login(gcloud, withSource("file", source));

    assertThat(fine(gcloud.run("gcloud", "storage", "cat", BUCKET + "/README.md")))
        .isEqualTo(README);
    Result listing = gcloud.run("gcloud", "storage", "ls", BUCKET);
    assertThat(listing.exit()).isNotZero();
    assertThat(listing.err())
        .contains(PRINCIPAL)
        .contains("Caller does not have storage.objects.list access");
  }

  @Test
  void theTokenMayBeServedAtAnAddress() throws IOException {
    byte[] token = Files.readAllBytes(subjectToken());
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/token",
        exchange -> {
          boolean asked = "yes".equals(exchange.getRequestHeaders().getFirst("X-Asked"));
          exchange.sendResponseHeaders(asked ? 200 : 403, asked ? token.length : -1);
          if (asked) {
            exchange.getResponseBody().write(token);
          }
          exchange.close();
        });
    server.start();
    try {
      ObjectNode source =
          JSON.createObjectNode()
              .put("url", "http://127.0.0.1:%d/token".formatted(server.getAddress().getPort()));
      source.putObject("headers").put("X-Asked", "yes");
      Client gcloud = road.nobody("url");

      login(gcloud, withSource("url", source));

      assertThat(fine(gcloud.run("gcloud", "storage", "cat", BUCKET + "/README.md")))
          .isEqualTo(README);
    } finally {
      server.stop(0);
    }
  }

  @Test
  void gcloudGoesOnToBeTheServiceAccountOfTheRoute() throws IOException {
    road.save(
        "lambda-impersonating",
        yaml -> yaml.replaceFirst("\nexpect:", "\n  impersonate: " + ACCOUNT + "\nexpect:"));
    fine(
        road.owner()
            .run(
                "gcloud",
                "iam",
                "service-accounts",
                "add-iam-policy-binding",
                ACCOUNT,
                "--role=roles/iam.workloadIdentityUser",
                "--member=" + PRINCIPAL));
    Client gcloud =
        road.nobody("account").with(Map.of("GOOGLE_EXTERNAL_ACCOUNT_ALLOW_EXECUTABLES", "1"));

    assertThat(login(gcloud, road.exported("lambda-impersonating"))).contains("[" + ACCOUNT + "]");
    assertThat(fine(gcloud.run("gcloud", "auth", "print-access-token"))).startsWith("ya29.");
    assertThat(gcloud.run("gcloud", "storage", "ls", BUCKET).err())
        .contains(ACCOUNT + " does not have storage.objects.list access");
  }

  private static String login(Client gcloud, Path file) {
    Result result = gcloud.run("gcloud", "auth", "login", "--cred-file=" + file);
    assertThat(result.exit()).as(result.all()).isZero();
    return result.err();
  }

  private static Path subjectToken() throws IOException {
    String answer = road.crosstrust("credentials", ROUTE, "--format", "google-executable");
    return Files.writeString(
        Files.createTempFile(folder, "subject", ".jwt"),
        JSON.readTree(answer).get("id_token").asString());
  }

  private static Path withSource(String name, ObjectNode source) throws IOException {
    ObjectNode file = (ObjectNode) JSON.readTree(Files.readString(road.exported(ROUTE)));
    file.set("credential_source", source);
    return Files.writeString(folder.resolve("by-" + name + ".json"), file.toString());
  }

  /** The keys of the profile, as a function finds them in its environment. */
  private static Map<String, String> sessionOfTheRole() throws IOException {
    String credentials = Files.readString(folder.resolve("home/.aws/credentials"));
    String section = credentials.split("\\[lambda-outbound\\]", -1)[1].split("\\[", -1)[0];
    Map<String, String> environment = new HashMap<>();
    for (String line : section.strip().lines().toList()) {
      String[] pair = line.split(" *= *", 2);
      environment.put(pair[0].toUpperCase(Locale.ROOT), pair[1]);
    }
    assertThat(environment).containsKeys("AWS_ACCESS_KEY_ID", "AWS_SESSION_TOKEN");
    environment.put("AWS_REGION", "eu-west-1");
    environment.put("AWS_PROFILE", "");
    return environment;
  }
}
