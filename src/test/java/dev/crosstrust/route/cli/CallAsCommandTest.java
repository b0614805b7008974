package dev.crosstrust.route.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.evidence.Leg;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallAsCommandTest {
  private static final String MASK = "‹sha256:0123456789ab, 656 characters›";

  @Test
  void theExchangeIsAnAwsCommandWithTheTokenAsVariable() {
    Leg leg =
        leg(
            "sts",
            "AssumeRoleWithWebIdentity",
            "https://sts.eu-west-1.amazonaws.com",
            "Action=AssumeRoleWithWebIdentity&RoleArn=arn%3Aaws%3Aiam%3A%3A111122223333%3Arole%2FR"
                + "&RoleSessionName=s&WebIdentityToken="
                + MASK
                + "&DurationSeconds=3600");
    assertThat(CallAsCommand.of(leg))
        .isEqualTo(
            """
            aws sts assume-role-with-web-identity \\
              --role-arn arn:aws:iam::111122223333:role/R \\
              --role-session-name s \\
              --web-identity-token "$TOKEN" \\
              --duration-seconds 3600\
            """);
  }

  @Test
  void anOutboundTokenIsAskedForWithAllItsAudiencesAndTags() {
    Leg leg =
        leg(
            "sts",
            "GetWebIdentityToken",
            "https://sts.eu-west-1.amazonaws.com",
            "Action=GetWebIdentityToken&Audience.member.1=a.example&Audience.member.2=b%26c"
                + "&SigningAlgorithm=RS256&Tags.member.1.Key=team&Tags.member.1.Value=a+b");
    assertThat(CallAsCommand.of(leg))
        .isEqualTo(
            """
            aws sts get-web-identity-token \\
              --audience a.example 'b&c' \\
              --signing-algorithm RS256 \\
              --tags Key=team,Value='a b'\
            """);
  }

  @Test
  void aBucketIsFoundInPathAndHostAndTheSandboxIsNamed() {
    Leg sandbox =
        leg("s3", "ListObjectsV2", "http://127.0.0.1:4566/b?list-type=2&prefix=a%2F%27b", null);
    assertThat(CallAsCommand.of(sandbox))
        .isEqualTo(
            """
            aws s3api list-objects-v2 \\
              --bucket b \\
              --prefix 'a/'\\''b' \\
              --endpoint-url http://127.0.0.1:4566\
            """);
    Leg real = leg("s3", "HeadObject", "https://my.bucket.s3.eu-west-1.amazonaws.com/a/b", null);
    assertThat(CallAsCommand.of(real))
        .isEqualTo("aws s3api head-object \\\n  --bucket my.bucket \\\n  --key a/b");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ListBuckets | b?project=demo&maxResults=9 | buckets list --project demo",
        "ListObjects | b/my-bucket/o?delimiter=/&prefix=a%2Fb%20c | ls 'gs://my-bucket/a/b c'",
        "GetObjectMetadata | b/my-bucket/o/a%2Fb | objects describe gs://my-bucket/a/b",
        "GetObject | b/my-bucket/o/a%2Fb%2Bc?alt=media | cp gs://my-bucket/a/b+c object",
        "DeleteObject | b/my-bucket/o/x | rm gs://my-bucket/x",
      })
  void cloudStorageIsAskedByGcloud(String operation, String path, String words) {
    Leg leg = leg("gcs", operation, "https://storage.googleapis.com/storage/v1/" + path, null);
    assertThat(CallAsCommand.of(leg))
        .isEqualTo("CLOUDSDK_AUTH_ACCESS_TOKEN_FILE=token gcloud storage " + words);
  }

  @Test
  void anUploadIsACopyToTheBucketUnderItsNameWhereThatIsKnown() {
    String upload = "https://storage.googleapis.com/upload/storage/v1/b/my-bucket/o?uploadType=";
    assertThat(CallAsCommand.of(leg("gcs", "CreateObject", upload + "multipart", null)))
        .endsWith("gcloud storage cp object gs://my-bucket/OBJECT");
    assertThat(CallAsCommand.of(leg("gcs", "CreateObject", upload + "resumable&name=a%2Fb", null)))
        .endsWith("gcloud storage cp object gs://my-bucket/a/b");
  }

  @Test
  void anythingElseIsCurlWithoutItsSecrets() {
    Leg leg =
        leg(
            "iamcredentials",
            "generateIdToken",
            "https://iamcredentials.googleapis.com/v1/x:generateIdToken",
            "{\"audience\":\"it's\"}");
    assertThat(CallAsCommand.of(leg))
        .isEqualTo(
            """
            curl -X POST \\
              -H 'Authorization: Bearer '"$TOKEN"'' \\
              --data '{"audience":"it'\\''s"}' \\
              https://iamcredentials.googleapis.com/v1/x:generateIdToken\
            """);
  }

  private static Leg leg(String service, String operation, String target, @Nullable String body) {
    String endpoint = target.replaceFirst("(//[^/]*).*", "$1");
    return new Leg(
        "any",
        service,
        operation,
        endpoint,
        200,
        Instant.EPOCH,
        1,
        null,
        Leg.Result.DONE,
        new Leg.Sent("POST", target, Map.of("Authorization", "Bearer " + MASK), body),
        new Leg.Received(Map.of(), null, null));
  }
}
