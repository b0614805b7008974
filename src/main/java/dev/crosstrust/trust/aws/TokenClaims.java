package dev.crosstrust.trust.aws;

import dev.crosstrust.token.Jwt;
import dev.crosstrust.trust.aws.TrustKeys.TokenKey;
import dev.crosstrust.trust.aws.policy.KeyValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The condition keys that AWS makes of a token's claims. */
record TokenClaims(Issuer issuer, Jwt jwt) {

  /** Those that are read from the token, whether a policy asks for them or not. */
  List<TokenKey> keys() {
    String authorized = jwt.claims().path("azp").stringValue("");
    String aud = authorized.isEmpty() ? "aud" : "azp";
    List<TokenKey> keys = new ArrayList<>();
    keys.add(
        new TokenKey(
            issuer.key("aud"), aud, authorized.isEmpty() ? jwt.audiences() : List.of(authorized)));
    if (issuer.isGoogle()) {
      keys.add(new TokenKey(issuer.key("oaud"), "aud", jwt.audiences()));
    }
    keys.add(new TokenKey(issuer.key("sub"), "sub", subject()));
    IssuerClaims.of(issuer.url()).stream()
        .filter(it -> jwt.text(it).isPresent())
        .map(it -> new TokenKey(issuer.key(it), it, jwt.text(it).stream().toList()))
        .forEach(keys::add);
    return keys;
  }

  /** A subject that is a number counts as its digits (measured by others). */
  private List<String> subject() {
    JsonNode sub = jwt.claims().path("sub");
    return sub.isString() || sub.isIntegralNumber() ? List.of(sub.asString()) : List.of();
  }

  /** The claim that a key is read from; null where it is read from none, or that is not known. */
  @Nullable String claim(String key) {
    return Stream.concat(
            keys().stream(),
            IssuerClaims.of(issuer.url()).stream()
                .map(it -> new TokenKey(issuer.key(it), it, List.of())))
        .filter(it -> it.key().equalsIgnoreCase(key))
        .map(TokenKey::claim)
        .findFirst()
        .orElse(null);
  }

  /**
   * A key of the issuer's besides {@link #keys}, for which AWS does not say that it has it.
   *
   * @param claim as the policy writes it: case does not matter
   */
  KeyValue other(String claim) {
    if (issuer.isGoogle()) {
      return isOrganizationNumber(claim) ? organizationNumber() : KeyValue.absent();
    }
    // The guide has this key for Google; whether other issuers have it is not written.
    if (claim.equalsIgnoreCase("oaud")) {
      return KeyValue.unknown();
    }
    List<JsonNode> values =
        jwt.claims().properties().stream()
            .filter(it -> it.getKey().equalsIgnoreCase(claim) && !it.getValue().isNull())
            .map(Map.Entry::getValue)
            .toList();
    if (values.isEmpty()) {
      return KeyValue.absent();
    }
    JsonNode value = values.getFirst();
    if (values.size() > 1) {
      return KeyValue.unknown();
    }
    if (issuer.isCognito() && claim.equalsIgnoreCase("amr") && value.isArray()) {
      return new KeyValue.Known(value.valueStream().map(it -> it.asString("")).toList(), true);
    }
    return value.isString() ? new KeyValue.Perhaps(value.asString()) : KeyValue.unknown();
  }

  /** AWS and Google write the claim differently; which AWS reads is not known. */
  private KeyValue organizationNumber() {
    List<String> numbers =
        Stream.of(
                jwt.claims().path("google").path("organization_number"),
                jwt.claims().path("google:organization_number"),
                jwt.claims().path("google/organization_number"))
            .filter(it -> !it.isMissingNode() && !it.isNull())
            .map(it -> it.asString(""))
            .distinct()
            .toList();
    return switch (numbers.size()) {
      case 0 -> KeyValue.absent();
      case 1 -> new KeyValue.Perhaps(numbers.getFirst());
      default -> KeyValue.unknown();
    };
  }

  static boolean isOrganizationNumber(String claim) {
    return claim.toLowerCase(Locale.ROOT).endsWith("organization_number");
  }

  /** Whether the token has the claim, or one within it. */
  boolean has(String claim) {
    return jwt.claims().propertyNames().stream()
        .anyMatch(it -> it.equals(claim) || it.startsWith(claim + "/"));
  }
}
