package dev.crosstrust.ui.settings;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far the user is in a story of the walkthrough.
 *
 * @param at the id of the step that is shown; null before the first time
 * @param done the ids of the steps that are done
 */
public record StoryProgress(@Nullable String at, List<String> done) {
  /** Not begun. */
  public static final StoryProgress NEW = new StoryProgress(null, List.of());

  /** A file may leave things out. */
  @SuppressWarnings("ConstantValue") // Jackson gives null for what is absent
  public StoryProgress {
    done = done == null ? List.of() : List.copyOf(done);
  }
}
