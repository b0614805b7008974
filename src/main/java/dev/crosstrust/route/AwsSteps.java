package dev.crosstrust.route;

import dev.crosstrust.credential.AwsCredentials;
import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.evidence.Outcome.Breakage.Kind;
import dev.crosstrust.evidence.Wire;
import dev.crosstrust.evidence.aws.AwsTarget;
import dev.crosstrust.inspect.aws.CallerIdentity;
import dev.crosstrust.inspect.aws.IamReader;
import dev.crosstrust.storage.Entry;
import dev.crosstrust.storage.Page;
import dev.crosstrust.storage.Progress;
import dev.crosstrust.storage.StorageUri;
import dev.crosstrust.storage.aws.S3;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes the steps that AWS knows. */
record AwsSteps(Wire wire, AwsTarget target, AwsCredentials keys) {
  private static final int NAMED = 5;
  private static final String CONTENT = "Written by a Crosstrust route to see whether it may.\n";

  Outcome<String> make(Step step) {
    return switch (step.operation()) {
      case LIST_ROLES -> listRoles();
      case GET_CALLER_IDENTITY -> new CallerIdentity(wire, target, keys).arn();
      case LIST_BUCKETS, LIST_OBJECTS, HEAD_OBJECT, GET_OBJECT, PUT_OBJECT -> storage(step);
      case GCS_LIST_OBJECTS, GCS_GET_OBJECT, GCS_CREATE_OBJECT, BIGQUERY_INSERT_ROW ->
          throw new IllegalArgumentException(step.operation().text() + " is not a step at AWS");
    };
  }

  private Outcome<String> listRoles() {
    try (IamReader iam = new IamReader(wire, target, keys)) {
      return iam.listRoles().map(roles -> roles.size() + " roles");
    }
  }

  private Outcome<String> storage(Step step) {
    try (S3 s3 = new S3(wire, target, keys)) {
      return switch (step.operation()) {
        case LIST_OBJECTS -> s3.list(uri(step.target()), "/", null).map(AwsSteps::names);
        case HEAD_OBJECT -> s3.head(uri(step.target())).map(head -> head.size() + " bytes");
        case GET_OBJECT ->
            s3.firstBytes(uri(step.target()), 1).map(_ -> "the first byte was given");
        case PUT_OBJECT -> put(s3, uri(step.target()));
        default -> s3.buckets(null, null).map(AwsSteps::names);
      };
    } catch (IllegalArgumentException e) {
      return Outcome.broken(Kind.LOCAL, String.valueOf(e.getMessage()));
    }
  }

  private static Outcome<String> put(S3 s3, StorageUri object) {
    try {
      Path file = Files.createTempFile("crosstrust", ".txt");
      try {
        return s3.upload(Files.writeString(file, CONTENT), object, Progress.NONE)
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

  private static StorageUri uri(@Nullable String target) {
    return StorageUri.parse(String.valueOf(target));
  }
}
