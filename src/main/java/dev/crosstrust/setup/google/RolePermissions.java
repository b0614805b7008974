package dev.crosstrust.setup.google;

import dev.crosstrust.trust.Ternary;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which of the permissions that routes need the usual predefined roles have. Custom roles and all
 * others are undecided.
 *
 * @see <a href="https://cloud.google.com/iam/docs/roles-permissions">IAM roles and permissions</a>
 */
final class RolePermissions {
  static final String LIST = "storage.objects.list";
  static final String GET = "storage.objects.get";
  static final String CREATE = "storage.objects.create";
  static final String INSERT = "bigquery.tables.updateData";
  static final String ACCESS_TOKEN = "iam.serviceAccounts.getAccessToken";
  static final String ID_TOKEN = "iam.serviceAccounts.getOpenIdToken";

  private static final Map<String, Set<String>> KNOWN = new HashMap<>();

  static {
    put("iam.serviceAccountTokenCreator", ACCESS_TOKEN, ID_TOKEN);
    put("iam.serviceAccountOpenIdTokenCreator", ID_TOKEN);
    put("iam.workloadIdentityUser", ACCESS_TOKEN, ID_TOKEN);
    put("storage.admin", LIST, GET, CREATE);
    put("storage.objectAdmin", LIST, GET, CREATE);
    put("storage.objectUser", LIST, GET, CREATE);
    put("storage.objectViewer", LIST, GET);
    put("storage.objectCreator", CREATE);
    put("storage.legacyBucketReader", LIST);
    put("storage.legacyBucketWriter", LIST, CREATE);
    put("storage.legacyBucketOwner", LIST, CREATE);
    put("storage.legacyObjectReader", GET);
    put("storage.legacyObjectOwner", GET);
    put("bigquery.admin", INSERT);
    put("bigquery.dataOwner", INSERT);
    put("bigquery.dataEditor", INSERT);
    List.of(
            "browser",
            "iam.serviceAccountUser",
            "iam.serviceAccountViewer",
            "iam.serviceAccountAdmin",
            "iam.securityReviewer",
            "iam.workloadIdentityPoolViewer",
            "iam.workloadIdentityPoolAdmin",
            "serviceusage.serviceUsageConsumer",
            "container.clusterViewer",
            "container.viewer",
            "storage.bucketViewer",
            "bigquery.dataViewer",
            "bigquery.metadataViewer",
            "bigquery.jobUser",
            "bigquery.user")
        .forEach(RolePermissions::put);
  }

  private RolePermissions() {}

  private static void put(String role, String... permissions) {
    KNOWN.put("roles/" + role, Set.of(permissions));
  }

  static Ternary give(String role, String permission) {
    Set<String> permissions = KNOWN.get(role);
    return permissions == null ? Ternary.UNDECIDED : Ternary.of(permissions.contains(permission));
  }
}
