package dev.crosstrust.route.road;

import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.evidence.Outcome.Breakage.Kind;
import dev.crosstrust.route.Step;
import dev.crosstrust.storage.StorageUri;
import dev.crosstrust.storage.google.Gcs;

/** Makes the steps in Cloud Storage. */
record GcsSteps(Gcs gcs) {
  Outcome<String> make(Step step) {
    StorageSteps steps = new StorageSteps(gcs);
    try {
      StorageUri at = StorageUri.parse(String.valueOf(step.target()));
      return switch (step.operation()) {
        case GCS_LIST_OBJECTS -> steps.list(at);
        case GCS_GET_OBJECT -> steps.firstByte(at);
        case GCS_CREATE_OBJECT -> steps.put(at);
        default ->
            throw new IllegalStateException(
                step.operation().text() + " is not a step in Cloud Storage");
      };
    } catch (IllegalArgumentException e) {
      return Outcome.broken(Kind.LOCAL, String.valueOf(e.getMessage()));
    }
  }
}
