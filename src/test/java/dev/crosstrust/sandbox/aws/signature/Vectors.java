package dev.crosstrust.sandbox.aws.signature;

import dev.crosstrust.sandbox.wire.Request;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The signing test suite of aws-c-auth, one folder a case. */
record Vectors(Path folder) {
  static Stream<Vectors> all() throws IOException, URISyntaxException {
    Path root = Path.of(Vectors.class.getResource("/vectors/aws-c-auth/v4").toURI());
    try (Stream<Path> folders = Files.list(root)) {
      return folders.sorted().map(Vectors::new).toList().stream();
    }
  }

  /** Those whose query form signs the session token, as AWS's services want it. */
  static Stream<Vectors> inQuery() throws IOException, URISyntaxException {
    return all().filter(vector -> !vector.name().equals("post-sts-header-after"));
  }

  static Stream<Vectors> normalised() throws IOException, URISyntaxException {
    return all().filter(vector -> vector.context().get("normalize").asBoolean());
  }

  JsonNode context() {
    return JsonMapper.shared().readTree(text("context.json"));
  }

  String name() {
    return folder.getFileName().toString();
  }

  String text(String file) {
    try {
      return Files.readString(folder.resolve(file));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Reads a request as a server would; folded header lines are joined, as HTTP asks for. */
  Request request(String file) {
    String text = text(file);
    int end = text.indexOf("\n\n");
    String head = end < 0 ? text : text.substring(0, end);
    String body = end < 0 ? "" : text.substring(end + 2);
    List<String> lines = new ArrayList<>(head.replaceAll("\n[ \t]+", " ").lines().toList());
    String start = lines.removeFirst();
    String target = start.substring(start.indexOf(' ') + 1, start.lastIndexOf(' '));
    int question = target.indexOf('?');
    Map<String, List<String>> headers = new LinkedHashMap<>();
    for (String line : lines) {
      int colon = line.indexOf(':');
      headers
          .computeIfAbsent(
              line.substring(0, colon).toLowerCase(Locale.ROOT), _ -> new ArrayList<>())
          .add(line.substring(colon + 1));
    }
    return new Request(
        start.substring(0, start.indexOf(' ')),
        question < 0 ? target : target.substring(0, question),
        question < 0 ? "" : target.substring(question + 1),
        headers,
        new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
  }

  @Override
  public String toString() {
    return name();
  }
}
