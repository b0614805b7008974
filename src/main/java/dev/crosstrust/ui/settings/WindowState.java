package dev.crosstrust.ui.settings;

import dev.crosstrust.ui.kit.Look;
import org.jspecify.annotations.Nullable;

/**
 * What a window remembers from one time to the next.
 *
 * @param place null before the first time
 * @param screen the id of the screen that was shown last; null before the first time
 */
public record WindowState(Look theme, @Nullable WindowPlace place, @Nullable String screen) {
  /** Before the first time. */
  public static final WindowState NEW = new WindowState(Look.SYSTEM, null, null);

  /** A file may leave things out. */
  @SuppressWarnings("ConstantValue") // Jackson gives null for what is absent
  public WindowState {
    theme = theme == null ? Look.SYSTEM : theme;
  }

  WindowState with(Look chosen) {
    return new WindowState(chosen, place, screen);
  }

  WindowState with(WindowPlace seen) {
    return new WindowState(theme, seen, screen);
  }

  WindowState with(String shown) {
    return new WindowState(theme, place, shown);
  }
}
