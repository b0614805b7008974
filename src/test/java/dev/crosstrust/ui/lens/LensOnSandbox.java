package dev.crosstrust.ui.lens;

import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.evidence.Recorder;
import dev.crosstrust.evidence.Wire;
import dev.crosstrust.exchange.google.GoogleTokens;
import dev.crosstrust.exchange.google.IdTokenRequest;
import dev.crosstrust.identity.Machine;
import dev.crosstrust.identity.google.GoogleIdentities;
import dev.crosstrust.sandbox.Sandbox;
import dev.crosstrust.sandbox.SharedKeys;
import dev.crosstrust.surroundings.Surroundings;
import dev.crosstrust.token.SubjectToken;
import dev.crosstrust.ui.TestWindow;
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
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** The lens by keyboard, in the real window, with tokens of a sandbox. */
@SuppressWarnings("NullAway.Init") // set before all and before each
abstract class LensOnSandbox {
  static final String ACCOUNT = "poc-gcp-to-aws-sa@demo-product-sbx.iam.gserviceaccount.com";

  private static Sandbox sandbox;

  final AtomicReference<java.time.Duration> ahead = new AtomicReference<>(java.time.Duration.ZERO);
  final InstantSource clock = () -> Instant.now().plus(ahead.get());
  TestWindow window;

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
    window = new TestWindow(new VirtualBackground(Platform::runLater), workplace, "lens");
  }

  @AfterEach
  void close() {
    window.close();
  }

  static Machine machine() {
    return new Machine(sandbox.environment(), sandbox.home());
  }

  /** What the sandbox's Google gives for the service account of the first story. */
  static String token(String audience) throws IOException {
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

  final void paste(String text) {
    window.clipboard(text);
    window.press(KeyCode.CONTROL, KeyCode.V);
  }

  static String signatureOf(String token) {
    return token.substring(token.lastIndexOf('.') + 1);
  }
}
