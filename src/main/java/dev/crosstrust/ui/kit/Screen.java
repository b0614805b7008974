package dev.crosstrust.ui.kit;

import java.util.List;
import java.util.function.BooleanSupplier;
import javafx.scene.Parent;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;

/**
 * One entry of the rail and what it shows.
 *
 * @param id stable, also the id of its root node
 * @param title in the rail and on top of the screen
 * @param group the heading of the rail that it stands under
 * @param shown called whenever it comes to be shown
 * @param actions what can be done on it from the palette and, while it is shown, by keys
 */
public record Screen(
    String id,
    String title,
    Ikon icon,
    Group group,
    Parent root,
    Runnable shown,
    List<Action> actions) {
  public Screen {
    actions = List.copyOf(actions);
  }

  /** A screen without actions of its own. */
  public Screen(String id, String title, Ikon icon, Group group, Parent root, Runnable shown) {
    this(id, title, icon, group, root, shown, List.of());
  }

  /**
   * Something to be done on a screen.
   *
   * @param name a verb with its object
   * @param offered whether there is anything to do now
   */
  public record Action(
      String name, @Nullable KeyCombination keys, Runnable run, BooleanSupplier offered) {
    /** Something that can always be done. */
    public Action(String name, @Nullable KeyCombination keys, Runnable run) {
      this(name, keys, run, () -> true);
    }
  }

  /** The rail's headings, in order. */
  public enum Group {
    DIAGNOSE("Diagnose"),
    LOCAL("Local"),
    /** At the rail's foot, without a heading. */
    FOOT("");

    private final String heading;

    Group(String heading) {
      this.heading = heading;
    }

    public String heading() {
      return heading;
    }
  }
}
