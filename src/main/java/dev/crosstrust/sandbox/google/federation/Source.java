package dev.crosstrust.sandbox.google.federation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whom a provider believes. */
public sealed interface Source {

  /**
   * An issuer of OpenID Connect tokens.
   *
   * @param issuerUri compared with {@code iss} to the letter
   * @param allowedAudiences empty for the provider's own name, with or without {@code https:}
   * @param jwksJson uploaded keys, which take the place of discovery; null for discovery
   */
  record Oidc(String issuerUri, List<String> allowedAudiences, @Nullable String jwksJson)
      implements Source {
    public Oidc {
      allowedAudiences = List.copyOf(allowedAudiences);
    }

    /** An issuer whose keys are discovered, with the provider's own name as audience. */
    public Oidc(String issuerUri) {
      this(issuerUri, List.of(), null);
    }
  }

  /**
   * An AWS account, whose principals present a signed request.
   *
   * @param accountId twelve digits
   */
  record Aws(String accountId) implements Source {}
}
