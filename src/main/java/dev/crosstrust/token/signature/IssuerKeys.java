package dev.crosstrust.token.signature;

import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.evidence.Outcome.Breakage.Kind;
import dev.crosstrust.evidence.Wire;
import dev.crosstrust.token.Jwt;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The keys that the token's issuer publishes: its discovery document (OpenID Connect Discovery 1.0,
 * 4), which must name the same issuer (4.3), then the JWK Set that it points to.
 */
record IssuerKeys(PublicDocuments documents) implements KeySource {
  private static final String DISCOVERY = "/.well-known/openid-configuration";
  private static final JsonMapper JSON = new JsonMapper();

  IssuerKeys(Wire wire) {
    this(new PublicDocuments(wire));
  }

  @Override
  public Outcome<KeySet> keysFor(Jwt jwt) {
    Optional<String> issuer = jwt.text("iss");
    if (issuer.isEmpty()) {
      return Outcome.broken(Kind.LOCAL, "The token names no issuer whose keys could be fetched.");
    }
    // Google writes its issuer with and without the scheme.
    String iss = issuer.get().replaceFirst("^accounts\\.google\\.com$", "https://$0");
    if (iss.contains("?") || iss.contains("#")) {
      return Outcome.broken(
          Kind.LOCAL, "The token's issuer has a query or fragment, which no issuer may have.");
    }
    return documents
        .fetch("Discovery", iss.replaceFirst("/$", "") + DISCOVERY)
        .then(document -> keysAddress(document, iss))
        .then(address -> documents.fetch("Keys", address).then(text -> keys(text, address)));
  }

  private static Outcome<String> keysAddress(String document, String iss) {
    JsonNode json;
    try {
      json = JSON.readTree(document);
    } catch (JacksonException e) {
      return Outcome.broken(
          Kind.NOT_UNDERSTOOD, "The discovery document of %s is not JSON.".formatted(iss));
    }
    String named = json.path("issuer").stringValue("");
    if (!named.equals(iss)) {
      return Outcome.broken(
          Kind.NOT_UNDERSTOOD,
          "The discovery document names the issuer `%s`, the token `%s`: they must be the same."
              .formatted(named, iss));
    }
    return json.path("jwks_uri")
        .stringValueOpt()
        .map(Outcome::done)
        .orElseGet(
            () ->
                Outcome.broken(
                    Kind.NOT_UNDERSTOOD,
                    "The discovery document of %s has no `jwks_uri`.".formatted(iss)));
  }

  private static Outcome<KeySet> keys(String text, String address) {
    return KeySet.parse(text, address).map(KeySet::published);
  }
}
