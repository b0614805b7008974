package dev.crosstrust.ui.shell;

import dev.crosstrust.ui.kit.Screen;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;

/** Which keys do what, in one place: for the window, its tooltips, palette and cheat sheet. */
public final class Keys {
  static final KeyCombination PALETTE =
      new KeyCodeCombination(KeyCode.K, KeyCombination.SHORTCUT_DOWN);
  static final KeyCombination CHEAT_SHEET = new KeyCodeCombination(KeyCode.F1);
  static final KeyCombination HELP = new KeyCodeCombination(KeyCode.F1, KeyCombination.SHIFT_DOWN);
  static final KeyCombination GUIDE = new KeyCodeCombination(KeyCode.F6);
  static final KeyCombination CLOSE =
      new KeyCodeCombination(KeyCode.Q, KeyCombination.SHORTCUT_DOWN);
  private static final int MOST = 9;

  private Keys() {}

  /**
   * A line of the palette.
   *
   * @param title what is found by typing
   * @param keys the same by keyboard; empty for none
   */
  record Entry(String title, String keys, Runnable run) {}

  /** The keys of the screen at this place in the rail; the first nine have some. */
  static @Nullable KeyCombination of(int place) {
    return place < MOST ? KeyCombination.valueOf("Shortcut+" + (place + 1)) : null;
  }

  /** The keys that go to a screen, in words; empty for none. */
  public static String wordsOf(List<Screen> screens, String id) {
    return screens.stream()
        .filter(screen -> screen.id().equals(id))
        .map(screen -> words(of(screens.indexOf(screen))))
        .collect(Collectors.joining());
  }

  static String words(@Nullable KeyCombination keys) {
    return keys == null ? "" : keys.getDisplayText();
  }

  /** Everywhere one can go, and everything that can be done there now. */
  static List<Entry> entries(List<Screen> screens, ShellModel model) {
    List<Entry> entries = new ArrayList<>();
    for (Screen screen : screens) {
      Runnable go = () -> model.screenProperty().set(screen.id());
      entries.add(new Entry(screen.title(), words(of(screens.indexOf(screen))), go));
    }
    for (Screen screen : screens) {
      for (Screen.Action action : offered(screen)) {
        Runnable run =
            () -> {
              model.screenProperty().set(screen.id());
              action.run().run();
            };
        entries.add(new Entry(action.name(), words(action.keys()), run));
      }
    }
    if (model.isSandbox()) {
      entries.add(new Entry("Back to this machine", "", model::leave));
    }
    return entries;
  }

  private static List<Screen.Action> offered(Screen screen) {
    return screen.actions().stream().filter(action -> action.offered().getAsBoolean()).toList();
  }
}
