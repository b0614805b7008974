package dev.crosstrust.ui.settings;

import dev.crosstrust.ui.kit.Look;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a window remembers from one time to the next.
 *
 * @param place null before the first time
 * @param screen the id of the screen that was shown last; null before the first time
 * @param asksOthers whether other identities than a route's own may be used to read how the other
 *     side is configured
 * @param stories how far the user is in each story of the walkthrough, by its id
 */
public record WindowState(
    Look theme,
    @Nullable WindowPlace place,
    @Nullable String screen,
    Boolean asksOthers,
    Map<String, StoryProgress> stories) {
  /** Before the first time. */
  public static final WindowState NEW = new WindowState(Look.SYSTEM, null, null, true, Map.of());

  /** A file may leave things out. */
  @SuppressWarnings("ConstantValue") // Jackson gives null for what is absent
  public WindowState {
    theme = theme == null ? Look.SYSTEM : theme;
    asksOthers = asksOthers == null || asksOthers;
    stories = stories == null ? Map.of() : Map.copyOf(stories);
  }

  WindowState with(Look chosen) {
    return new WindowState(chosen, place, screen, asksOthers, stories);
  }

  WindowState with(WindowPlace seen) {
    return new WindowState(theme, seen, screen, asksOthers, stories);
  }

  WindowState with(String shown) {
    return new WindowState(theme, place, shown, asksOthers, stories);
  }

  WindowState asking(boolean others) {
    return new WindowState(theme, place, screen, others, stories);
  }

  WindowState with(String story, StoryProgress progress) {
    Map<String, StoryProgress> all = new TreeMap<>(stories);
    all.put(story, progress);
    return new WindowState(theme, place, screen, asksOthers, all);
  }
}
