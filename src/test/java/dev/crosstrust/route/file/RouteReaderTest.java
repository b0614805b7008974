package dev.crosstrust.route.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.evidence.Leg.Expectation;
import dev.crosstrust.exchange.aws.SigningAlgorithm;
import dev.crosstrust.route.AwsToGoogle;
import dev.crosstrust.route.GoogleToAws;
import dev.crosstrust.route.Operation;
import dev.crosstrust.route.Route;
import dev.crosstrust.route.Routes;
import dev.crosstrust.route.Step;
import dev.crosstrust.token.SubjectToken;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouteReaderTest {
  @Test
  void theFirstRoadOfTheContractIsRead() {
    GoogleToAws route = Routes.gkeToS3();
    assertThat(route.identity()).isEqualTo("gcloud:demo-gke");
    assertThat(route.aws().duration()).isEqualTo(Duration.ofHours(1));
    assertThat(route.aws().sessionName()).isEqualTo("gcp-session");
    assertThat(route.expect().awsAccount()).isEqualTo("111122223333");
    assertThat(route.steps())
        .containsExactly(
            new Step(Operation.LIST_BUCKETS, null, Expectation.ALLOWED),
            new Step(Operation.LIST_ROLES, null, Expectation.DENIED));
  }

  @Test
  void theSecondRoadOfTheContractIsRead() {
    AwsToGoogle route = Routes.lambdaToGcs();
    assertThat(route.token())
        .isEqualTo(
            new AwsToGoogle.TokenForm(
                SubjectToken.Kind.JWT, SigningAlgorithm.RS256, Duration.ofMinutes(5)));
    assertThat(route.google().audience())
        .startsWith("//iam.googleapis.com/projects/123456789012/")
        .endsWith("/providers/my-aws-app");
    assertThat(route.google().impersonate()).isNull();
    assertThat(route.steps().getFirst().target()).contains(Step.TIMESTAMP);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "region: eu-west-1 | regoin: eu-west-1 | 7:3 | aws.regoin is not known here; did you mean"
            + " region?",
        "audience: sts.amazonaws.com | audience: '' | 5:11 | audience: \"\" is not an audience: one"
            + " word, for example sts.amazonaws.com",
        "duration: 3600 | duration: 60 | 10:13 | aws.duration is a whole number of seconds from 900"
            + " to 43200",
        "duration: 3600 | duration: one hour | 10:13 | aws.duration is a whole number of seconds"
            + " from 900 to 43200",
        "role/GCPWorkloadIAMRole | user/me | 8:9 | aws.role: \"arn:aws:iam::111122223333:user/me\""
            + " is not a role's ARN: arn:aws:iam::ACCOUNT:role/NAME",
        "region: eu-west-1 | region: Ireland | 7:11 | aws.region: \"Ireland\" is not a region, for"
            + " example eu-west-1",
        "session: gcp-session | session: a/b | 9:12 | aws.session: \"a/b\" is not a session name: 2"
            + " to 64 letters, digits or any of _+=,.@-",
        "direction: google-to-aws | direction: google-to-was | 2:12 | direction: \"google-to-was\""
            + " is none of google-to-aws, aws-to-google; did you mean google-to-aws?",
        "audience: sts.amazonaws.com | identity: gcloud-adc | 5:1 | identity is written twice,"
            + " first in line 3",
        "s3.ListBuckets | s3.ListBucket | 13:10 | there is no step \"s3.ListBucket\"; did you mean"
            + " s3.ListBuckets?",
        "s3.ListBuckets | s3.GetObject | 13:5 | s3.GetObject needs a target: s3://bucket/key",
        "s3.ListBuckets | 's3.GetObject, target: gs://b/k' | 13:32 | the target of s3.GetObject is"
            + " s3://bucket/key",
        "s3.ListBuckets | 's3.ListBuckets, target: s3://bucket' | 13:34 | s3.ListBuckets takes no"
            + " target",
        "s3.ListBuckets | gcs.ListObjects | 13:10 | gcs.ListObjects is a step of direction"
            + " aws-to-google, this route goes google-to-aws",
        "expect: allowed | expect: allow | 13:34 | steps[1].expect: \"allow\" is none of allowed,"
            + " denied; did you mean allowed?",
        "'\"111122223333\"' | 111122223333 | 11:23 | expect.aws-account is text; put it between"
            + " quotes: \"111122223333\"",
        "gcloud:demo-gke | demo-gke | 3:11 | identity: \"demo-gke\" is not an identity:"
            + " gcloud:NAME, gcloud-adc, key:FILE, aws:PROFILE or aws-env",
        "audience: sts.amazonaws.com | audience: [a, b] | 5:11 | audience is text, not a list",
        "audience: sts.amazonaws.com | audience: *a | 5:11 | anchors, references and tags are not"
            + " used in a route",
        "name: gke-to-s3 | name: Gke | 1:7 | name: \"Gke\" is not a name: lower-case letters,"
            + " digits and dashes",
      })
  void whatIsWrongIsNamedWithItsPlace(String right, String wrong, String place, String message) {
    String yaml = Routes.GKE_TO_S3.replaceFirst(Pattern.quote(right), wrong);
    assertThat(yaml).isNotEqualTo(Routes.GKE_TO_S3);
    assertThat(sentence(yaml)).isEqualTo("route.yaml:%s: %s".formatted(place, message));
  }

  @Test
  void aMissingKeyIsNamed() {
    assertThat(sentence(Routes.GKE_TO_S3.replace("audience: sts.amazonaws.com\n", "")))
        .isEqualTo("route.yaml:1:1: audience is missing");
  }

  @Test
  void aSecondDocumentIsRefused() {
    assertThat(sentence(Routes.GKE_TO_S3 + "---\n" + Routes.LAMBDA_TO_GCS))
        .isEqualTo("route.yaml:16:1: a second document starts here; a file holds one route");
  }

  @Test
  void aFileThatIsNotYamlIsRefusedAtItsPlace() {
    assertThat(sentence("name: x\nsteps: [a,\n"))
        .startsWith("route.yaml:2:")
        .contains("not YAML: ")
        .doesNotContain("\n");
  }

  @Test
  void anEmptyFileIsRefused() {
    assertThat(sentence("")).isEqualTo("route.yaml:1:1: the file is empty");
    assertThat(sentence("# nothing\n")).isEqualTo("route.yaml:1:1: the file is empty");
  }

  @Test
  void aListIsNotARoute() {
    assertThat(sentence("- a\n"))
        .isEqualTo("route.yaml:1:1: a route is a group of keys, not a list");
  }

  @Test
  void aKeyOfTheOtherDirectionIsRefused() {
    assertThat(sentence(Routes.LAMBDA_TO_GCS + "impersonate: a@b.iam.gserviceaccount.com\n"))
        .isEqualTo("route.yaml:12:1: impersonate is not known here");
  }

  @Test
  void aSignedRequestHasNoDuration() {
    String yaml = Routes.LAMBDA_TO_GCS.replace("jwt, algorithm: RS256", "signed-request");
    assertThat(sentence(yaml)).endsWith("token.duration is for kind jwt only");
  }

  @Test
  void aSecretIsRefusedByItsLineAndNotRepeated() {
    String key = "AKIA" + "Q".repeat(16);
    String jwt = "eyJ" + "h".repeat(20) + "." + "p".repeat(20) + "." + "s".repeat(20);
    String secretKey = "aB3/".repeat(10);
    for (String secret : new String[] {key, jwt, secretKey}) {
      String sentence = sentence("name: a\n\n  region: " + secret + "\n");
      assertThat(sentence).startsWith("route.yaml:3:3: ").doesNotContain(secret);
    }
    assertThat(sentence("name: a\naws_secret_access_key: hush\n"))
        .startsWith("route.yaml:2:1: ")
        .doesNotContain("hush");
  }

  private static String sentence(String yaml) {
    return switch (RouteReader.read(yaml, "route.yaml")) {
      case Loaded.Good(Route route, String _) -> throw new AssertionError("read: " + route.name());
      case Loaded.Bad(RouteProblem problem) -> problem.sentence();
    };
  }
}
