package dev.crosstrust.clients;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.clients.Client.Result;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A sandbox whose home holds the route {@code lambda-to-gcs}, and who works on it. */
final class SecondRoad implements AutoCloseable {
  static final String ROUTE = "lambda-to-gcs";
  static final String BUCKET = "gs://my-test-bucket-fc436b0fe1b7c943";
  static final String SECOND_BUCKET = "gs://my-second-bucket-fc436b0fe1b7c943";
  static final String PROJECT = "demo-product-sbx";
  static final String PRINCIPAL =
      "principal://iam.googleapis.com/projects/123456789012/locations/global/workloadIdentityPools"
          + "/my-aws-app/subject/arn:aws:iam::111122223333:role/LambdaOutboundSTSRole";

  private final Path home;
  private final PackagedApp sandbox;
  private final Client client;

  private SecondRoad(Path folder) throws IOException {
    home = folder.resolve("home");
    sandbox = PackagedApp.sandbox(home);
    client = new Client(folder, sandbox.environment());
  }

  static SecondRoad in(Path folder) throws IOException {
    return new SecondRoad(folder);
  }

  String google() {
    return sandbox.googleEndpoint();
  }

  /** Who may do everything in the project. */
  Client owner() {
    return client.with(Map.of("CLOUDSDK_ACTIVE_CONFIG_NAME", "demo-user"));
  }

  /**
   * A gcloud to which nobody has signed in yet: a configuration folder of its own that leads to the
   * sandbox. The program is on its path.
   */
  Client nobody(String name) throws IOException {
    Path folder = Files.createDirectories(home.resolveSibling("gcloud-" + name));
    String program = Path.of(PackagedApp.program()).getParent().toString();
    return client.with(
        Map.of(
            "PATH",
            program + File.pathSeparator + System.getenv("PATH"),
            "GOOGLE_APPLICATION_CREDENTIALS",
            "",
            "CLOUDSDK_CONFIG",
            folder.toString(),
            "CLOUDSDK_CORE_PROJECT",
            PROJECT,
            "CLOUDSDK_API_ENDPOINT_OVERRIDES_STORAGE",
            google() + "/storage/v1/"));
  }

  /** Saves the story's route under another name, changed. */
  void save(String name, UnaryOperator<String> change) throws IOException {
    Path routes = home.resolve(".config/crosstrust/routes");
    String yaml = Files.readString(routes.resolve(ROUTE + ".yaml"));
    Files.writeString(routes.resolve(name + ".yaml"), change.apply(yaml.replace(ROUTE, name)));
  }

  /** What the program prints. */
  String crosstrust(String... arguments) {
    String[] command = new String[arguments.length + 1];
    command[0] = PackagedApp.program();
    System.arraycopy(arguments, 0, command, 1, arguments.length);
    return fine(client.run(command));
  }

  /** The access token that the route leads to; it ends with the JWT, after five minutes. */
  String accessToken() {
    return crosstrust("credentials", ROUTE, "--format", "google-access-token").strip();
  }

  /** The route as Google's own programs take it. */
  Path exported(String route) throws IOException {
    return Files.writeString(
        home.resolveSibling(route + ".json"),
        crosstrust("routes", "export", route, "--format", "external-account"));
  }

  static String fine(Result result) {
    assertThat(result.exit()).as(result.all()).isZero();
    return result.out();
  }

  @Override
  public void close() {
    sandbox.close();
  }
}
