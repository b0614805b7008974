package dev.crosstrust.ui.kit;

import java.io.Serial;
import javafx.event.Event;
import javafx.event.EventType;

/** Somebody wants to know what a finding means: fired where it is shown, heard by the window. */
public final class HelpWanted extends Event {
  /** The only type there is. */
  public static final EventType<HelpWanted> ASKED = new EventType<>(Event.ANY, "HELP_WANTED");

  @Serial private static final long serialVersionUID = 1L;

  private final String id;

  /**
   * @param id of the finding
   */
  public HelpWanted(String id) {
    super(ASKED);
    this.id = id;
  }

  /** The id of the finding. */
  public String id() {
    return id;
  }
}
