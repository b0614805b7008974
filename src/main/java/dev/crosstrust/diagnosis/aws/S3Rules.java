package dev.crosstrust.diagnosis.aws;

import dev.crosstrust.diagnosis.symptom.Rule;
import dev.crosstrust.diagnosis.symptom.Symptom;
import dev.crosstrust.finding.Confidence;
import dev.crosstrust.finding.Finding;
import dev.crosstrust.finding.Fix;
import java.util.List;

/**
 * S3's answers that are not about permission.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html">Error
 *     responses</a>
 */
public final class S3Rules {
  private static final String PAGE =
      "https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html";

  public static final List<Rule> TABLE =
      List.of(
          Rule.on(
              _ ->
                  error("s3.bucket-disabled", "All access to this bucket is switched off")
                      .fix(Fix.of("See whether the account is suspended, or take another bucket")),
              "AllAccessDisabled"),
          Rule.on(
              _ ->
                  error("s3.throttled", "S3 asks for fewer calls")
                      .fix(Fix.of("Wait a minute, then run again")),
              "SlowDown",
              "ServiceUnavailable"),
          new Rule(S3Rules::withoutSessionToken, S3Rules::sessionTokenMissing),
          Rule.on(SessionFindings::credentialsUnknown, "InvalidAccessKeyId"),
          Rule.on(_ -> keyMissing(), "KMS.NotFoundException"),
          Rule.on(_ -> signature(), "SignatureDoesNotMatch"),
          Rule.on(
              symptom ->
                  error("s3.expired", "The session has ended").fix(SessionFindings.anew(symptom)),
              "ExpiredToken",
              "ExpiredTokenException"),
          Rule.on(
              symptom ->
                  error("s3.token-malformed", "The session token is cut, or not of these keys")
                      .because(
                          "Also: a token of the global STS endpoint in a region that must be"
                              + " switched on")
                      .fix(
                          Fix.of(
                              symptom.pasted()
                                  ? "Get new keys, and take keys and token from one answer"
                                  : "Run the route again; take keys and token from one answer"))
                      .confidence(Confidence.LIKELY),
              "InvalidToken"),
          new Rule(S3Rules::elsewhere, S3Rules::wrongRegion),
          Rule.on(_ -> noBucket(), "NoSuchBucket"),
          Rule.on(_ -> noObject(), "NoSuchKey"),
          new Rule(symptom -> missing(symptom, "HeadBucket"), _ -> noBucket()),
          new Rule(symptom -> missing(symptom, "HeadObject"), _ -> noObject()));

  private S3Rules() {}

  /** What is asked by HEAD is answered without a body, so without a code. */
  private static boolean missing(Symptom symptom, String operation) {
    return symptom.from("s3")
        && symptom.operation().equals(operation)
        && Integer.valueOf(404).equals(symptom.status());
  }

  private static Finding noBucket() {
    return error("s3.no-such-bucket", "There is no bucket of this name")
        .fix(Fix.of("Compare the name letter by letter; see the partition"));
  }

  private static Finding noObject() {
    return error("s3.key-missing-or-hidden", "There is no object of this name")
        .fix(Fix.of("List the prefix; names are case-sensitive"));
  }

  private static Finding keyMissing() {
    return error("aws.denied-kms", "The KMS key that the object is encrypted with is not there")
        .because("It was deleted, is of another region, or its account does not show it")
        .fix(
            Fix.of("See which key the bucket names, and whether it is there in this region")
                .withAws("aws s3api get-bucket-encryption --bucket BUCKET"))
        .confidence(Confidence.LIKELY);
  }

  /** The request shows it; where there is a text alone, S3 tells the key and not the rest. */
  private static boolean withoutSessionToken(Symptom symptom) {
    return symptom.is("InvalidAccessKeyId")
        && (symptom.sent().isEmpty()
            ? symptom.fields().getOrDefault("AWSAccessKeyId", "").startsWith("ASIA")
            : sentNone(symptom));
  }

  private static boolean sentNone(Symptom symptom) {
    return symptom.sent().getOrDefault("authorization", "").contains("Credential=ASIA")
        && !symptom.sent().containsKey("x-amz-security-token");
  }

  private static Finding sessionTokenMissing(Symptom symptom) {
    boolean shown = !symptom.sent().isEmpty();
    return error("s3.session-token-missing", "Temporary keys were used without their session token")
        .because(
            "An access key that begins with ASIA is temporary; "
                + (shown
                    ? "no X-Amz-Security-Token was sent"
                    : "AWS knows such a key together with its session token only"))
        .fix(Fix.of("Hand on all three: access key, secret key and session token"))
        .confidence(shown ? Confidence.CERTAIN : Confidence.LIKELY);
  }

  private static Finding signature() {
    return error("s3.signature", "The request's signature is not the one that the service computes")
        .because(
            "The secret key is not that of the access key, or something between changed the"
                + " request")
        .fix(
            Fix.of("Take the keys anew; look for blanks at their ends"),
            Fix.of("Try without a proxy: one that changes headers breaks signatures"))
        .confidence(Confidence.LIKELY);
  }

  private static boolean elsewhere(Symptom symptom) {
    return symptom.is(
            "PermanentRedirect",
            "TemporaryRedirect",
            "AuthorizationHeaderMalformed",
            "IllegalLocationConstraintException")
        || (symptom.from("s3") && Integer.valueOf(301).equals(symptom.status()));
  }

  private static Finding wrongRegion(Symptom symptom) {
    String region = symptom.fields().get("Region");
    String title =
        region == null
            ? "The bucket is in another region than the one that was called"
            : "The bucket is in another region: %s".formatted(region);
    return error("s3.wrong-region", title)
        .fix(Fix.of(region == null ? "Set the bucket's region" : "Set region to " + region));
  }

  private static Finding error(String id, String title) {
    return Finding.error(id, title).source(PAGE);
  }
}
