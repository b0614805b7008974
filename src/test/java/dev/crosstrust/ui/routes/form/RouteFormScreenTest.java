package dev.crosstrust.ui.routes.form;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.identity.Machine;
import dev.crosstrust.sandbox.Sandbox;
import dev.crosstrust.sandbox.SharedKeys;
import dev.crosstrust.ui.Gallery;
import dev.crosstrust.ui.Homes;
import dev.crosstrust.ui.PlainBackground;
import dev.crosstrust.ui.Toolkit;
import dev.crosstrust.ui.task.Background;
import dev.crosstrust.ui.task.Job;
import dev.crosstrust.ui.task.VirtualBackground;
import dev.crosstrust.ui.task.Work;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.application.Platform;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The form in the whole window, by keyboard alone. */
class RouteFormScreenTest {
  @TempDir private Path home;
  private FormWindow window;

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void aRouteIsMadeRunChangedAndDeletedByKeyboard() throws IOException {
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
      run();
      change();
      delete();
    }
  }

  private void make() {
    window.press(KeyCode.N, KeyCode.CONTROL);
    window.until("the form", () -> window.focused().equals("route-form-name"));
    assertThat(window.text("#route-form-name")).isEqualTo("demo-gke-to-aws");
    assertThat(window.text("#route-form-identity")).isEqualTo("gcloud:demo-gke");
    assertThat(window.text("#route-form-impersonate")).startsWith("poc-gcp-to-aws-sa@");
    assertThat(window.text("#route-form-role"))
        .isEqualTo("arn:aws:iam::111122223333:role/GCPWorkloadIAMRole");
    assertThat(window.text("#route-form-region")).isEqualTo("eu-west-1");
    assertThat(window.text("#route-form-aws-account")).isEqualTo("111122223333");
    assertThat(window.text("#route-form-reason")).isEmpty();
    Gallery.hang("route-form-filled", window.scene());

    window.write("My route");
    assertThat(window.text("#route-form-name-message")).contains("is not a name");
    assertThat(window.text("#route-form-reason")).contains("is not a name");
    assertThat(window.text("#route-form-preview")).isEmpty();
    window.tabTo("route-form-role");
    window.write("arn:aws:iam::1:user/me");
    window.tabTo("route-form-add-step");
    window.press(KeyCode.SPACE);
    window.tabTo("route-form-step-3-target");
    window.write("bucket");
    Gallery.hang("route-form-wrong", window.scene());

    window.tabTo("route-form-step-3-remove");
    window.press(KeyCode.SPACE);
    window.tabTo("route-form-role");
    window.write("arn:aws:iam::111122223333:role/GCPWorkloadIAMRole");
    window.tabTo("route-form-name");
    window.write("gke-to-s3");
    assertThat(window.text("#route-form-name-message")).contains("saved already");
    window.press(KeyCode.ENTER);
    window.until("the question", () -> window.has("#route-form-question"));
    Gallery.hang("route-form-taken", window.scene());
    window.press(KeyCode.ENTER);
    assertThat(window.has("#route-form-question")).isFalse();

    window.tabTo("route-form-name");
    window.write("my-route");
    window.press(KeyCode.ENTER);
    window.until("saved", () -> !window.has("#route-form") && window.has("#chooser"));
    assertThat(home.resolve(".config/crosstrust/routes/my-route.yaml")).exists();
  }

  private void run() {
    window.until("chosen", () -> spokenName().contains("my-route"));
    window.press(KeyCode.F5);
    window.until("the end", () -> window.has("#result"));
    assertThat(Toolkit.call(() -> window.scene().lookup("#result").getAccessibleText()))
        .startsWith("done: ");
    Gallery.hang("routes-made", window.scene());
  }

  private void change() throws IOException {
    window.press(KeyCode.E, KeyCode.CONTROL);
    window.until("the form", () -> window.focused().equals("route-form-name"));
    assertThat(window.text("#route-form-title")).isEqualTo("Edit my-route");
    window.tabTo("route-form-session");
    window.write("changed");
    window.press(KeyCode.ESCAPE);
    window.until("the question", () -> window.has("#route-form-question"));
    Gallery.hang("route-form-discard", window.scene());
    window.press(KeyCode.ESCAPE);
    assertThat(window.has("#route-form")).isTrue();
    window.press(KeyCode.S, KeyCode.CONTROL);
    window.until("saved", () -> !window.has("#route-form"));
    assertThat(Files.readString(home.resolve(".config/crosstrust/routes/my-route.yaml")))
        .contains("session: changed");
  }

  private void delete() {
    window.until("chosen", () -> spokenName().contains("my-route"));
    window.press(KeyCode.K, KeyCode.CONTROL);
    window.write("delete route");
    window.press(KeyCode.ENTER);
    window.until("the question", () -> window.has("#routes-question"));
    Gallery.hang("routes-delete", window.scene());
    window.press(KeyCode.TAB, KeyCode.SHIFT);
    window.press(KeyCode.ENTER);
    window.until("deleted", () -> spokenName().contains("gke-to-s3"));
    assertThat(home.resolve(".config/crosstrust/routes/my-route.yaml")).doesNotExist();
  }

  @Test
  void withoutIdentitiesItSaysWhatToDoAndGoesOnWhenThereIsOne() throws IOException {
    window = FormWindow.on(new Machine(Map.of(), home), new PlainBackground());
    Gallery.hang("routes-first", window.scene());
    window.tabTo("routes-first");
    window.press(KeyCode.SPACE);
    window.until("the form", () -> window.has("#route-form"));
    Gallery.hang("route-form-nobody", window.scene());
    Homes.furnish(home);
    window.tabTo("route-form-read-again");
    window.press(KeyCode.SPACE);
    window.until("the fields", () -> window.focused().equals("route-form-name"));
    assertThat(window.text("#route-form-identity-message")).isNotEmpty();
    Gallery.hang("route-form-broken-identity", window.scene());
    window.press(KeyCode.ESCAPE);
    assertThat(window.has("#route-form")).isFalse();
  }

  @Test
  void aFolderThatCannotBeWrittenIsSaidWhereItHappens() throws IOException {
    Homes.furnish(home);
    Homes.write(home.resolve(".config/crosstrust"), "a file in the way");
    window = FormWindow.on(new Machine(Map.of(), home), new PlainBackground());
    window.press(KeyCode.N, KeyCode.CONTROL);
    window.until("the form", () -> window.focused().equals("route-form-name"));
    window.tabTo("route-form-role");
    window.write("arn:aws:iam::111122223333:role/Reader");
    window.press(KeyCode.S, KeyCode.CONTROL);
    window.until("the finding", () -> window.has(".finding-card"));
    Gallery.hang("route-form-unwritable", window.scene());
    assertThat(window.text("#route-form-role")).endsWith("role/Reader");
  }

  @Test
  void whileFilesAreReadTheFormSaysSo() throws IOException {
    Homes.furnish(home);
    window = FormWindow.on(new Machine(Map.of(), home), new Held());
    window.press(KeyCode.N, KeyCode.CONTROL);
    window.until("the form", () -> window.has("#route-form"));
    Gallery.hang("route-form-working", window.scene());
    window.press(KeyCode.ESCAPE);
    window.until("gone", () -> !window.has("#route-form"));
  }

  private String spokenName() {
    return window.has("#chooser") ? window.text("#chooser") : "";
  }

  /** Work that does not end. */
  private static final class Held implements Background {
    @Override
    public <T> Job begin(Work<T> work, Consumer<? super T> done, Consumer<String> failed) {
      return new PlainBackground.Since(Duration.ofSeconds(3));
    }

    @Override
    public void toScreen(Runnable change) {}
  }
}
