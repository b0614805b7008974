package dev.crosstrust.token;

import dev.crosstrust.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * A JSON Web Signature in compact form (RFC 7515, 3.1): three parts with dots between them.
 *
 * @param header the first part, decoded
 */
public record Jws(Secret raw, ObjectNode header) {
  /**
   * Takes the three parts apart and decodes the first.
   *
   * @throws NotAToken says what the text looks like instead
   */
  public static Jws parse(String text) throws NotAToken {
    String[] parts = text.split("\\.", -1);
    Shapes.requireThreeParts(parts);
    return new Jws(Secret.of(text), JsonPart.HEADER.object(JsonPart.HEADER.decode(parts[0])));
  }

  /** The signature algorithm as the token names it; empty when it names none. */
  public Optional<String> algorithm() {
    return header.path("alg").stringValueOpt();
  }

  /** The name of the key that is said to have signed. */
  public Optional<String> keyId() {
    return header.path("kid").stringValueOpt();
  }

  /** Whether nothing vouches for it: {@code alg} is {@code none}, or the last part is empty. */
  public boolean unsigned() {
    return signaturePart().isEmpty() || algorithm().filter("none"::equalsIgnoreCase).isPresent();
  }

  /** Whether the payload is not base64url-encoded (RFC 7797), which a JWT must not use. */
  public boolean unencodedPayload() {
    return header.path("b64").isBoolean() && !header.path("b64").booleanValue();
  }

  public String headerPart() {
    return part(0);
  }

  public String payloadPart() {
    return part(1);
  }

  public String signaturePart() {
    return part(2);
  }

  /** What the signature covers: the first two parts and the dot between them, in ASCII. */
  public byte[] signingInput() {
    return (headerPart() + "." + payloadPart()).getBytes(StandardCharsets.UTF_8);
  }

  private String part(int index) {
    return raw.reveal().split("\\.", -1)[index];
  }
}
