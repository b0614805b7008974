package dev.crosstrust.ui.lens;

import dev.crosstrust.token.Jws;
import dev.crosstrust.token.Jwt;
import dev.crosstrust.token.SignedRequest;
import dev.crosstrust.token.Token;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** A token's parts in colours of their own; what makes it usable is dots until it is wished for. */
final class RawText extends TextFlow {
  private static final String DOTS = "•".repeat(10);

  RawText(Token token, boolean revealed) {
    getStyleClass().add("raw-text");
    switch (token) {
      case Jwt jwt -> parts(jwt.jws(), revealed);
      case SignedRequest request ->
          getChildren().add(part(revealed ? request.raw().reveal() : DOTS, "signature"));
    }
    setAccessibleText(
        switch (token) {
          case Jwt jwt when jwt.jws().signaturePart().isEmpty() -> "Token without a signature";
          case Jwt _ -> "Token, its signature " + (revealed ? "shown" : "hidden");
          case SignedRequest _ -> "Signed request, " + (revealed ? "shown" : "hidden");
        });
  }

  private void parts(Jws jws, boolean revealed) {
    String signature = jws.signaturePart();
    getChildren()
        .setAll(
            part(jws.headerPart(), "header"),
            part(".", "dot"),
            part(jws.payloadPart(), "claims"),
            part(".", "dot"),
            part(revealed || signature.isEmpty() ? signature : DOTS, "signature"));
  }

  private static Text part(String text, String style) {
    Text part = new Text(text);
    part.getStyleClass().addAll("mono", "raw-" + style);
    return part;
  }
}
