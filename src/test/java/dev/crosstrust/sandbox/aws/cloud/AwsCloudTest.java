package dev.crosstrust.sandbox.aws.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.sandbox.aws.cloud.TestCloud.Answer;
import dev.crosstrust.sandbox.wire.Request;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class AwsCloudTest {
  private static final String FORM = "application/x-www-form-urlencoded; charset=utf-8";

  private final TestCloud cloud = new TestCloud();

  @Test
  void anUnsignedActionFindsItsService() {
    assertThat(cloud.call(Map.of("Action", "ListRoles")).body())
        .contains("https://iam.amazonaws.com/doc/2010-05-08/");
    assertThat(cloud.call(Map.of("Action", "AssumeRoleWithWebIdentity")).body())
        .contains("https://sts.amazonaws.com/doc/2011-06-15/");
  }

  @Test
  void anUnknownActionIsRefusedByName() {
    assertThat(cloud.call(Map.of("Action", "Fly")).refusal())
        .isEqualTo("400 InvalidAction: Could not find operation Fly for version 2011-06-15");
  }

  @Test
  void theActionMayBeInTheQueryOfAGetOrOfAPostWithoutBody() {
    cloud.account.addUser("ada", UnaryOperator.identity());
    String authorization =
        "AWS4-HMAC-SHA256 Credential=%s/20261121/us-east-1/sts/aws4_request, Signature=0"
            .formatted(cloud.account.addAccessKey("ada").accessKeyId());
    for (String method : List.of("GET", "POST")) {
      Answer answer =
          send(
              method,
              "Action=GetCallerIdentity&Version=2011-06-15",
              Map.of("authorization", List.of(authorization)),
              "");
      assertThat(answer.text("Arn")).isEqualTo("arn:aws:iam::111122223333:user/ada");
    }
  }

  @Test
  void everythingElseIsForS3() {
    assertThat(send("GET", "list-type=2", Map.of(), "").body()).isEqualTo("s3 ");
    assertThat(send("PUT", "", Map.of(), "content").body()).isEqualTo("s3 content");
    assertThat(send("POST", "delete", Map.of("content-type", List.of(FORM)), "<Delete/>").body())
        .isEqualTo("s3 <Delete/>");
    String signed = "AWS4-HMAC-SHA256 Credential=AKIA/20261121/eu-west-1/s3/aws4_request";
    assertThat(
            send(
                    "POST",
                    "",
                    Map.of("content-type", List.of(FORM), "authorization", List.of(signed)),
                    "Action=ListRoles")
                .body())
        .isEqualTo("s3 Action=ListRoles");
    assertThat(
            send(
                    "GET",
                    "X-Amz-Credential=AKIA%2F20261121%2Feu-west-1%2Fs3%2Faws4_request",
                    Map.of(),
                    "")
                .body())
        .isEqualTo("s3 ");
  }

  @Test
  void theCloudsOwnClockIsOnEveryAnswer() {
    cloud.now = Instant.parse("2026-11-01T08:05:09Z");

    assertThat(send("GET", "", Map.of(), "").headers())
        .containsEntry("Date", "Sun, 01 Nov 2026 08:05:09 GMT");
    assertThat(cloud.call(Map.of("Action", "Fly")).headers())
        .containsEntry("Date", "Sun, 01 Nov 2026 08:05:09 GMT")
        .containsKey("x-amzn-RequestId");
  }

  private Answer send(String method, String query, Map<String, List<String>> headers, String body) {
    return cloud.send(new Request(method, "/", query, headers, TestCloud.stream(body)));
  }
}
