package dev.crosstrust.ui.lens;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.evidence.Recorder;
import dev.crosstrust.evidence.Wire;
import dev.crosstrust.exchange.google.GoogleTokens;
import dev.crosstrust.exchange.google.IdTokenRequest;
import dev.crosstrust.identity.Machine;
import dev.crosstrust.identity.google.GoogleIdentities;
import dev.crosstrust.sandbox.Sandbox;
import dev.crosstrust.sandbox.SharedKeys;
import dev.crosstrust.secret.Secret;
import dev.crosstrust.surroundings.Surroundings;
import dev.crosstrust.token.SubjectToken;
import dev.crosstrust.ui.Toolkit;
import dev.crosstrust.ui.task.VirtualBackground;
import dev.crosstrust.ui.workplace.Workplace;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import javafx.application.Platform;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.util.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The lens by keyboard, in the real window, with tokens of the sandbox's Google. */
@SuppressWarnings("NullAway.Init") // set before all and before each
class LensScreenTest {
  private static final String ACCOUNT =
      "poc-gcp-to-aws-sa@demo-product-sbx.iam.gserviceaccount.com";

  private static Sandbox sandbox;

  private final AtomicReference<java.time.Duration> ahead =
      new AtomicReference<>(java.time.Duration.ZERO);
  private final InstantSource clock = () -> Instant.now().plus(ahead.get());
  private LensWindow window;

  @BeforeAll
  static void start() throws IOException {
    Toolkit.start();
    sandbox =
        Sandbox.start(
            new Sandbox.Options(null, 0, List.of(), 0, UnaryOperator.identity()),
            InstantSource.system(),
            SharedKeys.ofOneCloud());
  }

  @AfterAll
  static void end() throws IOException {
    sandbox.close();
  }

  @BeforeEach
  void open() throws IOException {
    Surroundings here = Surroundings.of(machine(), clock);
    Workplace workplace = new Workplace(machine(), here, clock, new NoSandboxes());
    window = new LensWindow(new VirtualBackground(Platform::runLater), workplace);
  }

  @AfterEach
  void close() {
    window.close();
  }

  private static Machine machine() {
    return new Machine(sandbox.environment(), sandbox.home());
  }

  /** What the sandbox's Google gives for the service account of the first story. */
  private String token(String audience) throws IOException {
    Surroundings here = Surroundings.of(machine(), InstantSource.system());
    try (Wire wire = here.wire(new Recorder())) {
      Outcome<SubjectToken> asked =
          new GoogleTokens(wire, machine(), InstantSource.system())
              .idToken(
                  new GoogleIdentities(machine()).find("gcloud:demo-gke").orElseThrow(),
                  new IdTokenRequest(audience, List.of(ACCOUNT), true));
      if (asked instanceof Outcome.Done<SubjectToken>(SubjectToken token)) {
        return token.value().reveal();
      }
      throw new AssertionError(asked);
    }
  }

  private void paste(String text) {
    window.clipboard(text);
    window.press(KeyCode.CONTROL, KeyCode.V);
  }

  private static String signatureOf(String token) {
    return token.substring(token.lastIndexOf('.') + 1);
  }

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
    window = new LensWindow(held, new Workplace(machine(), here, clock, new NoSandboxes()));
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
