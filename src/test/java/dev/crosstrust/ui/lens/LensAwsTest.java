package dev.crosstrust.ui.lens;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** What an AWS identity presents to Google, requested and read in the lens. */
class LensAwsTest extends LensOnSandbox {
  private static final String PROVIDER =
      "//iam.googleapis.com/projects/123456789012/locations/global/workloadIdentityPools/my-aws-app"
          + "/providers/my-aws-app";

  @Test
  void aJwtIsRequestedWithItsChoices() {
    choose("aws:lambda-outbound");
    window.untilShown("Audiences");
    assertThat(window.value("request-audiences")).isEqualTo(PROVIDER);
    window.tabTo("request-audiences");
    window.type("");
    window.untilText("request-hint", "a token of AWS is for 1 to 10 audiences, not 0");
    window.type(PROVIDER);
    window.tabTo("request-duration");
    window.type("30");
    window.untilText("request-hint", "the token's duration must be 60 to 3600 whole seconds");
    assertThat(window.unnamed()).isEmpty();
    window.picture("aws-request-wrong");
    window.type("0");
    window.tabTo("request-tags");
    window.type("team");
    window.untilText("request-hint", "the tag “team” has no value: write name=value");
    window.press(KeyCode.CONTROL, KeyCode.A);
    window.type("");
    window.picture("aws-request");

    window.press(KeyCode.ENTER);

    window.untilShown("assertion.sub");
    window.untilShown("52 of at most 127 bytes");
    assertThat(window.words()).contains("aws-outbound");
    assertThat(window.spoken()).contains("arn:aws:iam::111122223333:role/LambdaOutboundSTSRole");
    assertThat(window.text("lifetime-left")).matches("(5:00|4:\\d\\d) left");
    window.picture("aws-jwt");
  }

  @Test
  void aRequestIsSignedHereForOneProvider() {
    choose("aws:lambda-outbound");
    window.untilShown("Audiences");
    window.tabTo("request-jwt");
    window.press(KeyCode.RIGHT);
    window.untilShown("Pool provider");
    assertThat(window.value("request-target")).isEqualTo(PROVIDER);
    assertThat(window.unnamed()).isEmpty();
    assertThat(window.text("request-hint")).contains("signed here", "session's ARN");
    window.picture("aws-signing");

    window.tabTo("request-ask");
    window.press(KeyCode.SPACE);

    window.untilShown("aws-signed-request");
    window.tabTo("claims");
    window.press(KeyCode.END);
    window.untilShown("assertion.arn");
    window.untilShown("assumed-role/ROLE/SESSION");
    assertThat(window.text("signature-asks")).startsWith("Only AWS can check the signature");
    window.picture("aws-signed");
  }

  @Test
  void eachMistakeOfASignedRequestIsNamed() {
    choose("aws:lambda-outbound");
    window.untilShown("Audiences");
    window.tabTo("request-jwt");
    window.press(KeyCode.RIGHT);
    window.untilShown("Pool provider");
    window.tabTo("request-ask");
    window.press(KeyCode.SPACE);
    window.untilShown("aws-signed-request");
    window.tabTo("copy-token");
    window.press(KeyCode.SPACE);
    String json = URLDecoder.decode(window.clipboard(), StandardCharsets.UTF_8);
    String wrong =
        json.replace("host;x-amz-date;x-amz-security-token;", "host;x-amz-date;")
            .replace("eu-west-1/sts/", "us-east-1/sts/");

    paste(URLEncoder.encode(wrong, StandardCharsets.UTF_8));

    window.untilShown("The session token is not under the signature.");
    window.untilShown("The region of the credential scope is not that of the endpoint");
    window.picture("aws-signed-wrong");
  }

  /** Opens the form, and goes down to this identity. */
  private void choose(String identity) {
    window.press(KeyCode.CONTROL, KeyCode.R);
    window.untilShown("gcloud:demo-gke");
    window.tabTo("request-identity");
    for (int i = 0; i < 10 && !window.value("request-identity").equals(identity); i++) {
      window.press(KeyCode.DOWN);
    }
  }
}
