package dev.crosstrust.diagnosis.google;

import dev.crosstrust.diagnosis.symptom.Symptom;
import dev.crosstrust.finding.Confidence;
import dev.crosstrust.finding.Finding;
import dev.crosstrust.finding.Fix;
import java.time.Instant;
import java.util.regex.Pattern;

/** What Google's STS says of the token itself, be it a JWT or a signed request. */
final class GoogleTokenRefusals {
  private static final String SIGNING =
      "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-troubleshooting.html";
  private static final Pattern ISSUED = Pattern.compile("issued at (\\d{9,11}) is stale");

  private GoogleTokenRefusals() {}

  static Finding stale(Symptom symptom) {
    String[] because =
        symptom.find(ISSUED).stream()
            .map(match -> Instant.ofEpochSecond(Long.parseLong(match.group(1))))
            .map(issued -> new String[] {"It was issued at %s".formatted(issued)})
            .findFirst()
            .orElseGet(() -> new String[] {"It says no time at which it was issued"});
    return error("google.token-stale", "The token is too old, or of the future, for Google")
        .because(because)
        .fix(
            Fix.of("Ask for a new token right before the exchange; Google forgives one minute"),
            Fix.of("If the token is new, compare the clocks"));
  }

  static Finding lastSecond() {
    return error("google.token-stale", "Google failed, as it does in the last second of a token")
        .fix(Fix.of("Ask for a new token with a longer duration"))
        .confidence(Confidence.POSSIBLE);
  }

  static Finding signature() {
    return error("google.signature-invalid", "The token's signature is not that of its key")
        .because("The key of this kid was replaced, the token changed, or its issuer is another's")
        .fix(Fix.of("Ask for a new token and pass it on unchanged"));
  }

  static Finding unparseable() {
    return error("google.token-unparseable", "What was presented is not a JWT")
        .because("Quotes, a line break, a word before it or an access token are the usual causes")
        .fix(Fix.of("Present the three base64url parts with dots between, and nothing else"));
  }

  static Finding awsFormat() {
    return error("aws4.format", "The signed request is not of the form that Google takes")
        .because(
            "It is percent-encoded JSON of url, method POST and headers: host, x-amz-date,"
                + " Authorization, x-amz-security-token with temporary keys, and"
                + " x-goog-cloud-target-resource naming this very provider")
        .fix(
            Fix.of("Read it with `crosstrust token decode`, which checks it field by field"),
            Fix.of("Sign one anew with `crosstrust token request --signed-request`"));
  }

  static Finding awsStale() {
    return error("aws4.stale", "AWS found the signed request, or its session, too old")
        .because("AWS takes a signature for some minutes, and session keys until their end")
        .fix(
            Fix.of("Sign right before the exchange, with a session that is not over"),
            Fix.of("Compare the clock of the machine that signs"))
        .source(SIGNING);
  }

  static Finding awsSignature() {
    return error("aws4.signature", "AWS did not take the signature when Google sent the request")
        .because("Google asks AWS who signed, and AWS refused to say")
        .fix(
            Fix.of("Sign for the host and region that url names, with keys that are in force"),
            Fix.of("Leave every signed header as it was signed"))
        .source(SIGNING);
  }

  static Finding awsAccount() {
    return error(
            "aws4.account-mismatch", "The provider trusts another AWS account than the signer's")
        .fix(
            Fix.of("Ask AWS whose keys signed").withAws("aws sts get-caller-identity"),
            Fix.of("Compare it with the provider's aws.accountId"))
        .confidence(Confidence.LIKELY);
  }

  private static Finding error(String id, String title) {
    return Finding.error(id, title).source(PoolFindings.PAGE);
  }
}
