package dev.crosstrust.token.lens;

import dev.crosstrust.finding.Confidence;
import dev.crosstrust.finding.Finding;
import dev.crosstrust.finding.Fix;
import dev.crosstrust.token.Family;
import dev.crosstrust.token.Token;
import dev.crosstrust.token.signature.SignatureCheck;
import java.util.List;

/** What the check of the signature means for whoever will read the token. */
final class SignatureFindings {
  private SignatureFindings() {}

  static List<Finding> of(Token token, SignatureCheck check) {
    String reader = token.family() == Family.AWS_OUTBOUND ? "google" : "aws";
    String reason = check.reason() == null ? "" : check.reason();
    return switch (check.cause()) {
      case VERIFIED, NOT_ASKED, UNSIGNED, ALGORITHM_UNKNOWN -> List.of();
      case KEY_NOT_FOUND, SEVERAL_KEYS ->
          List.of(
              Finding.error(
                      reader + ".key-not-found",
                      "The key that signed the token cannot be found among the issuer's.")
                  .because(reason)
                  .fix(
                      Fix.of("Ask for a new token: the issuer may have changed its keys."),
                      Fix.of("Bring an uploaded key set up to date."))
                  .confidence(Confidence.LIKELY)
                  .source(Sources.DISCOVERY));
      case KEY_UNFIT, HEADER_REFUSED, DOES_NOT_VERIFY ->
          List.of(
              Finding.error(
                      reader + ".signature-invalid", "The signature of the token is not valid.")
                  .because(reason)
                  .fix(Fix.of("Ask its issuer for a new token and pass it on unchanged."))
                  .source("RFC 7515, section 5.2"));
      case KEYS_UNREACHABLE ->
          List.of(
              Finding.warning(
                      reader.equals("google")
                          ? "google.issuer-unreachable"
                          : "aws.keys-unreachable",
                      "The keys of the token's issuer could not be had from here.")
                  .because(reason)
                  .fix(
                      Fix.of(
                          "See that the issuer's discovery document and keys can be read from the"
                              + " internet, or upload the keys where the cloud allows it."))
                  .confidence(Confidence.POSSIBLE)
                  .source(Sources.DISCOVERY));
    };
  }
}
