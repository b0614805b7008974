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
              + "|<(?:SecretAccessKey|SessionToken)>([^<]+)<");
  private static final Pattern SHOWN =
      Pattern.compile("(?:^|&)(?:assertion|refresh_token|WebIdentityToken|client_secret)=([^&]+)");

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
    assertThat(printed).as("the evidence itself").contains("AssumeRoleWithWebIdentity", "sha256:");
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

  private Handler listening(Handler cloud) {
    return request -> {
      byte[] body = request.bodyBytes();
      collect(SHOWN, new String(body, StandardCharsets.UTF_8));
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
