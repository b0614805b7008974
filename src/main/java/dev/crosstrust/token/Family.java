package dev.crosstrust.token;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/**
 * Who made a token, by its issuer and claims: the first that fits. It says how to read the claims,
 * not that they are true.
 */
public enum Family {
  GOOGLE_ID("google-id", "(?:https://)?accounts\\.google\\.com", ""),
  /** A service account's own assertion (RFC 7523): asks for a token, is none. */
  GOOGLE_ASSERTION("google-assertion", ".+@.+\\.gserviceaccount\\.com", ""),
  AWS_OUTBOUND("aws-outbound", "https://[0-9a-f-]{36}\\.tokens\\.sts\\.global\\.api\\.aws", ""),
  GITHUB("github", "https://token\\.actions\\.githubusercontent\\.com(?:/.*)?", ""),
  GITLAB("gitlab", "https://gitlab\\.com", "namespace_path"),
  CIRCLECI("circleci", "https://oidc\\.circleci\\.com/org/.+", ""),
  BITBUCKET("bitbucket", "https://api\\.bitbucket\\.org/.+", ""),
  BUILDKITE("buildkite", "https://agent\\.buildkite\\.com", ""),
  TERRAFORM("terraform", "https://app\\.terraform\\.io", ""),
  VERCEL("vercel", "https://oidc\\.vercel\\.com(?:/.*)?", ""),
  ENTRA("entra", "https://(?:login\\.microsoftonline\\.com|sts\\.windows\\.net)/.+", ""),
  COGNITO("cognito", "https://cognito-i(?:dp|dentity)\\..*amazonaws\\.com(?:\\.cn)?(?:/.+)?", ""),
  FIREBASE("firebase", "https://securetoken\\.google\\.com/.+", ""),
  AUTH0("auth0", "https://.+\\.auth0\\.com/", ""),
  OKTA("okta", "https://.+\\.okta(?:preview|-emea)?\\.com(?:/.*)?", ""),
  KUBERNETES(
      "kubernetes",
      "https://(?:container\\.googleapis\\.com/v1/projects/|oidc\\.eks\\.|kubernetes\\.default).*",
      "kubernetes.io"),
  AWS_SIGNED_REQUEST("aws-signed-request", "(?!)", ""),
  UNKNOWN("unknown", "(?!)", "");

  private final String id;
  private final Pattern issuer;
  private final String telltale;

  /**
   * @param telltale a claim that only this family has: clusters and hosts of one's own have issuers
   *     of any name
   */
  Family(String id, String issuer, String telltale) {
    this.id = id;
    this.issuer = Pattern.compile(issuer);
    this.telltale = telltale;
  }

  /** The family of a JWT with these claims: by its issuer, else by a claim. */
  static Family of(ObjectNode claims) {
    String iss = claims.path("iss").stringValue("");
    return first(family -> family.issuer.matcher(iss).matches())
        .or(() -> first(family -> !family.telltale.isEmpty() && claims.has(family.telltale)))
        .orElse(UNKNOWN);
  }

  private static Optional<Family> first(Predicate<Family> fits) {
    return Arrays.stream(values()).filter(fits).findFirst();
  }

  /** The name in JSON. */
  @JsonValue
  public String id() {
    return id;
  }
}
