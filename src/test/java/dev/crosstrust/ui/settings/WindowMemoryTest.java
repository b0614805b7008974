package dev.crosstrust.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.ui.PlainBackground;
import dev.crosstrust.ui.kit.Look;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WindowMemoryTest {
  private static final WindowPlace PLACE = new WindowPlace(10, 20, 1300, 900, false);

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("crosstrust/window.yaml");
  }

  @Test
  void withoutAFileTheWindowIsNew() {
    WindowMemory memory = WindowMemory.read(file);

    assertThat(memory.state()).isEqualTo(WindowState.NEW);
    assertThat(memory.problem()).isEmpty();
  }

  @Test
  void whatIsSavedIsReadAgain() throws IOException {
    WindowMemory memory = WindowMemory.read(file);
    memory.theme(Look.DARK);
    memory.place(PLACE);
    memory.screen("identities");

    memory.save();

    assertThat(WindowMemory.read(file).state())
        .isEqualTo(new WindowState(Look.DARK, PLACE, "identities", true, Map.of()));
    assertThat(file).content().contains("theme: \"dark\"");
    try (Stream<Path> beside = Files.list(file.getParent())) {
      assertThat(beside).as("nothing half written is left").containsExactly(file);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"theme: [", "theme: purple", "- 1", "", "place: {x: wide}", "\u0000"})
  void aFileThatCannotBeUsedIsAProblemAndNoMore(String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);

    WindowMemory memory = WindowMemory.read(file);

    assertThat(memory.state()).isEqualTo(WindowState.NEW);
    assertThat(memory.problem()).hasValueSatisfying(it -> assertThat(it).contains("window.yaml"));
  }

  @Test
  void whatAFileDoesNotSayIsAsNew() throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "place: {x: 10, y: 20, width: 1300, height: 900}\nlater: yes\n");

    WindowMemory memory = WindowMemory.read(file);

    assertThat(memory.problem()).isEmpty();
    assertThat(memory.state()).isEqualTo(new WindowState(Look.SYSTEM, PLACE, null, true, Map.of()));
  }

  @Test
  void thatNobodyElseIsToBeAskedIsKeptAtOnce() {
    SettingsModel model = new SettingsModel(new PlainBackground(), WindowMemory.read(file));
    assertThat(model.asksOthersProperty().get()).isTrue();

    model.asksOthersProperty().set(false);

    assertThat(WindowMemory.read(file).state().asksOthers()).isFalse();
  }

  @Test
  void aThemeIsKeptAtOnce() {
    SettingsModel model = new SettingsModel(new PlainBackground(), WindowMemory.read(file));

    model.themeProperty().set(Look.LIGHT);

    assertThat(WindowMemory.read(file).state().theme()).isEqualTo(Look.LIGHT);
    assertThat(model.getProblem()).isEmpty();
  }

  @Test
  void aThemeThatCannotBeKeptIsSaid() throws IOException {
    Files.writeString(folder.resolve("crosstrust"), "a file where the folder should be");
    SettingsModel model = new SettingsModel(new PlainBackground(), WindowMemory.read(file));

    model.themeProperty().set(Look.DARK);

    assertThat(model.getProblem()).startsWith("Not kept for the next time: ");
  }
}
