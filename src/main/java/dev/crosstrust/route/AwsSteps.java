package dev.crosstrust.route;

import dev.crosstrust.credential.AwsCredentials;
import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.evidence.Outcome.Breakage.Kind;
import dev.crosstrust.evidence.Wire;
import dev.crosstrust.evidence.aws.AwsTarget;
import dev.crosstrust.inspect.aws.CallerIdentity;
import dev.crosstrust.inspect.aws.IamReader;
import dev.crosstrust.storage.Progress;
import dev.crosstrust.storage.StorageUri;
import dev.crosstrust.storage.aws.S3;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Makes the steps that AWS knows. */
record AwsSteps(Wire wire, AwsTarget target, AwsCredentials keys) {
  private static final String CONTENT = "Written by a Crosstrust route to see whether it may.\n";

  Outcome<?> make(Step step) {
    return switch (step.operation()) {
      case LIST_ROLES -> listRoles();
      case GET_CALLER_IDENTITY -> new CallerIdentity(wire, target, keys).arn();
      case LIST_BUCKETS, LIST_OBJECTS, HEAD_OBJECT, GET_OBJECT, PUT_OBJECT -> storage(step);
      case GCS_LIST_OBJECTS, GCS_GET_OBJECT, GCS_CREATE_OBJECT, BIGQUERY_INSERT_ROW ->
          throw new IllegalArgumentException(step.operation().text() + " is not a step at AWS");
    };
  }

  private Outcome<?> listRoles() {
    try (IamReader iam = new IamReader(wire, target, keys)) {
      return iam.listRoles();
    }
  }

  private Outcome<?> storage(Step step) {
    try (S3 s3 = new S3(wire, target, keys)) {
      return switch (step.operation()) {
        case LIST_OBJECTS -> s3.list(uri(step.target()), "/", null);
        case HEAD_OBJECT -> s3.head(uri(step.target()));
        case GET_OBJECT -> s3.firstBytes(uri(step.target()), 1);
        case PUT_OBJECT -> put(s3, uri(step.target()));
        default -> s3.buckets(null, null);
      };
    } catch (IllegalArgumentException e) {
      return Outcome.broken(Kind.LOCAL, String.valueOf(e.getMessage()));
    }
  }

  private static Outcome<?> put(S3 s3, StorageUri object) {
    try {
      Path file = Files.createTempFile("crosstrust", ".txt");
      try {
        return s3.upload(Files.writeString(file, CONTENT), object, Progress.NONE);
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      return Outcome.broken(
          Kind.LOCAL, "no temporary file could be written: " + e.getClass().getSimpleName());
    }
  }

  private static StorageUri uri(@Nullable String target) {
    return StorageUri.parse(String.valueOf(target));
  }
}
