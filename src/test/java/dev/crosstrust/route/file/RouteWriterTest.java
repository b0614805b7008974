package dev.crosstrust.route.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.route.GoogleToAws;
import dev.crosstrust.route.Operation;
import dev.crosstrust.route.Route;
import dev.crosstrust.route.Routes;
import dev.crosstrust.route.Step;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RouteWriterTest {
  @Test
  void aRouteIsWrittenInTheFormOfTheContract() {
    assertThat(RouteWriter.write(Routes.gkeToS3())).isEqualTo(Routes.GKE_TO_S3);
    assertThat(RouteWriter.write(Routes.lambdaToGcs())).isEqualTo(Routes.LAMBDA_TO_GCS);
  }

  @Test
  void onlyWhatIsSetIsWritten() {
    GoogleToAws least =
        new GoogleToAws(
            "least",
            "gcloud-adc",
            null,
            "sts.amazonaws.com",
            new GoogleToAws.Role("eu-west-1", "arn:aws:iam::111122223333:role/path/R", null, null),
            Route.Expect.ANYTHING,
            List.of());
    String written = RouteWriter.write(least);
    assertThat(written).doesNotContain("null", "session", "duration", "expect", "steps");
    assertThat(Routes.route(written)).isEqualTo(least);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"s3://bucket/a, b}", "s3://bucket/\"q\"", "s3://bucket/ü #1", "s3://bucket/a:"})
  void anObjectNameOfAnyKindSurvivesWritingAndReading(String target) {
    GoogleToAws route = Routes.gkeToS3();
    GoogleToAws odd =
        new GoogleToAws(
            route.name(),
            "key:/opt/my key.json",
            route.impersonate(),
            "yes",
            route.aws(),
            route.expect(),
            List.of(new Step(Operation.GET_OBJECT, target, null)));
    assertThat(Routes.route(RouteWriter.write(odd))).isEqualTo(odd);
  }
}
