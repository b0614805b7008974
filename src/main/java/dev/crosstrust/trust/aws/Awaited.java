package dev.crosstrust.trust.aws;

import dev.crosstrust.token.Jwt;
import dev.crosstrust.token.signature.SignatureCheck;
import dev.crosstrust.token.signature.SignatureCheck.Cause;
import dev.crosstrust.token.signature.SignatureCheck.Status;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A Google ID token that will be presented, as far as it is known before it is there.
 *
 * @param audience its {@code aud}, which AWS reads as {@code accounts.google.com:oaud}
 * @param subject its {@code sub}; null where it is not known
 * @param authorizedParty its {@code azp}, which AWS reads as {@code accounts.google.com:aud}; null
 *     where it is not known
 */
public record Awaited(String audience, @Nullable String subject, @Nullable String authorizedParty) {
  /** What policies say in the place of a subject that is not known. */
  public static final String PLACEHOLDER = "UNIQUE_ID";

  private static final String OWN = Issuer.GOOGLE + ":";

  /** Keys that only the token and the request itself tell; how AWS spells the last is not known. */
  private static final List<String> LATER =
      List.of(
          "aws:CurrentTime",
          "aws:EpochTime",
          OWN + "google/organization_number",
          OWN + "google:organization_number",
          OWN + "organization_number");

  /** The statement that lets it in. */
  public ObjectNode statement() {
    return WayIn.statement(Issuer.of(token()), token(), List.of());
  }

  /** A policy of that statement alone, JSON. */
  public String policy() {
    ObjectNode policy = JsonMapper.shared().createObjectNode();
    policy.put("Version", "2012-10-17");
    policy.putArray("Statement").add(statement());
    return policy.toString();
  }

  /** Asks a role's policy. */
  TrustQuestion question(String policy, RoleArn role, @Nullable List<OidcProvider> providers) {
    return new TrustQuestion(
        token(),
        policy,
        role.arn(),
        providers,
        new SignatureCheck(Status.UNCHECKED, null, null, null, Cause.NOT_ASKED),
        Instant.EPOCH,
        Map.of(),
        open());
  }

  private Set<String> open() {
    Set<String> keys = new HashSet<>(LATER);
    if (subject == null) {
      keys.add(OWN + "sub");
    }
    if (authorizedParty == null) {
      keys.add(OWN + "aud");
    }
    return keys;
  }

  private Jwt token() {
    ObjectNode claims = JsonNodeFactory.instance.objectNode();
    claims.put("iss", "https://" + Issuer.GOOGLE).put("aud", audience);
    claims.put("sub", subject == null ? PLACEHOLDER : subject);
    if (authorizedParty != null) {
      claims.put("azp", authorizedParty);
    }
    return Jwt.awaited(claims);
  }
}
