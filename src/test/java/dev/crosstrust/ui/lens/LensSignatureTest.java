package dev.crosstrust.ui.lens;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.secret.Secret;
import dev.crosstrust.ui.Toolkit;
import java.io.IOException;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.util.Duration;
import org.junit.jupiter.api.Test;

/**
 * The signature in the lens: checked when that is wished for, shown and copied by deliberate acts.
 */
class LensSignatureTest extends LensOnSandbox {
  @Test
  void theSignatureIsShownAndCopiedByDeliberateActs() throws IOException {
    String token = token("sts.amazonaws.com");
    paste(token);
    window.untilShown("accounts.google.com:oaud");
    window.clipboard("something else");

    window.tabTo("reveal");
    window.press(KeyCode.SPACE);
    assertThat(window.words()).contains(signatureOf(token));

    window.tabTo("copy-token");
    window.press(KeyCode.SPACE);
    assertThat(window.clipboard()).isEqualTo(token);
    assertThat(window.words()).contains("Copied for 60 s");
  }

  @Test
  void theSignatureIsCheckedAgainstTheKeysOfTheIssuer() throws IOException {
    paste(token("sts.amazonaws.com"));
    window.untilShown("accounts.google.com:oaud");

    window.press(KeyCode.CONTROL, KeyCode.ENTER);

    window.untilText("signature-status", "valid");
    assertThat(window.text("signature-details")).contains("RS256", "kid ", "keys from ");
    assertThat(window.text("signature-clock")).startsWith("Clock in step with ");
    window.picture("checked");
  }

  @Test
  void aChangedTokenIsInvalid() throws IOException {
    String token = token("sts.amazonaws.com");
    String signature = signatureOf(token);
    String other = (signature.startsWith("A") ? "B" : "A") + signature.substring(1);
    paste(token.replace(signature, other));
    window.untilShown("accounts.google.com:oaud");

    window.tabTo("check-signature");
    window.press(KeyCode.SPACE);

    window.untilShown("The signature of the token is not valid");
    assertThat(window.text("signature-status")).isEqualTo("invalid");
    window.picture("invalid");
  }

  @Test
  void givenKeysAreCheckedByKeyboard() throws IOException {
    paste(token("sts.amazonaws.com"));
    window.untilShown("accounts.google.com:oaud");
    window.tabTo("give-keys");
    window.press(KeyCode.SPACE);
    window.tabTo("given-keys");
    window.type("{\"keys\":[]}");
    assertThat(window.unnamed()).isEmpty();
    window.picture("give-keys");
    window.tabTo("check-given");
    window.press(KeyCode.SPACE);

    window.untilText("signature-status", "invalid");
    assertThat(window.text("signature-details")).contains("keys from your set");
  }

  @Test
  void theClipboardIsClearedWhenItStillHoldsTheSecret() {
    SecretClipboard clipboard = Toolkit.call(() -> new SecretClipboard(Duration.millis(1)));

    Toolkit.run(() -> clipboard.lend(Secret.of("secret")));
    window.until(() -> !Clipboard.getSystemClipboard().hasString());

    Toolkit.run(
        () -> {
          clipboard.lend(Secret.of("secret"));
          SecretClipboard.put("something of the user's own");
        });
    Toolkit.run(() -> {});
    assertThat(window.clipboard()).isEqualTo("something of the user's own");
  }
}
