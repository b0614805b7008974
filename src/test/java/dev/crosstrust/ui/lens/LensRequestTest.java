package dev.crosstrust.ui.lens;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.surroundings.Surroundings;
import dev.crosstrust.ui.TestWindow;
import dev.crosstrust.ui.Toolkit;
import dev.crosstrust.ui.workplace.Workplace;
import java.io.IOException;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** A token is requested in the lens. */
class LensRequestTest extends LensOnSandbox {
  @Test
  void aTokenIsRequestedForAnIdentityOfThisMachine() {
    window.press(KeyCode.CONTROL, KeyCode.R);
    window.untilShown("gcloud:demo-gke");
    assertThat(window.unnamed()).isEmpty();
    window.tabTo("request-account");
    window.type(ACCOUNT);
    window.picture("request");

    window.press(KeyCode.ENTER);

    window.untilShown("accounts.google.com:oaud");
    assertThat(window.words()).contains("sts.amazonaws.com").doesNotContain("Request token");
  }

  @Test
  void aRefusedRequestSaysWhy() {
    window.press(KeyCode.CONTROL, KeyCode.R);
    window.untilShown("gcloud:demo-gke");
    window.tabTo("request-account");
    window.type("somebody-else@demo-product-sbx.iam.gserviceaccount.com");

    window.press(KeyCode.ENTER);

    window.untilShown("google.");
    window.picture("refused");
  }

  @Test
  void whileGoogleIsAskedItCanBeCancelled() throws IOException {
    window.close();
    Held held = new Held();
    Surroundings here = Surroundings.of(machine(), clock);
    window = new TestWindow(held, new Workplace(machine(), here, clock, new NoSandboxes()), "lens");
    window.press(KeyCode.CONTROL, KeyCode.R);
    window.untilShown("Request token");
    Toolkit.run(held::finish);
    window.untilShown("gcloud:demo-gke");
    window.press(KeyCode.ENTER);

    window.untilShown("Asking Google for a token as gcloud:demo-gke · 3 s");
    assertThat(window.unnamed()).isEmpty();
    window.picture("working");
    window.tabToText("Cancel");
    window.press(KeyCode.SPACE);

    window.untilShown("No token yet");
    assertThat(held.idle()).isTrue();
  }
}
