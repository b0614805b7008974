package dev.crosstrust.route.road;

import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.evidence.Outcome.Breakage.Kind;
import dev.crosstrust.storage.Entry;
import dev.crosstrust.storage.ObjectStore;
import dev.crosstrust.storage.Page;
import dev.crosstrust.storage.Progress;
import dev.crosstrust.storage.StorageUri;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** Makes the steps that are the same in both clouds' storage: one call each. */
record StorageSteps(ObjectStore store) {
  private static final int NAMED = 5;
  private static final String CONTENT = "Written by a Crosstrust route to see whether it may.\n";

  /** The first page of what lies there. */
  Outcome<String> list(StorageUri at) {
    return store.pages(at, false).next().map(StorageSteps::names);
  }

  Outcome<String> head(StorageUri object) {
    return store.head(object).map(head -> head.size() + " bytes");
  }

  Outcome<String> firstByte(StorageUri object) {
    return store.firstBytes(object, 1).map(_ -> "the first byte was given");
  }

  /** Writes a small object. */
  Outcome<String> put(StorageUri object) {
    try {
      Path file = Files.createTempFile("crosstrust", ".txt");
      try {
        return store
            .upload(Files.writeString(file, CONTENT), object, Progress.NONE)
            .map(bytes -> bytes + " bytes were written");
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      return Outcome.broken(
          Kind.LOCAL, "no temporary file could be written: " + e.getClass().getSimpleName());
    }
  }

  /** The names on a page, the first few of many. */
  private static String names(Page<Entry> page) {
    String first =
        page.items().stream()
            .limit(NAMED)
            .map(entry -> entry.uri().name())
            .collect(Collectors.joining(", "));
    boolean more = page.items().size() > NAMED || page.next() != null;
    return page.items().isEmpty() ? "nothing there" : first + (more ? ", and more" : "");
  }
}
