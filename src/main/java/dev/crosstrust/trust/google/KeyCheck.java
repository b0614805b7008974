package dev.crosstrust.trust.google;

import dev.crosstrust.finding.Confidence;
import dev.crosstrust.finding.Finding;
import dev.crosstrust.finding.Fix;
import dev.crosstrust.token.Jwt;
import dev.crosstrust.token.signature.KeySource;
import dev.crosstrust.token.signature.SignatureCheck;
import dev.crosstrust.token.signature.TokenVerifier;
import dev.crosstrust.trust.Ternary;
import java.util.Set;

/** The token's signature, by the keys that Google would use. */
final class KeyCheck {
  private static final Set<String> DOCUMENTED = Set.of("RS256", "ES256");
  private static final String SEEN = "ES384";

  private KeyCheck() {}

  /** With uploaded keys these alone count; else what is known already. */
  static SignatureCheck signature(PoolQuestion question) {
    String jwks = question.provider().jwks();
    return jwks == null || !(question.token() instanceof Jwt)
        ? question.signature()
        : TokenVerifier.verify(
            question.token(), KeySource.given(jwks, "the keys uploaded to the provider"));
  }

  static Judged of(Jwt jwt, PoolProvider provider, SignatureCheck check) {
    if (provider.jwks() != null) {
      Judged uploaded = UploadedKeys.of(provider.jwks());
      if (uploaded.passes() != Ternary.YES) {
        return uploaded;
      }
    }
    String because = check.reason() == null ? "" : check.reason();
    return switch (check.cause()) {
      case VERIFIED, NOT_ASKED, ALGORITHM_UNKNOWN ->
          jwt.jws().keyId().isEmpty() ? Judged.open(unnamed()) : algorithm(jwt);
      case UNSIGNED ->
          Judged.refused(
              invalid("token.unsigned", "The token is not signed")
                  .because(because)
                  .source("RFC 7515, section 5.2"));
      case KEY_NOT_FOUND -> Judged.refused(notFound(provider).because(because));
      case SEVERAL_KEYS ->
          Judged.open(notFound(provider).because(because).confidence(Confidence.POSSIBLE));
      case DOES_NOT_VERIFY ->
          Judged.refused(
              invalid("google.signature-invalid", "The signature of the token is not valid")
                  .because(because));
      case KEY_UNFIT, HEADER_REFUSED ->
          Judged.refused(
              invalid("google.signature-invalid", "The signature of the token is not valid")
                  .because(because)
                  .confidence(Confidence.LIKELY));
      case KEYS_UNREACHABLE -> Judged.open(new UnreachableKeys(jwt, provider).finding(because));
    };
  }

  private static Judged algorithm(Jwt jwt) {
    String algorithm = jwt.jws().algorithm().orElse("");
    if (DOCUMENTED.contains(algorithm)) {
      return Judged.passed();
    }
    Finding finding =
        Finding.warning(
                "google.algorithm-undocumented",
                "Google documents RS256 and ES256; this token is signed with %s"
                    .formatted(algorithm.isEmpty() ? "no named algorithm" : algorithm))
            .fix(
                IssuerCheck.ask(
                    "Ask for a token signed with RS256.",
                    jwt.text("iss").orElse(null),
                    jwt.audiences().stream().findFirst().orElse("AUDIENCE"),
                    "RS256"))
            .confidence(Confidence.POSSIBLE)
            .source(Pages.TOKEN);
    return algorithm.equals(SEEN)
        ? Judged.passed(
            finding.because("ES384 was seen to work with the keys that the issuer publishes."))
        : Judged.open(finding.because("Whether Google takes it is not known here."));
  }

  private static Finding unnamed() {
    return Finding.warning("google.key-not-found", "The token does not say which key signed it")
        .because("Its header has no `kid`, which Google documents as required.")
        .fix(Fix.of("Let the issuer put the `kid` of its key into the header."))
        .confidence(Confidence.POSSIBLE)
        .source(Pages.TOKEN);
  }

  private static Finding notFound(PoolProvider provider) {
    Finding finding =
        Finding.error(
                "google.key-not-found",
                "The key that signed the token cannot be found among those Google would use")
            .source(Pages.KEYS);
    return provider.jwks() == null
        ? finding.fix(
            Fix.of("Ask for a new token: the issuer may have changed its keys."),
            Fix.of("See that the issuer's keys, as it publishes them, have this `kid`."))
        : finding.fix(
            Fix.of("Bring the uploaded key set up to date: the issuer's own keys do not count."));
  }

  private static Finding invalid(String id, String title) {
    return Finding.error(id, title)
        .fix(Fix.of("Ask its issuer for a new token and pass it on unchanged."))
        .source(Pages.TOKEN);
  }
}
