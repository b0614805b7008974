package dev.crosstrust.clients;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * What a shell makes of a command: programs of the clients' names stand in their place and write
 * down what they are called with.
 */
final class ShellWords {
  private final Path calls;
  private final Client client;

  /**
   * @param folder for the programs, their notes, and the files that commands write
   */
  ShellWords(Path folder) throws IOException {
    // What is taken from one's answer by another.
    program(folder, "aws", "arn:aws:iam::111122223333:oidc-provider/issuer.example.com");
    program(folder, "gcloud", "project-1");
    program(folder, "bq", "{}");
    this.calls = folder.resolve("calls");
    this.client =
        new Client(folder, Map.of())
            .with(
                Map.of(
                    "PATH",
                    folder + ":" + System.getenv("PATH"),
                    "CALLS",
                    calls.toString(),
                    "TOKEN",
                    "token"));
  }

  private static void program(Path folder, String name, String answer) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve(name),
            """
            #!/bin/sh
            printf '%%s\\0' %s "$@" >> "$CALLS"
            printf '\\n\\0' >> "$CALLS"
            echo %s
            """
                .formatted(name, answer));
    if (!file.toFile().setExecutable(true)) {
      throw new IOException("not executable: " + file);
    }
  }

  /** The words of every program that the command starts, its name first. */
  List<List<String>> of(String command) throws IOException {
    Files.writeString(calls, "");
    // Dollar-single-quotes came with POSIX.1-2024, and not yet to every sh.
    Client.Result result = client.run(command.contains("$'") ? "bash" : "sh", "-c", command);
    if (result.exit() != 0 || !result.err().isEmpty()) {
      throw new AssertionError(command + "\n" + result.all());
    }
    return Arrays.stream(Files.readString(calls).split("\0\n\0"))
        .filter(call -> !call.isEmpty())
        .map(call -> List.of(call.split("\0", -1)))
        .toList();
  }
}
