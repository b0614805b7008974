package dev.crosstrust.ui.browse;

import dev.crosstrust.ui.kit.Screen;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCombination;

/** What can be done on this screen, each by a control, by keys and from the palette. */
enum Deed {
  CONNECT("Connect to a route's storage", "browse-connect", "Shortcut+Enter"),
  ADDRESS("Type an address", "browse-edit-address", "Shortcut+L"),
  FILTER("Filter the loaded names", "browse-filter", "Shortcut+F"),
  UP("Go one step up", "browse-up", "Alt+Up"),
  AGAIN("List this place again", "browse-again", "F5"),
  DEEP("List all objects below, without prefixes", "browse-deep", "Shortcut+B"),
  DOWNLOAD("Download the selected object", "browse-download", "Shortcut+D"),
  UPLOAD("Upload a file to this place", "browse-upload", "Shortcut+U"),
  COPY("Copy the address", "browse-copy", "Shortcut+Shift+C"),
  COPY_COMMAND("Copy as a command", "browse-copy-command", "Shortcut+Shift+X");

  private final String words;
  private final String control;
  private final String keys;

  Deed(String words, String control, String keys) {
    this.words = words;
    this.control = control;
    this.keys = keys;
  }

  /** The id of the control that does it. */
  String control() {
    return control;
  }

  KeyCombination keys() {
    return KeyCombination.valueOf(keys);
  }

  /** In one line, as tooltips have it. */
  String tip() {
    return words + "  " + keys().getDisplayText();
  }

  /** Puts words and keys into the tooltips of the controls that are there. */
  static void showTips(Parent root) {
    for (Deed deed : values()) {
      if (root.lookup("#" + deed.control) instanceof Control control) {
        control.setTooltip(new Tooltip(deed.tip()));
      }
    }
  }

  /** For palette, cheat sheet and keys. */
  static List<Screen.Action> actions(Consumer<Deed> run) {
    return Arrays.stream(values())
        .map(deed -> new Screen.Action(deed.words, deed.keys(), () -> run.accept(deed)))
        .toList();
  }
}
