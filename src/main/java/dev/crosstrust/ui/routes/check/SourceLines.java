package dev.crosstrust.ui.routes.check;

import dev.crosstrust.check.ReadWith;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where what was judged is from, in few lines: all that was read in one, then the rest. */
final class SourceLines {
  private SourceLines() {}

  /** {@code Read as aws:admin: iam:GetRole, iam:ListOpenIDConnectProviders · gcloud:user: …}. */
  static List<String> of(List<String> sources) {
    Map<String, SequencedSet<String>> calls = new LinkedHashMap<>();
    sources.stream()
        .flatMap(source -> ReadWith.of(source).stream())
        .forEach(
            read ->
                calls.computeIfAbsent(read.reader(), _ -> new LinkedHashSet<>()).add(read.call()));
    String read =
        calls.entrySet().stream()
            .map(it -> "%s: %s".formatted(it.getKey(), String.join(", ", it.getValue())))
            .collect(Collectors.joining(" · "));
    return Stream.concat(
            Stream.of(read).filter(line -> !line.isEmpty()).map("Read as "::concat),
            sources.stream().filter(source -> ReadWith.of(source).isEmpty()))
        .toList();
  }
}
