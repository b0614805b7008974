package dev.crosstrust.ui.routes.form;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.identity.Machine;
import dev.crosstrust.sandbox.Sandbox;
import dev.crosstrust.sandbox.SharedKeys;
import dev.crosstrust.ui.Gallery;
import dev.crosstrust.ui.Homes;
import dev.crosstrust.ui.PlainBackground;
import dev.crosstrust.ui.task.VirtualBackground;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import javafx.application.Platform;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The form of a route from AWS to Google in the whole window, by keyboard alone. */
class RouteToGoogleFormTest {
  private static final String PROVIDER =
      "projects/123456789012/locations/global/workloadIdentityPools/my-aws-app/providers/my-aws-app";

  @TempDir private Path home;
  private FormWindow window;

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void aRouteIsTurnedRoundFilledSavedAndChangedByKeyboard() throws IOException {
    try (Sandbox sandbox =
        Sandbox.start(
            new Sandbox.Options(home, 0, List.of(), 0, UnaryOperator.identity()),
            InstantSource.system(),
            SharedKeys.ofOneCloud())) {
      window =
          FormWindow.on(
              new Machine(sandbox.environment(), sandbox.home()),
              new VirtualBackground(Platform::runLater));
      window.until("the saved route", () -> window.has(".flow-box"));
      make();
      change();
    }
  }

  private void make() throws IOException {
    window.press(KeyCode.N, KeyCode.CONTROL);
    window.until("the form", () -> window.focused().equals("route-form-name"));
    window.write("to-google");
    window.tabTo("route-form-to-aws");
    window.press(KeyCode.RIGHT);
    window.until("the other form", () -> window.has("#route-form-provider"));
    window.until("its first field", () -> window.focused().equals("route-form-name"));
    assertThat(window.text("#route-form-name")).isEqualTo("to-google");
    assertThat(window.text("#route-form-provider")).isEqualTo(PROVIDER);
    assertThat(window.text("#route-form-project")).isEqualTo("demo-product-sbx");
    assertThat(window.text("#route-form-google-project")).isEqualTo("demo-product-sbx");
    Gallery.hang("route-form-to-google", window.scene());

    window.tabTo("route-form-token-duration");
    window.write("30");
    window.tabTo("route-form-provider");
    window.write("my-aws-app");
    window.tabTo("route-form-add-step");
    assertThat(window.text("#route-form-token-duration-message")).contains("from 60 to 3600");
    assertThat(window.text("#route-form-provider-message")).contains("is not a pool provider");
    window.press(KeyCode.SPACE);
    window.tabTo("route-form-step-1-target");
    window.write("bucket");
    Gallery.hang("route-form-to-google-wrong", window.scene());

    window.write("gs://my-test-bucket-fc436b0fe1b7c943");
    window.tabTo("route-form-token-duration");
    window.write("");
    window.tabTo("route-form-provider");
    window.write(PROVIDER);
    window.tabTo("route-form-token-kind");
    window.press(KeyCode.DOWN);
    assertThat(window.has("#route-form-token-duration")).isFalse();
    assertThat(window.text("#route-form-preview")).contains("token: {kind: signed-request}");
    Gallery.hang("route-form-signed-request", window.scene());
    window.press(KeyCode.S, KeyCode.CONTROL);
    window.until("saved", () -> !window.has("#route-form") && window.has("#chooser"));
    assertThat(file("to-google")).contains("direction: aws-to-google", "provider: " + PROVIDER);
  }

  private void change() throws IOException {
    window.until("chosen", () -> window.text("#chooser").contains("to-google"));
    window.press(KeyCode.E, KeyCode.CONTROL);
    window.until("the form", () -> window.focused().equals("route-form-name"));
    assertThat(window.has("#route-form-to-aws")).isFalse();
    window.tabTo("route-form-token-kind");
    window.press(KeyCode.UP);
    window.tabTo("route-form-algorithm");
    window.write("ES384");
    window.press(KeyCode.S, KeyCode.CONTROL);
    window.until("saved", () -> !window.has("#route-form"));
    assertThat(file("to-google")).contains("token: {kind: jwt, algorithm: ES384}");
  }

  private String file(String name) throws IOException {
    return Files.readString(home.resolve(".config/crosstrust/routes/%s.yaml".formatted(name)));
  }

  @Test
  void anotherToolsFileIsShownAndNothingOfItRunBeforeItIsSaved() throws IOException {
    Homes.furnish(home);
    Path trace = home.resolve("trace");
    Path file = home.resolve("credentials.json");
    Homes.write(
        file,
        """
        {"type": "external_account",
         "audience": "//iam.googleapis.com/%s",
         "subject_token_type": "urn:ietf:params:oauth:token-type:jwt",
         "token_url": "https://sts.googleapis.com/v1/token",
         "service_account_impersonation_url": "https://iamcredentials.googleapis.com/v1/projects/-/serviceAccounts/worker@demo-product-sbx.iam.gserviceaccount.com:generateAccessToken",
         "credential_source": {"executable": {"command": "touch %s"}}}
        """
            .formatted(PROVIDER, trace));
    window = FormWindow.on(new Machine(Map.of(), home), new PlainBackground(), file);
    window.press(KeyCode.I, KeyCode.CONTROL);
    window.until("the form", () -> window.focused().equals("route-form-name"));
    assertThat(window.text("#route-form-title")).isEqualTo("New route from credentials.json");
    assertThat(window.has("#route-form-to-aws")).isFalse();
    assertThat(window.text("#route-form-provider")).isEqualTo(PROVIDER);
    assertThat(window.text("#route-form-service-account")).startsWith("worker@");
    assertThat(window.texts("#route-form-notes .label"))
        .contains(
            "it runs the command \"touch %s\"; a route does not, and it was not run"
                .formatted(trace))
        .anyMatch(note -> note.contains("a route asks AWS for the token instead"));
    assertThat(window.text("#route-form-identity-message")).contains("Not on this machine");
    Gallery.hang("route-form-imported", window.scene());

    window.tabTo("route-form-identity");
    window.press(KeyCode.UP);
    String chosen = window.text("#route-form-identity");
    assertThat(chosen).startsWith("aws:");
    window.press(KeyCode.S, KeyCode.CONTROL);
    window.until("saved", () -> !window.has("#route-form"));
    assertThat(file("credentials")).contains("identity: " + chosen);
    assertThat(trace).doesNotExist();
  }

  @Test
  void whereNobodyIsAtGoogleARouteBeginsAtAws() throws IOException {
    Homes.write(
        home.resolve(".aws/config"),
        """
        [default]
        region = eu-west-1
        role_arn = arn:aws:iam::111122223333:role/Reader
        credential_source = Ec2InstanceMetadata
        """);
    window = FormWindow.on(new Machine(Map.of(), home), new PlainBackground());
    window.press(KeyCode.N, KeyCode.CONTROL);
    window.until("the form", () -> window.focused().equals("route-form-name"));
    assertThat(window.text("#route-form-name")).isEqualTo("default-to-google");
    assertThat(window.text("#route-form-aws-account")).isEqualTo("111122223333");
    window.tabTo("route-form-to-google");
    window.press(KeyCode.LEFT);
    window.until("what to do", () -> window.has("#route-form-read-again"));
    Gallery.hang("route-form-nobody-at-google", window.scene());
    window.press(KeyCode.ESCAPE);
    window.until("gone", () -> !window.has("#route-form"));
  }
}
