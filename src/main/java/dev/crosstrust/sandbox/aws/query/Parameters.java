package dev.crosstrust.sandbox.aws.query;

import dev.crosstrust.sandbox.wire.FormCodec;
import dev.crosstrust.sandbox.wire.Request;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** The parameters of a call, from the query and from the form. */
public record Parameters(Map<String, List<String>> values) {
  /** Where a name is in both, the form counts. */
  public static Parameters of(Request request, byte[] body) {
    Map<String, List<String>> values = new LinkedHashMap<>(request.query());
    values.putAll(FormCodec.decode(new String(body, StandardCharsets.UTF_8)));
    return new Parameters(values);
  }

  /** The first value. */
  public Optional<String> find(String name) {
    return Optional.ofNullable(values.get(name)).map(List::getFirst);
  }

  /** The items of a list, {@code Name.member.1.suffix} and so on, up to the first gap. */
  public List<String> list(String name, String suffix) {
    return IntStream.iterate(1, i -> i + 1)
        .mapToObj(i -> find(name + ".member." + i + suffix))
        .takeWhile(Optional::isPresent)
        .flatMap(Optional::stream)
        .toList();
  }
}
