package dev.crosstrust.ui.routes.check;

import dev.crosstrust.token.signature.SignatureCheck;
import dev.crosstrust.ui.routes.check.CheckTable.Fact;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is known of the token's signature. */
final class Signatures {
  private static final String SOURCE = "Signature ";
  private static final String KEYS = ", by ";

  private Signatures() {}

  /**
   * In one line.
   *
   * @param sources of the check, one of which may say whose keys it was checked by
   */
  static Fact fact(SignatureCheck signature, List<String> sources) {
    String value =
        Stream.of(signature.algorithm(), signature.keyId())
            .flatMap(Stream::ofNullable)
            .collect(Collectors.joining(", key "));
    String because =
        sources.stream()
            .filter(source -> source.startsWith(SOURCE) && source.contains(KEYS))
            .findFirst()
            .map(source -> source.substring(source.indexOf(KEYS) + 2))
            .orElse(signature.reason() == null ? "" : signature.reason());
    return new Fact("Signature", value, Mark.of(signature), because);
  }

  /** The sources without what is told there. */
  static List<String> others(List<String> sources) {
    return sources.stream().filter(source -> !source.startsWith(SOURCE)).toList();
  }
}
