package dev.crosstrust.clients;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.crosstrust.clients.Client.Result;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is printed to be typed is understood by the program that it is for: every command gets past
 * the real program's own reading of its arguments. Of commands that differ in values alone one is
 * tried. Nothing is asked for outside this machine: {@code gcloud} has no account, and {@code aws}
 * and {@code bq} are answered no from here.
 */
class PrintedCommandsIT {
  private static final int AT_ONCE = 2;

  /** What people write in the place of a word in capitals, where a program looks at it. */
  private static final Map<String, String> STANDS_FOR =
      Map.of(
          "EMAIL", "worker@project-1.iam.gserviceaccount.com",
          "SERVICE_ACCOUNT", "worker@project-1.iam.gserviceaccount.com",
          "PROJECT", "project-1",
          "NAME", "name",
          "ARN", "arn:aws:iam::111122223333:oidc-provider/issuer.example.com",
          "ROLE_ARN", "arn:aws:iam::111122223333:role/Reader",
          "DEVICE", "arn:aws:iam::111122223333:mfa/me",
          "CODE", "123456",
          "SHA1", "0".repeat(40));

  private static final Pattern CAPITALS = Pattern.compile("\\b[A-Z][A-Z0-9_]+\\b");
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*");
  private static final Pattern FILE = Pattern.compile("(?:.*=|file://)?([\\w-]+\\.json)");

  /** How it shows that a program understood: it did it, or went on to what it needs for it. */
  private static final Pattern UNDERSTOOD =
      Pattern.compile(
          String.join(
              "|",
              // An answer, of ours or none.
              "An error occurred \\(",
              "Could not connect to the endpoint URL",
              "answered from here",
              // gcloud looks for an account when it has read its arguments.
              "You do not currently have an active account selected",
              "Application default credentials have not been set up",
              // A question to the user, whom there is not.
              "EOF when reading a line",
              // The user's own names.
              "The config profile \\(.*\\) could not be found",
              "configuration \\[.*\\], it does not exist"));

  /** A page that only names a command gives it no arguments. */
  private static final Pattern ARGUMENTS_WANTED =
      Pattern.compile("the following arguments are required|[Mm]ust be specified");

  /** Not in version 1 of {@code aws}, or not in this one yet. */
  private static final Pattern OF_A_NEWER_AWS =
      Pattern.compile("aws (login|sso login|configure list-profiles|iam-toolbox) .*");

  @TempDir private Path folder;
  private HttpServer refusing;

  @BeforeEach
  void refuse() throws IOException {
    refusing = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    refusing.createContext(
        "/",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          byte[] no =
              "{\"error\":{\"code\":403,\"message\":\"answered from here\"}}"
                  .getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          boolean head = exchange.getRequestMethod().equals("HEAD");
          exchange.sendResponseHeaders(403, head ? -1 : no.length);
          try (OutputStream out = exchange.getResponseBody()) {
            out.write(head ? new byte[0] : no);
          }
        });
    refusing.start();
  }

  @AfterEach
  void stop() {
    refusing.stop(0);
  }

  @Test
  void theProgramsUnderstandEveryCommandThatIsPrinted()
      throws IOException, InterruptedException, ExecutionException {
    Client.needs("bash", "aws", "gcloud", "bq");
    Map<String, List<String>> shapes = shapes();
    assertThat(shapes).as("kinds of commands").hasSizeGreaterThan(100);
    Path discovery = discovery();

    List<Future<Optional<String>>> tried = new ArrayList<>();
    try (ExecutorService some = Executors.newFixedThreadPool(AT_ONCE)) {
      for (List<String> words : shapes.values()) {
        tried.add(some.submit(() -> complaint(words, discovery)));
      }
    }

    List<String> complaints = new ArrayList<>();
    for (Future<Optional<String>> each : tried) {
      each.get().ifPresent(complaints::add);
    }
    assertThat(complaints).isEmpty();
  }

  /** One command for each kind: the same names and the same options. */
  private Map<String, List<String>> shapes() throws IOException {
    ShellWords shell = new ShellWords(Files.createDirectory(folder.resolve("shell")));
    Map<String, List<String>> shapes = new LinkedHashMap<>();
    for (String command : PrintedCommands.all(folder)) {
      for (List<String> words : shell.of(command)) {
        shapes.putIfAbsent(shape(words), words);
      }
    }
    return shapes;
  }

  private static String shape(List<String> words) {
    return Stream.concat(
            words.stream().takeWhile(word -> NAME.matcher(word).matches()),
            words.stream().filter(word -> word.startsWith("-")))
        .map(word -> word.replaceFirst("=.*", ""))
        .collect(Collectors.joining(" "));
  }

  /** What the program said that shows that it did not understand. */
  private Optional<String> complaint(List<String> printed, Path discovery) throws IOException {
    List<String> words = new ArrayList<>(printed.stream().map(PrintedCommandsIT::filled).toList());
    Path home = Files.createTempDirectory(folder, "home");
    for (String word : words) {
      var file = FILE.matcher(word);
      if (file.matches()) {
        Files.writeString(home.resolve(file.group(1)), "{}");
      }
    }
    if (words.getFirst().equals("bq")) {
      words.addAll(
          1,
          List.of(
              "--api=" + endpoint(),
              "--discovery_file=" + discovery,
              "--oauth_access_token=none",
              "--project_id=project-1"));
    }
    if (words.contains("login") && words.getFirst().equals("gcloud")) {
      words.add("--no-launch-browser");
    }
    Result result = client(home).run(words);
    boolean understood =
        result.exit() == 0
            || UNDERSTOOD.matcher(result.all()).find()
            || (words.stream().allMatch(word -> NAME.matcher(word).matches())
                && ARGUMENTS_WANTED.matcher(result.all()).find())
            || (OF_A_NEWER_AWS.matcher(String.join(" ", words) + " ").matches()
                && result.all().contains("Invalid choice"));
    return understood
        ? Optional.empty()
        : Optional.of("%s%n%d: %s".formatted(printed, result.exit(), result.all()));
  }

  private static String filled(String word) {
    return CAPITALS
        .matcher(word)
        .replaceAll(match -> STANDS_FOR.getOrDefault(match.group(), match.group()));
  }

  private Path discovery() {
    Result result = client(folder).run("gcloud", "info", "--format=value(installation.sdk_root)");
    return Path.of(result.out().strip(), BqClientIT.DISCOVERY);
  }

  private String endpoint() {
    return "http://127.0.0.1:" + refusing.getAddress().getPort();
  }

  private Client client(Path home) {
    return new Client(
        home,
        Map.ofEntries(
            Map.entry("AWS_ENDPOINT_URL", endpoint()),
            Map.entry("AWS_ACCESS_KEY_ID", "none"),
            Map.entry("AWS_SECRET_ACCESS_KEY", "none"),
            Map.entry("AWS_DEFAULT_REGION", "eu-west-1"),
            Map.entry("AWS_MAX_ATTEMPTS", "1"),
            Map.entry("AWS_EC2_METADATA_DISABLED", "true"),
            Map.entry("CLOUDSDK_CONFIG", home.resolve("gcloud").toString()),
            Map.entry("CLOUDSDK_CORE_DISABLE_PROMPTS", "1"),
            Map.entry("CLOUDSDK_CORE_DISABLE_USAGE_REPORTING", "1"),
            Map.entry("CLOUDSDK_COMPONENT_MANAGER_DISABLE_UPDATE_CHECK", "1"),
            Map.entry("NO_GCE_CHECK", "true")));
  }
}
