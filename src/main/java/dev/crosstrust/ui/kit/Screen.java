package dev.crosstrust.ui.kit;

import javafx.scene.Parent;
import org.kordamp.ikonli.Ikon;

/**
 * One entry of the rail and what it shows.
 *
 * @param id stable, also the id of its root node
 * @param title in the rail and on top of the screen
 * @param group the heading of the rail that it stands under
 */
public record Screen(String id, String title, Ikon icon, Group group, Parent root, Runnable shown) {
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
