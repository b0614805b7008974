package dev.crosstrust.sandbox.aws.sts;

import com.nimbusds.jose.JWSObject;
import dev.crosstrust.sandbox.aws.AwsError;
import java.text.ParseException;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A token as presented: taken apart and complete, not yet believed.
 *
 * @param claims the payload; of a doubled member the last counts
 */
record WebIdentityToken(JWSObject jws, JsonNode claims) {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final List<String> REQUIRED = List.of("iss", "sub", "aud", "iat", "exp");

  /**
   * Takes a token apart.
   *
   * @throws AwsError when it is no JWT or lacks what STS needs
   */
  static WebIdentityToken parse(String compact) {
    WebIdentityToken token;
    try {
      JWSObject jws = JWSObject.parse(compact);
      token = new WebIdentityToken(jws, JSON.readTree(jws.getPayload().toBytes()));
    } catch (ParseException | JacksonException notJwt) {
      throw notJwt();
    }
    if (!token.claims.isObject()) {
      throw notJwt();
    }
    token.checkClaims();
    return token;
  }

  private static AwsError notJwt() {
    return StsErrors.invalidToken(
        "The ID Token provided is not a valid JWT. (You may see this error if you sent an Access"
            + " Token)");
  }

  private void checkClaims() {
    for (String name : REQUIRED) {
      if (!claims.has(name)) {
        throw StsErrors.invalidToken("Missing a required claim: " + name);
      }
    }
    if (claims.path("sub").isNull()) {
      throw new AwsError(500, "InternalFailure", "Unknown error validating third-party token");
    }
    if (audiences().equals(List.of(""))) {
      throw StsErrors.invalidToken("Claim is not allowed to be empty: aud");
    }
    if (audiences().size() > 1 && authorizedParty().isEmpty()) {
      throw StsErrors.invalidToken(
          "Token audience contains more than one audience while authorized party is not present");
    }
  }

  String issuer() {
    return claims.path("iss").asString("");
  }

  /** A number counts as its digits. */
  String subject() {
    return claims.path("sub").asString("");
  }

  List<String> audiences() {
    return texts("aud");
  }

  Optional<String> authorizedParty() {
    return Optional.of(claims.path("azp"))
        .filter(it -> !it.isMissingNode())
        .map(it -> it.asString(""));
  }

  /** What STS takes for the audience: {@code azp} where it is set, else {@code aud}. */
  String audience() {
    return authorizedParty().orElseGet(() -> audiences().isEmpty() ? "" : audiences().getFirst());
  }

  /** The values of a claim that is one text or a list of texts. */
  List<String> texts(String claim) {
    JsonNode node = claims.path(claim);
    return node.isArray()
        ? node.valueStream().map(it -> it.asString("")).toList()
        : node.isValueNode() ? List.of(node.asString("")) : List.of();
  }
}
