package dev.crosstrust.ui.kit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Control;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;

/**
 * The keys of a screen: they hold while it is in a window, and the tooltips of their buttons end
 * with them, so that what is told is what works.
 */
public final class Shortcuts {
  private final Map<KeyCombination, Runnable> keys = new LinkedHashMap<>();

  /** Has these keys do what a button does, and its tooltip tell them. */
  public void fire(ButtonBase button, KeyCombination... with) {
    for (KeyCombination one : with) {
      keys.put(one, button::fire);
    }
    tell(button, with);
  }

  /** Has a key do something that no button does. */
  public void run(KeyCombination with, Runnable what) {
    keys.put(with, what);
  }

  /** Puts them on whatever window this node is in, and takes them away when it leaves. */
  public void follow(Node root) {
    root.sceneProperty().subscribe(this::moved);
    moved(null, root.getScene());
  }

  private void moved(@Nullable Scene before, @Nullable Scene now) {
    if (before != null) {
      keys.forEach((with, what) -> before.getAccelerators().remove(with, what));
    }
    if (now != null) {
      now.getAccelerators().putAll(keys);
    }
  }

  /** Ends a control's tooltip with the keys that do the same. */
  public static void tell(Control control, KeyCombination... with) {
    String said = control.getTooltip() == null ? "" : control.getTooltip().getText() + "  ";
    control.setTooltip(new Tooltip(said + words(with)));
  }

  /** Keys as this system calls them, for example {@code F5 or Ctrl+R}; on a Mac with its signs. */
  public static String words(KeyCombination... with) {
    return Stream.of(with).map(KeyCombination::getDisplayText).collect(Collectors.joining(" or "));
  }
}
