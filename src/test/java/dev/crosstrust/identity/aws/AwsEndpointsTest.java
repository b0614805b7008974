package dev.crosstrust.identity.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.evidence.Outcome.Breakage.Kind;
import dev.crosstrust.evidence.Outcome.Broken;
import dev.crosstrust.evidence.Outcome.Done;
import dev.crosstrust.evidence.aws.AwsTarget;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AwsEndpointsTest {
  private static final String CONFIG =
      """
      [default]
      endpoint_url = https://of-default.example
      [profile both]
      region = eu-central-1
      services = mine
      endpoint_url = https://of-profile.example
      [services mine]
      sts =
        endpoint_url = https://of-section.example
      [profile plain]
      region = eu-north-1
      [profile ignoring]
      endpoint_url = https://of-profile.example
      ignore_configured_endpoint_urls = true
      """;

  @TempDir Path folder;
  private final Map<String, String> environment = new HashMap<>();

  @Test
  void theServiceBeforeTheSectionBeforeTheProfile() {
    assertThat(sts("both").endpoint()).isEqualTo(URI.create("https://of-section.example"));
    assertThat(target("s3", "both").endpoint()).isEqualTo(URI.create("https://of-profile.example"));
    environment.put("AWS_ENDPOINT_URL", "https://of-variable.example");
    assertThat(sts("both").endpoint()).isEqualTo(URI.create("https://of-variable.example"));
    environment.put("AWS_ENDPOINT_URL_STS", "http://127.0.0.1:4566");
    assertThat(sts("both").endpoint()).isEqualTo(URI.create("http://127.0.0.1:4566"));
  }

  @Test
  void anotherProfileDoesNotTakeTheEndpointOfDefault() {
    assertThat(sts("plain")).isEqualTo(new AwsTarget("eu-north-1", null));
    assertThat(sts(null).endpoint()).isEqualTo(URI.create("https://of-default.example"));
  }

  @Test
  void aBorrowedProfilesEndpointCountsWhereTheBorrowerHasNone() {
    AwsTarget target = done(endpoints().target("sts", "plain", "both", null));
    assertThat(target)
        .isEqualTo(new AwsTarget("eu-north-1", URI.create("https://of-section.example")));
  }

  @Test
  void allOfThemCanBeIgnored() {
    assertThat(sts("ignoring").endpoint()).isNull();
    environment.put("AWS_ENDPOINT_URL_STS", "http://127.0.0.1:4566");
    assertThat(sts("ignoring").endpoint()).isNull();
    environment.put("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", "false");
    assertThat(sts("ignoring").endpoint()).isEqualTo(URI.create("http://127.0.0.1:4566"));
    environment.put("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", "TRUE");
    assertThat(sts("both").endpoint()).isNull();
  }

  @Test
  void theRegionIsTheGivenThenTheVariablesThenTheProfiles() {
    assertThat(sts(null).region()).isEqualTo("us-east-1");
    environment.put("AWS_PROFILE", "both");
    assertThat(sts(null).region()).isEqualTo("eu-central-1");
    environment.put("AWS_DEFAULT_REGION", "eu-west-3");
    assertThat(sts("plain").region()).isEqualTo("eu-west-3");
    environment.put("AWS_REGION", "eu-west-2");
    assertThat(sts("plain").region()).isEqualTo("eu-west-2");
    assertThat(done(endpoints().target("sts", "plain", "eu-west-1")).region())
        .isEqualTo("eu-west-1");
  }

  @Test
  void anEndpointThatIsNoUrlIsQuoted() {
    environment.put("AWS_ENDPOINT_URL", "http://a b");
    assertThat(endpoints().target("sts", null, null))
        .isEqualTo(Outcome.broken(Kind.LOCAL, "the endpoint http://a b is not a URL"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://sts.example", "ftp://127.0.0.1", "sts.example", "https:///x"})
  void onlyHttpsOrThisMachineIsCalled(String endpoint) {
    environment.put("AWS_ENDPOINT_URL", endpoint);
    assertThat(endpoints().target("sts", null, null))
        .isEqualTo(
            Outcome.broken(
                Kind.LOCAL,
                "the endpoint %s is neither https nor on this machine".formatted(endpoint)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://127.0.0.1:99999", "https://sts.example:0"})
  void aPortThatThereIsNotIsSaidBeforeAnythingIsCalled(String endpoint) {
    environment.put("AWS_ENDPOINT_URL_STS", endpoint);
    assertThat(endpoints().target("sts", null, null))
        .isEqualTo(
            Outcome.broken(
                Kind.LOCAL,
                "the endpoint %s has a port that is not from 1 to 65535".formatted(endpoint)));
  }

  @Test
  void aProfileThatIsNamedAndNotThereIsNotReplacedByRealAws() {
    String files =
        "in neither %s nor %s"
            .formatted(folder.resolve(".aws/config"), folder.resolve(".aws/credentials"));
    assertThat(endpoints().target("sts", "nope", null))
        .isEqualTo(Outcome.broken(Kind.LOCAL, "the profile nope is " + files));
    environment.put("AWS_PROFILE", "nope");
    assertThat(endpoints().target("sts", null, "eu-west-1"))
        .isEqualTo(
            Outcome.broken(Kind.LOCAL, "AWS_PROFILE names the profile nope, which is " + files));
    assertThat(sts("both").region()).isEqualTo("eu-central-1");
  }

  @Test
  void aRegionThatWouldBecomeAnotherHostIsRefused() {
    assertThat(endpoints().target("sts", null, "x.example/"))
        .isEqualTo(Outcome.broken(Kind.LOCAL, "“x.example/” is not the name of a region"));
  }

  @Test
  void whereAFileIsBrokenNobodyIsCalledByAccident() {
    new TestHome(folder).config("endpoint_url = http://127.0.0.1:4566\n");
    assertThat(new AwsEndpoints(new TestHome(folder).machine()).target("s3", null, null))
        .isInstanceOfSatisfying(
            Broken.class,
            broken ->
                assertThat(broken.breakage().message())
                    .contains("Expected a profile definition on line 1"));
  }

  private AwsTarget sts(String profile) {
    return target("sts", profile);
  }

  private AwsTarget target(String service, String profile) {
    return done(endpoints().target(service, profile, null));
  }

  private static AwsTarget done(Outcome<AwsTarget> outcome) {
    assertThat(outcome).isInstanceOf(Done.class);
    return ((Done<AwsTarget>) outcome).value();
  }

  private AwsEndpoints endpoints() {
    return new AwsEndpoints(new TestHome(folder).config(CONFIG).machine(environment));
  }
}
