package dev.crosstrust.token;

import dev.crosstrust.secret.Secret;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A JSON Web Token in compact form (RFC 7519).
 *
 * @param jws the signed form that carries the claims
 */
public record Jwt(Jws jws, ObjectNode claims) implements Token {
  /** One that is not there yet, of which some claims are known: its raw form is empty. */
  public static Jwt awaited(ObjectNode claims) {
    return new Jwt(new Jws(Secret.of(""), JsonNodeFactory.instance.objectNode()), claims);
  }

  @Override
  public Secret raw() {
    return jws.raw();
  }

  @Override
  public ObjectNode header() {
    return jws.header();
  }

  @Override
  public Family family() {
    return Family.of(claims);
  }

  /** The claim's text; empty when it is absent or not a string. */
  public Optional<String> text(String claim) {
    return claims.path(claim).stringValueOpt();
  }

  /** The {@code aud} claim, which may be one string or several (RFC 7519, 4.1.3). */
  public List<String> audiences() {
    JsonNode aud = claims.path("aud");
    return aud.isArray()
        ? aud.valueStream().flatMap(one -> one.stringValueOpt().stream()).toList()
        : aud.stringValueOpt().stream().toList();
  }
}
