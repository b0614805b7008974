package dev.crosstrust.evidence;

/**
 * What a call is for, said by whoever makes it.
 *
 * @param name the leg's name in the run, for example {@code exchange} or {@code s3.ListBuckets}
 * @param service for example {@code sts}
 * @param operation for example {@code AssumeRoleWithWebIdentity}
 * @param content whether the body is somebody's data, of which only the size is kept
 */
public record Label(String name, String service, String operation, boolean content) {
  public static Label of(String name, String service, String operation) {
    return new Label(name, service, operation, false);
  }

  /** A call that carries the content of an object: the evidence keeps its size only. */
  public static Label ofContent(String name, String service, String operation) {
    return new Label(name, service, operation, true);
  }
}
