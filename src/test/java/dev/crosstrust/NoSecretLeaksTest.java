package dev.crosstrust;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.identity.Machine;
import dev.crosstrust.sandbox.Sandbox;
import dev.crosstrust.sandbox.SharedKeys;
import dev.crosstrust.sandbox.wire.Handler;
import dev.crosstrust.sandbox.wire.Request;
import dev.crosstrust.sandbox.wire.Response;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Listens to both clouds, collects every secret that they are shown or hand out, and looks for each
 * of them in everything that the commands print or write.
 */
class NoSecretLeaksTest {
  private static final Pattern HANDED_OUT =
      Pattern.compile(
          "\"(?:access_token|id_token|accessToken|token)\"\\s*:\\s*\"([^\"]+)\""
              + "|<(?:SecretAccessKey|SessionToken|WebIdentityToken)>([^<]+)<");
  private static final Pattern SHOWN =
      Pattern.compile(
          "(?:^|&)(?:assertion|refresh_token|WebIdentityToken|client_secret|subject_token)=([^&]+)");

  private static final String PROVIDER =
      "//iam.googleapis.com/projects/123456789012/locations/global/workloadIdentityPools/my-aws-app"
          + "/providers/my-aws-account";

  private static final String GOOGLE_BUCKET = "gs://my-test-bucket-fc436b0fe1b7c943";

  /** What a signed request holds, within the form that it comes in. */
  private static final Pattern SIGNED =
      Pattern.compile("Signature=([0-9a-f]{64})|\"x-amz-security-token\",\"value\":\"([^\"]+)\"");

  private final Set<String> secrets = ConcurrentHashMap.newKeySet();

  @TempDir private Path folder;
  private Sandbox sandbox;
  private Console console;

  @BeforeEach
  void start() throws IOException {
    sandbox =
        Sandbox.start(
            new Sandbox.Options(folder.resolve("home"), 0, List.of(), 0, this::listening),
            InstantSource.system(),
            SharedKeys.ofOneCloud());
    Map<String, String> environment = new HashMap<>(sandbox.environment());
    environment.put("PATH", System.getenv("PATH"));
    console = new Console(new Machine(environment, sandbox.home()));
    keysOfTheHome();
  }

  @AfterEach
  void stop() throws IOException {
    sandbox.close();
  }

  @Test
  void nothingThatACommandPrintsOrWritesHoldsASecret() throws IOException {
    Path download = Files.createDirectories(folder.resolve("downloads"));
    Path forged = Files.writeString(folder.resolve("cut.jwt"), "eyJhbGciOiJSUzI1NiJ9.e30");
    List<List<String>> commands =
        List.of(
            List.of("identities"),
            List.of("token", "request", "--identity", "gcloud:demo-gke", "--audience", "a.example"),
            List.of(
                "token", "request", "--identity", "aws:lambda-outbound", "--audience", PROVIDER),
            List.of("token", "request", "--identity", "aws:lambda-outbound", "--audience", "other"),
            List.of(
                "token",
                "request",
                "--identity",
                "aws:lambda-outbound",
                "--signed-request",
                "--audience",
                PROVIDER),
            List.of("token", "decode", signedRequest().toString()),
            List.of(
                "routes",
                "check",
                "lambda-to-gcs",
                "--admin",
                "aws:sandbox-admin",
                "--admin",
                "gcloud:demo-user"),
            List.of("routes", "check", "gke-to-s3", "--admin", "aws:lambda-outbound"),
            List.of("run", "lambda-to-gcs"),
            List.of("run", olderWay().toString()),
            List.of("routes", "export", "lambda-to-gcs", "--format", "external-account"),
            List.of("routes"),
            List.of("routes", "show", "gke-to-s3"),
            List.of("run", "gke-to-s3"),
            List.of("ls", "s3://", "--route", "gke-to-s3"),
            List.of("ls", "s3://audit-logs-444455556666", "--route", "gke-to-s3"),
            List.of(
                "cp",
                "s3://gar-credential-provider-test/hello.txt",
                download.toString(),
                "--route",
                "gke-to-s3"),
            List.of(
                "cp",
                forged.toString(),
                "s3://gar-credential-provider-test/no",
                "--route",
                "gke-to-s3"),
            List.of("ls", "gs://", "--route", "lambda-to-gcs"),
            List.of("ls", GOOGLE_BUCKET, "--route", "lambda-to-gcs"),
            List.of(
                "cp",
                GOOGLE_BUCKET + "/README.md",
                download.toString(),
                "--route",
                "lambda-to-gcs"),
            List.of("cp", forged.toString(), GOOGLE_BUCKET + "/up", "--route", "lambda-to-gcs"),
            List.of("token", "decode", forged.toString()),
            List.of("version"));
    StringBuilder printed = new StringBuilder();
    for (List<String> command : commands) {
      printed.append(console.run(command.toArray(String[]::new)).all());
      List<String> inDetail = new ArrayList<>(command);
      inDetail.addAll(List.of("--json", "--debug"));
      printed.append(console.run(inDetail.toArray(String[]::new)).all());
    }

    assertThat(secrets).as("what was listened to").hasSizeGreaterThan(20);
    assertThat(found(printed.toString())).as("secrets printed").isEmpty();
    assertThat(found(filesWritten())).as("secrets written to files").isEmpty();
    assertThat(printed)
        .as("the evidence itself")
        .contains(
            "AssumeRoleWithWebIdentity",
            "sha256:",
            "subject_token=‹sha256:",
            "principal://iam.googleapis.com/",
            "Credential=ASIA");
  }

