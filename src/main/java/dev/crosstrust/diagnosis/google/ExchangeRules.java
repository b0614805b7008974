package dev.crosstrust.diagnosis.google;

import dev.crosstrust.diagnosis.symptom.Rule;
import dev.crosstrust.diagnosis.symptom.Symptom;
import dev.crosstrust.finding.Confidence;
import dev.crosstrust.finding.Finding;
import dev.crosstrust.finding.Fix;
import java.util.List;
import java.util.function.Function;

/**
 * What Google's STS answers to the exchange of a token.
 *
 * @see <a href="https://cloud.google.com/iam/docs/reference/sts/rest/v1/TopLevel/token">Method:
 *     token</a>
 */
public final class ExchangeRules {
  public static final List<Rule> TABLE =
      List.of(
          Rule.saying("The audience in ID Token", PoolFindings::audience),
          Rule.saying("The issuer in ID Token", PoolFindings::issuer),
          Rule.saying("is stale to sign-in", GoogleTokenRefusals::stale),
          Rule.saying(
              "Error connecting to the given credential's issuer", PoolFindings::unreachable),
          Rule.saying(
              "Unable to verify the ID Token signature", _ -> GoogleTokenRefusals.signature()),
          Rule.saying("Unable to parse the ID Token", _ -> GoogleTokenRefusals.unparseable()),
          Rule.saying("rejected by the attribute condition", PoolFindings::condition),
          Rule.saying("Could not obtain a value for google.subject", _ -> PoolFindings.noSubject()),
          Rule.saying(
              "ID Token does not contain user's identity in 'sub'", _ -> PoolFindings.noSubject()),
          Rule.saying("exceeds the 127 bytes", _ -> PoolFindings.subjectTooLong()),
          Rule.saying("must be of type STRING", PoolFindings::noText),
          new Rule(
              symptom ->
                  symptom.is("invalid_target") || symptom.says("The target service indicated"),
              PoolFindings::target),
          Rule.saying("Invalid value for \"audience\"", RequestRefusals::audience),
          Rule.saying("Scope(s) must be provided", _ -> RequestRefusals.scope()),
          Rule.saying("requested_token_type", _ -> RequestRefusals.malformed()),
          Rule.saying("subject_token_type", _ -> RequestRefusals.malformed()),
          Rule.saying("AWS request has invalid format", _ -> GoogleTokenRefusals.awsFormat()),
          Rule.saying("Invalid format of AWS credentials", _ -> GoogleTokenRefusals.awsFormat()),
          aws("RequestTimeTooSkewed", _ -> GoogleTokenRefusals.awsStale()),
          aws("RequestExpired", _ -> GoogleTokenRefusals.awsStale()),
          aws("ExpiredToken", _ -> GoogleTokenRefusals.awsStale()),
          aws("", _ -> GoogleTokenRefusals.awsSignature()),
          Rule.saying(
              "The AWS account of the given credential", _ -> GoogleTokenRefusals.awsAccount()),
          Rule.saying("throttled due to rate limit: sts.googleapis.com", _ -> throttled()),
          Rule.on(_ -> throttled(), "quota_exceeded"),
          new Rule(ExchangeRules::lastSecond, _ -> GoogleTokenRefusals.lastSecond()));

  private ExchangeRules() {}

  /** What AWS said when Google sent it the signed request; Google's own words are not known. */
  private static Rule aws(String code, Function<Symptom, Finding> meaning) {
    return new Rule(
        symptom ->
            symptom.says("AWS did not accept the signed request")
                && (code.isEmpty() || symptom.says(code)),
        symptom -> meaning.apply(symptom).confidence(Confidence.LIKELY));
  }

  private static boolean lastSecond(Symptom symptom) {
    return (symptom.leg().equals("exchange") || symptom.from("sts"))
        && symptom.is("INTERNAL")
        && Integer.valueOf(500).equals(symptom.status());
  }

  private static Finding throttled() {
    return Finding.error("google.throttled", "Google's STS was asked too often")
        .fix(Fix.of("Wait some seconds, then run again"))
        .source(PoolFindings.PAGE);
  }
}
