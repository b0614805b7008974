package dev.crosstrust.sandbox.google.policy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Google's predefined roles, with the permissions that matter here; {@code storage.objects.*} in
 * the file stands for all that begin so.
 *
 * @see <a href="https://cloud.google.com/iam/docs/roles-permissions">IAM roles and permissions</a>
 */
public final class Roles {
  public static final String TOKEN_CREATOR = "roles/iam.serviceAccountTokenCreator";
  public static final String WORKLOAD_IDENTITY_USER = "roles/iam.workloadIdentityUser";
  public static final String OWNER = "roles/owner";
  public static final String EDITOR = "roles/editor";
  public static final String VIEWER = "roles/viewer";

  private static final Map<String, List<String>> PREDEFINED = read();

  private Roles() {}

  /** Whether there is such a role. */
  public static boolean exist(String role) {
    return PREDEFINED.containsKey(role);
  }

  /** Whether the role has the permission; one that does not exist has none. */
  public static boolean give(String role, String permission) {
    return PREDEFINED.getOrDefault(role, List.of()).stream()
        .anyMatch(pattern -> matches(pattern, permission));
  }

  private static boolean matches(String pattern, String permission) {
    return pattern.endsWith("*")
        ? permission.startsWith(pattern.substring(0, pattern.length() - 1))
        : pattern.equals(permission);
  }

  private static Map<String, List<String>> read() {
    try (InputStream in = Roles.class.getResourceAsStream("roles.json")) {
      return Map.copyOf(
          JsonMapper.shared()
              .readValue(
                  Objects.requireNonNull(in).readAllBytes(),
                  new TypeReference<Map<String, List<String>>>() {}));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
