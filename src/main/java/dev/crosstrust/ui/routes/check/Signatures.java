package dev.crosstrust.ui.routes.check;

import dev.crosstrust.token.signature.SignatureCheck;
import dev.crosstrust.ui.routes.check.CheckTable.Fact;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is known of the token's signature. */
final class Signatures {
  private Signatures() {}

  static Fact fact(SignatureCheck signature) {
    String value =
        Stream.of(signature.algorithm(), signature.keyId())
            .flatMap(Stream::ofNullable)
            .collect(Collectors.joining(", key "));
    String because = signature.reason() == null ? "" : signature.reason();
    return new Fact("Signature", value, Mark.of(signature), because);
  }
}
