package dev.crosstrust.sandbox.aws.signature;

import dev.crosstrust.sandbox.aws.AwsError;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The words of a service for everything that can be wrong with a signature. */
sealed interface Refusals permits QueryRefusals, S3Refusals {
  /** How far a request's clock may be from the cloud's, either way. */
  Duration ALLOWED_SKEW = Duration.ofMinutes(15);

  /** The form of {@code X-Amz-Date}. */
  DateTimeFormatter BASIC =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  AwsError notSigned();

  AwsError otherMechanism(String scheme);

  AwsError incompleteHeader();

  AwsError malformedCredential(boolean presigned);

  AwsError incompleteQuery();

  AwsError missingDate();

  AwsError otherDate(Presented presented);

  AwsError unknownKey(String accessKeyId);

  AwsError tokenMissing(String accessKeyId);

  AwsError tokenWrong(String token);

  AwsError tokenExpired(String token);

  AwsError skewed(Presented presented, Instant now);

  AwsError mismatch(Presented presented, CanonicalRequest request, String stringToSign);
}
