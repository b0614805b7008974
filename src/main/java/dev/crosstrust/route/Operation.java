package dev.crosstrust.route;

import static dev.crosstrust.route.Direction.AWS_TO_GOOGLE;
import static dev.crosstrust.route.Direction.GOOGLE_TO_AWS;

import dev.crosstrust.storage.table.TableName;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The calls that a step can make. */
public enum Operation {
  LIST_BUCKETS("s3.ListBuckets", GOOGLE_TO_AWS, Target.NONE, false),
  LIST_OBJECTS("s3.ListObjects", GOOGLE_TO_AWS, Target.S3_PREFIX, false),
  HEAD_OBJECT("s3.HeadObject", GOOGLE_TO_AWS, Target.S3_OBJECT, false),
  GET_OBJECT("s3.GetObject", GOOGLE_TO_AWS, Target.S3_OBJECT, false),
  PUT_OBJECT("s3.PutObject", GOOGLE_TO_AWS, Target.S3_OBJECT, true),
  LIST_ROLES("iam.ListRoles", GOOGLE_TO_AWS, Target.NONE, false),
  GET_CALLER_IDENTITY("sts.GetCallerIdentity", GOOGLE_TO_AWS, Target.NONE, false),
  GCS_LIST_OBJECTS("gcs.ListObjects", AWS_TO_GOOGLE, Target.GS_PREFIX, false),
  GCS_GET_OBJECT("gcs.GetObject", AWS_TO_GOOGLE, Target.GS_OBJECT, false),
  GCS_CREATE_OBJECT("gcs.CreateObject", AWS_TO_GOOGLE, Target.GS_OBJECT, true),
  BIGQUERY_INSERT_ROW("bigquery.InsertRow", AWS_TO_GOOGLE, Target.TABLE, true);

  private final String text;
  private final Direction direction;
  private final Target target;
  private final boolean writes;

  Operation(String text, Direction direction, Target target, boolean writes) {
    this.text = text;
    this.direction = direction;
    this.target = target;
    this.writes = writes;
  }

  /** Service, dot, operation: also the name of the leg. */
  public String text() {
    return text;
  }

  /** Before the dot, for example {@code s3}. */
  public String service() {
    return text.substring(0, text.indexOf('.'));
  }

  public Direction direction() {
    return direction;
  }

  /** What it is made on. */
  public Target target() {
    return target;
  }

  /** Whether it leaves something behind. */
  public boolean writes() {
    return writes;
  }

  /** The operation of this name. */
  public static Optional<Operation> named(String text) {
    return Arrays.stream(values()).filter(operation -> operation.text.equals(text)).findFirst();
  }

  /** All that can be done at the end of this direction. */
  public static List<Operation> of(Direction direction) {
    return Arrays.stream(values()).filter(operation -> operation.direction == direction).toList();
  }

  /** Their texts. */
  public static List<String> names(Direction direction) {
    return of(direction).stream().map(Operation::text).toList();
  }

  /** The forms of a target. */
  public enum Target {
    NONE("", ""),
    S3_PREFIX("s3://[a-z0-9][a-z0-9.-]{1,61}[a-z0-9](/.*)?", "s3://bucket or s3://bucket/prefix/"),
    S3_OBJECT("s3://[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]/.+", "s3://bucket/key"),
    GS_PREFIX("gs://[a-z0-9][a-z0-9._-]+[a-z0-9](/.*)?", "gs://bucket or gs://bucket/prefix/"),
    GS_OBJECT("gs://[a-z0-9][a-z0-9._-]+[a-z0-9]/.+", "gs://bucket/object"),
    /** {@link TableName} knows what can be one. */
    TABLE("", "dataset.table or project.dataset.table");

    private final String pattern;
    private final String form;

    Target(String pattern, String form) {
      this.pattern = pattern;
      this.form = form;
    }

    /** Whether a text has this form. */
    public boolean matches(String written) {
      return this == TABLE ? isTable(written) : written.matches(pattern);
    }

    /** Which project it is in, where it names none, is another question. */
    private static boolean isTable(String text) {
      try {
        return !TableName.parse(text, "any").table().isEmpty();
      } catch (IllegalArgumentException e) {
        return false;
      }
    }

    /** How it is written, for people. */
    public String form() {
      return form;
    }
  }
}
