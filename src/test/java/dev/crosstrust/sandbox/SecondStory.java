package dev.crosstrust.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The route of the second story, which a sandbox's home does not hold before its steps are made.
 */
public final class SecondStory {
  private SecondStory() {}

  /** Saves it among the routes of this home. */
  public static void saveIn(Path home) {
    try {
      Files.writeString(
          home.resolve(".config/crosstrust/routes/lambda-to-gcs.yaml"),
          Seed.resource("lambda-to-gcs.yaml"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
