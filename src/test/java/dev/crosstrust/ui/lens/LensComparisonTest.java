package dev.crosstrust.ui.lens;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** Two tokens side by side. */
class LensComparisonTest extends LensOnSandbox {
  @Test
  void twoTokensAreComparedClaimByClaim() throws IOException {
    paste(token("sts.amazonaws.com"));
    window.untilShown("accounts.google.com:oaud");
    window.press(KeyCode.CONTROL, KeyCode.D);
    window.untilShown("Compare tokens");
    assertThat(window.unnamed()).isEmpty();
    window.picture("compare-ask");

    paste(token("another-audience"));

    window.untilShown("another-audience");
    assertThat(window.words()).contains("different", "same");
    window.picture("compared");

    window.tabTo("close-comparison");
    window.press(KeyCode.SPACE);
    window.untilShown("What it means here");
  }
}
