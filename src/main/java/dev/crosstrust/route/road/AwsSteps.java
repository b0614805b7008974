package dev.crosstrust.route.road;

import dev.crosstrust.credential.AwsCredentials;
import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.evidence.Outcome.Breakage.Kind;
import dev.crosstrust.evidence.Wire;
import dev.crosstrust.evidence.aws.AwsTarget;
import dev.crosstrust.inspect.aws.CallerIdentity;
import dev.crosstrust.inspect.aws.IamReader;
import dev.crosstrust.route.Step;
import dev.crosstrust.storage.StorageUri;
import dev.crosstrust.storage.aws.S3;
import org.jspecify.annotations.Nullable;

/** Makes the steps that AWS knows. */
record AwsSteps(Wire wire, AwsTarget target, AwsCredentials keys) {
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
      StorageSteps steps = new StorageSteps(s3);
      return switch (step.operation()) {
        case LIST_OBJECTS -> steps.list(uri(step.target()));
        case HEAD_OBJECT -> steps.head(uri(step.target()));
        case GET_OBJECT -> steps.firstByte(uri(step.target()));
        case PUT_OBJECT -> steps.put(uri(step.target()));
        default -> steps.list(StorageUri.root(StorageUri.Scheme.S3));
      };
    } catch (IllegalArgumentException e) {
      return Outcome.broken(Kind.LOCAL, String.valueOf(e.getMessage()));
    }
  }

  private static StorageUri uri(@Nullable String target) {
    return StorageUri.parse(String.valueOf(target));
  }
}
