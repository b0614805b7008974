package dev.crosstrust.route.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.route.AwsToGoogle;
import dev.crosstrust.route.Direction;
import dev.crosstrust.route.Operation;
import dev.crosstrust.route.Route;
import dev.crosstrust.route.Routes;
import dev.crosstrust.route.file.RouteDraft.DraftStep;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouteDraftTest {
  @Test
  void aSavedRouteIsTheSameThroughADraft() {
    assertThat(RouteDraft.of(Routes.gkeToS3()).check())
        .isEqualTo(new Drafted.Good(Routes.gkeToS3()));
    assertThat(RouteDraft.of(Routes.lambdaToGcs()).check())
        .isEqualTo(new Drafted.Good(Routes.lambdaToGcs()));
  }

  @Test
  void whatASignedRequestDoesNotHaveIsLeftOut() {
    RouteDraft draft =
        with(Routes.lambdaToGcs(), RouteKey.TOKEN_KIND, AwsToGoogle.TokenForm.SIGNED_REQUEST);
    assertThat(draft.counts(RouteKey.ALGORITHM)).isFalse();
    assertThat(draft.counts(RouteKey.PROVIDER)).isTrue();
    assertThat(draft.check())
        .isInstanceOfSatisfying(
            Drafted.Good.class,
            good ->
                assertThat(RouteWriter.write(good.route()))
                    .contains("token: {kind: signed-request}"));
  }

  /** The right-hand side is what RouteReader says of the same mistake in a file. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "NAME | Gke | name: \"Gke\" is not a name: lower-case letters, digits and dashes",
        "NAME | '' | name is missing",
        "IDENTITY | '' | identity is missing",
        "IMPERSONATE | someone | impersonate: \"someone\" is not a service account's e-mail"
            + " address",
        "AUDIENCE | two words | audience: \"two words\" is not an audience: one word, for example"
            + " sts.amazonaws.com",
        "ROLE | '' | aws.role is missing",
        "REGION | Ireland | aws.region: \"Ireland\" is not a region, for example eu-west-1",
        "SESSION | a/b | aws.session: \"a/b\" is not a session name: 2 to 64 letters, digits or any"
            + " of _+=,.@-",
        "DURATION | one hour | aws.duration is a whole number of seconds from 900 to 43200",
        "DURATION | 60 | aws.duration is a whole number of seconds from 900 to 43200",
        "AWS_ACCOUNT | 42 | expect.aws-account: \"42\" is not an AWS account: twelve digits",
      })
  void aWrongValueIsToldAsInAFile(RouteKey key, String value, String message) {
    onlyWrong(with(Routes.gkeToS3(), key, value), key, message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "TOKEN_KIND | '' | token.kind is missing: one of jwt, signed-request",
        "ALGORITHM | HS256 | token.algorithm: \"HS256\" is none of RS256, ES384; did you mean"
            + " RS256?",
        "TOKEN_DURATION | 30 | token.duration is a whole number of seconds from 60 to 3600",
        "TOKEN_DURATION | 3601 | token.duration is a whole number of seconds from 60 to 3600",
        "PROVIDER | '' | google.provider is missing",
        "PROVIDER | my-aws-app | google.provider: \"my-aws-app\" is not a pool provider:"
            + " projects/NUMBER/locations/global/workloadIdentityPools/POOL/providers/PROVIDER",
        "PROJECT | Demo | google.project: \"Demo\" is not a project's id",
        "SERVICE_ACCOUNT | someone | google.impersonate: \"someone\" is not a service account's"
            + " e-mail address",
        "UNIVERSE | google | google.universe: \"google\" is not a universe's domain, for example"
            + " googleapis.com",
        "GOOGLE_PROJECT | 42 | expect.google-project: \"42\" is not a project's id",
      })
  void aWrongValueOfTheOtherWayIsToldToo(RouteKey key, String value, String message) {
    onlyWrong(with(Routes.lambdaToGcs(), key, value), key, message);
  }

  private static void onlyWrong(RouteDraft draft, RouteKey key, String message) {
    Drafted drafted = draft.check();
    assertThat(drafted.problem(key)).contains(message);
    for (RouteKey other : RouteKey.values()) {
      assertThat(drafted.problem(other).isPresent()).isEqualTo(other == key);
    }
  }

  @Test
  void allThatIsWrongIsToldAtOnce() {
    RouteDraft draft =
        new RouteDraft(
            Direction.GOOGLE_TO_AWS,
            Map.of(RouteKey.NAME, "A"),
            List.of(
                new DraftStep(Operation.LIST_BUCKETS, "", null),
                new DraftStep(Operation.GET_OBJECT, "", null),
                new DraftStep(Operation.LIST_OBJECTS, "bucket", null)));
    Drafted drafted = draft.check();
    assertThat(drafted.problem(RouteKey.NAME)).isPresent();
    assertThat(drafted.problem(RouteKey.ROLE)).contains("aws.role is missing");
    assertThat(drafted.problem(0)).isEmpty();
    assertThat(drafted.problem(1)).contains("s3.GetObject needs a target: s3://bucket/key");
    assertThat(drafted.problem(2))
        .contains("the target of s3.ListObjects is s3://bucket or s3://bucket/prefix/");
  }

  @Test
  void blanksAroundAValueDoNotCount() {
    assertThat(with(Routes.gkeToS3(), RouteKey.REGION, " eu-west-1\t").check())
        .isInstanceOf(Drafted.Good.class);
  }

  @Test
  void aSecretIsRefusedAndNotRepeated() {
    String secret = "eyJ" + "h".repeat(20) + "." + "p".repeat(20) + "." + "s".repeat(20);
    assertThat(with(Routes.gkeToS3(), RouteKey.SESSION, secret).check().problem(RouteKey.SESSION))
        .hasValueSatisfying(
            sentence -> assertThat(sentence).contains("token or key").doesNotContain(secret));
  }

  private static RouteDraft with(Route route, RouteKey key, String value) {
    RouteDraft good = RouteDraft.of(route);
    Map<RouteKey, String> values = new EnumMap<>(good.values());
    values.put(key, value);
    return new RouteDraft(good.direction(), values, good.steps());
  }
}
