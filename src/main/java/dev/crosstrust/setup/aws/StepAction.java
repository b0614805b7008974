package dev.crosstrust.setup.aws;

import dev.crosstrust.route.Step;
import dev.crosstrust.storage.StorageUri;
import dev.crosstrust.trust.aws.RoleArn;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The permission that a step needs.
 *
 * @param name for example {@code s3:GetObject}
 * @param resource its ARN, or {@code *}
 * @param step its name in the route
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-with-s3-policy-actions.html">Permissions
 *     by operation</a>
 */
record StepAction(String name, String resource, String step) {
  static Optional<StepAction> of(RoleArn role, Step step) {
    String by = step.operation().text();
    return switch (step.operation()) {
      case LIST_BUCKETS -> Optional.of(new StepAction("s3:ListAllMyBuckets", "*", by));
      case LIST_OBJECTS -> Optional.of(new StepAction("s3:ListBucket", bucket(role, step), by));
      case HEAD_OBJECT, GET_OBJECT ->
          Optional.of(new StepAction("s3:GetObject", object(role, step), by));
      case PUT_OBJECT -> Optional.of(new StepAction("s3:PutObject", object(role, step), by));
      case LIST_ROLES ->
          Optional.of(
              new StepAction(
                  "iam:ListRoles",
                  "arn:%s:iam::%s:role/".formatted(role.partition(), role.account()),
                  by));
      case GET_CALLER_IDENTITY,
          GCS_LIST_OBJECTS,
          GCS_GET_OBJECT,
          GCS_CREATE_OBJECT,
          BIGQUERY_INSERT_ROW ->
          Optional.empty();
    };
  }

  private static String bucket(RoleArn role, Step step) {
    return "arn:%s:s3:::%s".formatted(role.partition(), uri(step.target()).bucket());
  }

  /** What a step puts in for a word in braces is not known: any text may stand there. */
  private static String object(RoleArn role, Step step) {
    String key = uri(step.target()).key().replaceAll("\\{\\w+}", "*");
    return bucket(role, step) + "/" + key;
  }

  private static StorageUri uri(@Nullable String target) {
    return StorageUri.parse(target == null ? "" : target);
  }
}
