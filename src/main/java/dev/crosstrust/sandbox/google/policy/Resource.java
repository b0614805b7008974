package dev.crosstrust.sandbox.google.policy;

import dev.crosstrust.sandbox.google.account.ServiceAccount;
import org.jspecify.annotations.Nullable;

/**
 * Something that permissions are asked on, and that may have an allow policy. What is granted on
 * the parent holds on it too.
 *
 * @param service for example {@code storage.googleapis.com}
 * @param type for example {@code storage.googleapis.com/Bucket}
 * @param name as conditions see it, for example {@code projects/_/buckets/b}
 * @param parent null for a project
 * @see <a href="https://cloud.google.com/iam/docs/conditions-resource-attributes">Resource
 *     attributes</a>
 */
public record Resource(String service, String type, String name, @Nullable Resource parent) {
  private static final String STORAGE = "storage.googleapis.com";
  private static final String BIGQUERY = "bigquery.googleapis.com";
  private static final String IAM = "iam.googleapis.com";
  private static final String PROJECTS = "cloudresourcemanager.googleapis.com";

  /**
   * A project.
   *
   * @param id not its number
   */
  public static Resource project(String id) {
    return new Resource(PROJECTS, PROJECTS + "/Project", "projects/" + id, null);
  }

  public static Resource serviceAccount(ServiceAccount account) {
    return project(account.project())
        .child(IAM, "ServiceAccount", "serviceAccounts/" + account.uniqueId());
  }

  /** A bucket: its name tells no project. */
  public static Resource bucket(String project, String name) {
    return new Resource(
        STORAGE, STORAGE + "/Bucket", "projects/_/buckets/" + name, project(project));
  }

  /** An object of this bucket. */
  public Resource object(String name) {
    return child(STORAGE, "Object", "objects/" + name);
  }

  public static Resource dataset(String project, String id) {
    return project(project).child(BIGQUERY, "Dataset", "datasets/" + id);
  }

  /** A table of this dataset. */
  public Resource table(String id) {
    return child(BIGQUERY, "Table", "tables/" + id);
  }

  private Resource child(String owner, String kind, String path) {
    return new Resource(owner, owner + "/" + kind, name + "/" + path, this);
  }
}
