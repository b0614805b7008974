package dev.crosstrust.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.finding.HelpPage;
import dev.crosstrust.finding.HelpPages;
import dev.crosstrust.ui.Desktop;
import dev.crosstrust.ui.Gallery;
import dev.crosstrust.ui.Homes;
import dev.crosstrust.ui.PlainBackground;
import dev.crosstrust.ui.Toolkit;
import dev.crosstrust.ui.settings.WindowMemory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShellTest {
  @TempDir private Path home;
  private Desktop desktop;
  private Stage stage;

  @BeforeAll
  static void start() {
    Toolkit.start();
  }

  @BeforeEach
  void open() throws IOException {
    Homes.furnish(home);
    open(WindowMemory.read(home.resolve("window.yaml")));
  }

  private void open(WindowMemory memory) {
    Toolkit.run(
        () -> {
          desktop = new Desktop(new PlainBackground(), Homes.workplace(home), memory);
          stage = new Stage();
          desktop.show(stage, false);
        });
  }

  @AfterEach
  void close() {
    Toolkit.run(
        () -> {
          stage.close();
          desktop.close();
        });
  }

  @Test
  void theStatusLineSaysWhereAndWho() {
    assertThat(labels("Real clouds, by this machine's profiles")).isNotEmpty();
    assertThat(labels("gcloud: robot     aws: default")).isNotEmpty();
    picture("shell");
  }

  @Test
  void theRailGoesToScreens() {
    press("Settings", KeyCode.DIGIT7, true);

    assertThat(shown("#settings")).isTrue();
    assertThat(selected("#rail-settings")).isTrue();
    picture("settings");

    press("Identities", KeyCode.DIGIT5, true);
    assertThat(shown("#identities")).isTrue();

    ToggleButton entry = (ToggleButton) node("#rail-identities");
    Toolkit.run(entry::fire);
    assertThat(selected("#rail-identities")).isTrue();
  }

  @Test
  void thePaletteGoesAnywhereByTyping() {
    press("palette", KeyCode.K, true);
    TextField field = (TextField) node("#palette-field");
    assertThat(Toolkit.call(field::isFocused)).isTrue();
    picture("palette");

    Toolkit.run(() -> field.setText("sett"));
    pressOn(field, KeyCode.ENTER, false);

    assertThat(shown("#settings")).isTrue();
    assertThat(Toolkit.call(() -> field.getParent().getParent().isVisible())).isFalse();
  }

  @Test
  void thePaletteDoesWhatScreensOffer() throws IOException {
    press("Settings", KeyCode.DIGIT7, true);
    Homes.write(home.resolve(".config/gcloud/active_config"), "work");
    press("palette", KeyCode.K, true);
    TextField field = (TextField) node("#palette-field");

    Toolkit.run(() -> field.setText("read identities"));
    pressOn(field, KeyCode.ENTER, false);

    assertThat(shown("#identities")).isTrue();
    assertThat(labels("gcloud: work     aws: default")).isNotEmpty();
  }

  @Test
  void escapeClosesThePaletteAndTheFocusGoesBack() {
    Node before = node("#rail-settings");
    Toolkit.run(before::requestFocus);
    press("palette", KeyCode.K, true);
    TextField field = (TextField) node("#palette-field");

    pressOn(field, KeyCode.ESCAPE, false);

    assertThat(Toolkit.call(before::isFocused)).isTrue();
  }

  @Test
  void theCheatSheetShowsTheKeysOfWindowAndScreen() {
    press("Identities", KeyCode.DIGIT5, true);
    press("F1", KeyCode.F1, false);

    assertThat(labels("Go to Identities")).isNotEmpty();
    assertThat(labels("Read identities again")).isNotEmpty();
    picture("cheat-sheet");
    assertThat(roomBelowTheCloseButton()).isLessThan(40);

    pressOn(node("#cheat-sheet-close"), KeyCode.ESCAPE, false);
    assertThat(shown(".cheat-sheet")).isFalse();
  }

  /** The sheet is as high as what is on it. */
  private double roomBelowTheCloseButton() {
    Node sheet = node(".cheat-sheet");
    Node close = node("#cheat-sheet-close");
    return Toolkit.call(
        () ->
            sheet.localToScene(sheet.getLayoutBounds()).getMaxY()
                - close.localToScene(close.getLayoutBounds()).getMaxY());
  }

  @Test
  void whatFindingsMeanIsFoundFromThePalette() {
    Node before = node("#rail-settings");
    Toolkit.run(before::requestFocus);
    press("palette", KeyCode.K, true);
    TextField field = (TextField) node("#palette-field");
    Toolkit.run(() -> field.setText("help"));
    pressOn(field, KeyCode.ENTER, false);

    TextField search = (TextField) node("#help-field");
    assertThat(Toolkit.call(search::isFocused)).isTrue();
    Toolkit.run(() -> search.setText("aud-key"));

    assertThat(texts("#help-id")).containsExactly("aws.aud-key-reads-azp");
    picture("help");
    pressOn(search, KeyCode.ESCAPE, false);
    assertThat(shown(".help")).isFalse();
    assertThat(Toolkit.call(before::isFocused)).isTrue();
  }

  @Test
  void everyPageOfTheHelpCanBeGoneThroughByKey() {
    Toolkit.run(() -> scene().lookup("#rail-settings").requestFocus());
    pressOn(node("#rail-settings"), KeyCode.F1, false, true);
    TextField search = (TextField) node("#help-field");

    List<String> ids = HelpPages.all().stream().map(HelpPage::id).toList();
    List<String> seen = new ArrayList<>();
    for (int i = 0; i < ids.size(); i++) {
      seen.addAll(texts("#help-id"));
      pressOn(search, KeyCode.DOWN, false);
    }

    assertThat(seen).isEqualTo(ids);
  }

  @Test
  void aQuestionMarkShowsItTooButNotInAText() {
    press("palette", KeyCode.K, true);
    TextField field = (TextField) node("#palette-field");
    type(field);
    assertThat(shown(".cheat-sheet")).isFalse();
    pressOn(field, KeyCode.ESCAPE, false);

    type(node("#rail-settings"));

    assertThat(shown(".cheat-sheet")).isTrue();
  }

  @Test
  void theKeysOfAScreenWorkWhileItIsShown() throws IOException {
    Homes.write(home.resolve(".config/gcloud/active_config"), "work");
    press("Settings", KeyCode.DIGIT7, true);
    press("F5", KeyCode.F5, false);
    assertThat(labels("gcloud: robot     aws: default")).isNotEmpty();

    press("Identities", KeyCode.DIGIT5, true);
    press("F5", KeyCode.F5, false);

    assertThat(labels("gcloud: work     aws: default")).isNotEmpty();
  }

  @Test
  void aBrokenMemoryIsSaidAndNoMore() throws IOException {
    close();
    Files.writeString(home.resolve("window.yaml"), "theme: [");

    open(WindowMemory.read(home.resolve("window.yaml")));

    assertThat(texts(".notice")).anyMatch(text -> text.contains("window.yaml cannot be used"));
    picture("notice");
  }

  @Test
  void theScreenOfTheLastTimeIsShownAgain() throws IOException {
    close();
    WindowMemory before = WindowMemory.read(home.resolve("window.yaml"));
    before.screen("settings");
    before.save();

    open(WindowMemory.read(home.resolve("window.yaml")));

    assertThat(shown("#settings")).isTrue();
  }

  private void press(String what, KeyCode code, boolean shortcut) {
    Node target =
        Toolkit.call(
            () -> {
              // What has just left the window keeps the focus until the next pulse.
              Node owner = scene().getFocusOwner();
              return owner == null || owner.getScene() == null ? scene().getRoot() : owner;
            });
    assertThat(target).as(what).isNotNull();
    pressOn(target, code, shortcut);
  }

  private static void pressOn(Node target, KeyCode code, boolean shortcut) {
    pressOn(target, code, shortcut, false);
  }

  private static void pressOn(Node target, KeyCode code, boolean shortcut, boolean shift) {
    Toolkit.run(
        () ->
            Event.fireEvent(
                target,
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, shortcut, false, false)));
  }

  private static void type(Node target) {
    Toolkit.run(
        () ->
            Event.fireEvent(
                target,
                new KeyEvent(
                    KeyEvent.KEY_TYPED, "?", "", KeyCode.UNDEFINED, true, false, false, false)));
  }

  private boolean selected(String selector) {
    return Toolkit.call(() -> ((ToggleButton) scene().lookup(selector)).isSelected());
  }

  private Scene scene() {
    return desktop.scene();
  }

  private Node node(String selector) {
    return Toolkit.call(() -> scene().lookup(selector));
  }

  private boolean shown(String selector) {
    return Toolkit.call(
        () -> {
          Node node = scene().lookup(selector);
          for (Node it = node; it != null; it = it.getParent()) {
            if (!it.isVisible()) {
              return false;
            }
          }
          return node != null;
        });
  }

  private List<String> labels(String text) {
    return texts(".label").stream().filter(text::equals).toList();
  }

  private List<String> texts(String selector) {
    return Toolkit.call(
        () -> {
          scene().getRoot().applyCss();
          scene().getRoot().layout();
          Set<Node> nodes = scene().getRoot().lookupAll(selector);
          return nodes.stream()
              .filter(Label.class::isInstance)
              .map(node -> ((Label) node).getText())
              .toList();
        });
  }

  private void picture(String state) {
    Gallery.hang("shell-" + state, scene());
  }
}
