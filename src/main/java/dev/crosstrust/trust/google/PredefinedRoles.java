package dev.crosstrust.trust.google;

import dev.crosstrust.trust.Ternary;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which permissions the usual predefined roles have, of those that routes need or services miss.
 * Custom roles, all others, and other permissions are undecided.
 *
 * @see <a href="https://cloud.google.com/iam/docs/roles-permissions">IAM roles and permissions</a>
 */
public final class PredefinedRoles {
  public static final String LIST = "storage.objects.list";
  public static final String GET = "storage.objects.get";
  public static final String CREATE = "storage.objects.create";
  public static final String INSERT = "bigquery.tables.updateData";
  public static final String ACCESS_TOKEN = "iam.serviceAccounts.getAccessToken";
  public static final String ID_TOKEN = "iam.serviceAccounts.getOpenIdToken";

  private static final String UPDATE = "storage.objects.update";
  private static final String DELETE = "storage.objects.delete";
  private static final String LIST_BUCKETS = "storage.buckets.list";
  private static final String GET_BUCKET = "storage.buckets.get";
  private static final String JOB = "bigquery.jobs.create";
  private static final String DATASET = "bigquery.datasets.get";
  private static final String TABLE = "bigquery.tables.get";
  private static final String TABLES = "bigquery.tables.list";
  private static final String ROWS = "bigquery.tables.getData";

  private static final Map<String, Set<String>> KNOWN = new HashMap<>();
  private static final Set<String> LOOKED_AT = new HashSet<>();

  /** By permission; the roles on single service accounts depend on who is to have them. */
  private static final Map<String, String> NARROWEST =
      Map.ofEntries(
          Map.entry(LIST_BUCKETS, "roles/storage.bucketViewer"),
          Map.entry(GET_BUCKET, "roles/storage.bucketViewer"),
          Map.entry(LIST, "roles/storage.objectViewer"),
          Map.entry(GET, "roles/storage.objectViewer"),
          Map.entry(CREATE, "roles/storage.objectCreator"),
          Map.entry(UPDATE, "roles/storage.objectUser"),
          Map.entry(DELETE, "roles/storage.objectUser"),
          Map.entry(JOB, "roles/bigquery.jobUser"),
          Map.entry(DATASET, "roles/bigquery.metadataViewer"),
          Map.entry(TABLE, "roles/bigquery.metadataViewer"),
          Map.entry(TABLES, "roles/bigquery.metadataViewer"),
          Map.entry(ROWS, "roles/bigquery.dataViewer"),
          Map.entry(INSERT, "roles/bigquery.dataEditor"));

  static {
    put("iam.serviceAccountTokenCreator", ACCESS_TOKEN, ID_TOKEN);
    put("iam.serviceAccountOpenIdTokenCreator", ID_TOKEN);
    put("iam.workloadIdentityUser", ACCESS_TOKEN, ID_TOKEN);
    put("storage.admin", LIST_BUCKETS, GET_BUCKET, LIST, GET, CREATE, UPDATE, DELETE);
    put("storage.objectAdmin", LIST, GET, CREATE, UPDATE, DELETE);
    put("storage.objectUser", LIST, GET, CREATE, UPDATE, DELETE);
    put("storage.objectViewer", LIST, GET);
    put("storage.objectCreator", CREATE);
    put("storage.bucketViewer", LIST_BUCKETS, GET_BUCKET);
    put("storage.legacyBucketReader", GET_BUCKET, LIST);
    put("storage.legacyBucketWriter", GET_BUCKET, LIST, CREATE, DELETE);
    put("storage.legacyBucketOwner", GET_BUCKET, LIST, CREATE, DELETE);
    put("storage.legacyObjectReader", GET);
    put("storage.legacyObjectOwner", GET, UPDATE);
    put("bigquery.admin", JOB, DATASET, TABLE, TABLES, ROWS, INSERT);
    put("bigquery.dataOwner", DATASET, TABLE, TABLES, ROWS, INSERT);
    put("bigquery.dataEditor", DATASET, TABLE, TABLES, ROWS, INSERT);
    put("bigquery.dataViewer", DATASET, TABLE, TABLES, ROWS);
    put("bigquery.metadataViewer", DATASET, TABLE, TABLES);
    put("bigquery.jobUser", JOB);
    put("bigquery.user", JOB, DATASET, TABLES);
    List.of(
            "browser",
            "iam.serviceAccountUser",
            "iam.serviceAccountViewer",
            "iam.serviceAccountAdmin",
            "iam.workloadIdentityPoolViewer",
            "iam.workloadIdentityPoolAdmin",
            "serviceusage.serviceUsageConsumer",
            "container.clusterViewer",
            "container.viewer")
        .forEach(PredefinedRoles::put);
  }

  private PredefinedRoles() {}

  private static void put(String role, String... permissions) {
    KNOWN.put("roles/" + role, Set.of(permissions));
    LOOKED_AT.addAll(Set.of(permissions));
  }

  /** Whether a role has a permission. */
  public static Ternary give(String role, String permission) {
    Set<String> permissions = KNOWN.get(role);
    return permissions == null || !LOOKED_AT.contains(permission)
        ? Ternary.UNDECIDED
        : Ternary.of(permissions.contains(permission));
  }

  /** The narrowest that has a permission; empty where that is not known here. */
  public static Optional<String> narrowest(String permission) {
    return Optional.ofNullable(NARROWEST.get(permission));
  }
}
