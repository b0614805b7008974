package dev.crosstrust.ui.lens;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** What the lens shows of a token. */
class LensScreenTest extends LensOnSandbox {
  @Test
  void withoutATokenItSaysWhatToDo() {
    window.untilShown("No token yet");

    window.picture("empty");
    assertThat(window.unnamed()).isEmpty();
  }

  @Test
  void aPastedTokenIsExplainedAndItsSignatureStaysHidden() throws IOException {
    String token = token("sts.amazonaws.com");

    paste(token);

    window.untilShown("accounts.google.com:oaud");
    assertThat(window.words())
        .contains("sts.amazonaws.com", "114809731204417780391", "not checked")
        .noneMatch(text -> text.contains(signatureOf(token)));
    assertThat(window.text("lifetime-left")).matches("(1:00:00|59:\\d\\d) left");
    assertThat(window.spoken()).noneMatch(text -> text.contains(signatureOf(token)));
    assertThat(window.text("signature-asks")).contains("accounts.google.com");
    assertThat(window.unnamed()).isEmpty();
    window.picture("ready");
    assertThat(window.spoken()).noneMatch(text -> text.contains(signatureOf(token)));
  }

  @Test
  void anExpiredTokenSaysSinceWhen() throws IOException {
    ahead.set(java.time.Duration.ofMinutes(64));

    paste(token("sts.amazonaws.com"));

    window.untilShown("The token expired");
    assertThat(window.text("lifetime-left")).isEqualTo("expired 4 min ago");
    window.picture("expired");
  }

  @Test
  void whatIsNoTokenIsToldAndNotShown() {
    String secret = "ya29.a0AfH6SMBxxxxxxxxxxxxxxxxxxxxxxxxxxxxx";

    paste(secret);

    window.untilShown("ID token");
    assertThat(window.words()).noneMatch(text -> text.contains(secret));
    assertThat(window.spoken()).noneMatch(text -> text.contains(secret));
    window.picture("broken");
  }

  @Test
  void aTokenCanBeTyped() throws IOException {
    String token = token("sts.amazonaws.com");
    window.tabTo("raw-input");
    window.type(token);

    window.press(KeyCode.ENTER);

    window.untilShown("accounts.google.com:oaud");
    assertThat(window.words()).noneMatch(text -> text.contains(signatureOf(token)));
  }

  @Test
  void aClaimsValueIsCopiedByKey() throws IOException {
    paste(token("sts.amazonaws.com"));
    window.untilShown("accounts.google.com:oaud");
    window.tabTo("claims");
    window.press(KeyCode.HOME);

    window.press(KeyCode.CONTROL, KeyCode.C);

    assertThat(window.clipboard()).isEqualTo("sts.amazonaws.com");
  }

  @Test
  void googlesAddressesAreShownOnDemand() throws IOException {
    paste(token("sts.amazonaws.com"));
    window.untilShown("accounts.google.com:oaud");
    assertThat(window.words()).doesNotContain("assertion.sub");

    window.tabTo("show-cel");
    window.press(KeyCode.SPACE);

    window.untilShown("assertion.sub");
    window.picture("cel");
  }
}