  @Test
  void aTokenAndCredentialsArePrintedWhereThatIsThePurpose() {
    String token =
        console
            .run("token", "request", "--identity", "gcloud:demo-gke", "--audience", "a", "--reveal")
            .out()
            .strip();
    String credentials = console.run("credentials", "gke-to-s3", "--format", "aws-process").out();

    assertThat(secrets).contains(token);
    assertThat(found(credentials)).hasSizeGreaterThanOrEqualTo(2);

    String federated =
        console.run("credentials", "lambda-to-gcs", "--format", "google-access-token").out();
    assertThat(secrets).contains(federated.strip());
    Console.Result executable =
        console.run("credentials", "lambda-to-gcs", "--format", "google-executable");
    assertThat(executable.exit()).isZero();
    assertThat(executable.out())
        .startsWith(
            "{\"version\":1,\"success\":true,"
                + "\"token_type\":\"urn:ietf:params:oauth:token-type:jwt\",\"id_token\":\"eyJ")
        .contains("\"expiration_time\":");
    assertThat(found(executable.out())).hasSize(1);
  }

  /** A signed request in a file, as somebody may paste it. */
  private Path signedRequest() throws IOException {
    String raw =
        console
            .run(
                "token",
                "request",
                "--identity",
                "aws:lambda-outbound",
                "--signed-request",
                "--audience",
                PROVIDER,
                "--reveal")
            .out();
    collect(SIGNED, URLDecoder.decode(raw, StandardCharsets.UTF_8));
    secrets.add(raw.strip());
    // Beside the home: files there are looked through for secrets, and this one is one.
    return Files.writeString(sandbox.home().resolve(".aws/signed-request"), raw);
  }

  private Path olderWay() throws IOException {
    String route =
        Files.readString(sandbox.home().resolve(".config/crosstrust/routes/lambda-to-gcs.yaml"));
    return Files.writeString(
        folder.resolve("older-way.yaml"),
        route
            .replaceFirst("token: .*", "token: {kind: signed-request}")
            .replace("providers/my-aws-app", "providers/my-aws-account")
            .replace("expect: {", "expect: {aws-account: \"111122223333\", "));
  }

  private List<String> found(String text) {
    return secrets.stream().filter(text::contains).toList();
  }

  /** Everything under the folder but the profile home, whose files hold the keys to begin with. */
  private String filesWritten() throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (!file.startsWith(sandbox.home().resolve(".aws"))
            && !file.startsWith(sandbox.home().resolve(".config/gcloud"))) {
          all.append(Files.readString(file));
        }
      }
    }
    return all.toString();
  }

  private void keysOfTheHome() throws IOException {
    String aws = Files.readString(sandbox.home().resolve(".aws/credentials"));
    collect(Pattern.compile("(?:secret_access_key|session_token)\\s*=\\s*(\\S+)"), aws);
    try (Stream<Path> files = Files.walk(sandbox.home().resolve(".config/gcloud/keys"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String json = Files.readString(file);
        collect(Pattern.compile("\"(?:private_key|refresh_token)\"\\s*:\\s*\"([^\"]+)\""), json);
        // A key may be cut: any of its lines gives it away.
        collect(Pattern.compile("\\\\n([A-Za-z0-9+/]{60,})\\\\n"), json);
      }
    }
  }

  private void collect(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      for (int group = 1; group <= matcher.groupCount(); group++) {
        if (matcher.group(group) != null) {
          secrets.add(URLDecoder.decode(matcher.group(group), StandardCharsets.UTF_8));
          secrets.add(matcher.group(group));
        }
      }
    }
  }

  /** Once for the form, once for the token in it; what is neither stays as it is. */
  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notEncoded) {
      return text;
    }
  }

  private Handler listening(Handler cloud) {
    return request -> {
      byte[] body = request.bodyBytes();
      String form = new String(body, StandardCharsets.UTF_8);
      collect(SHOWN, form);
      collect(SIGNED, decoded(decoded(form)));
      request
          .header("authorization")
          .filter(value -> value.startsWith("Bearer "))
          .ifPresent(value -> secrets.add(value.substring("Bearer ".length())));
      request.header("x-amz-security-token").ifPresent(secrets::add);
      Response response =
          cloud.handle(
              new Request(
                  request.method(),
                  request.rawPath(),
                  request.rawQuery(),
                  request.headers(),
                  new ByteArrayInputStream(body)));
      ByteArrayOutputStream answer = new ByteArrayOutputStream();
      response.body().writeTo(answer);
      collect(HANDED_OUT, answer.toString(StandardCharsets.UTF_8));
      return response;
    };
  }
}
