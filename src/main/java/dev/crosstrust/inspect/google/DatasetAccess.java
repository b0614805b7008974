package dev.crosstrust.inspect.google;

import dev.crosstrust.evidence.google.GoogleAnswer;
import dev.crosstrust.identity.google.AccountAddress;
import dev.crosstrust.trust.google.IamPolicy.Binding;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * An entry of a dataset's list of access, as a binding. Entries that let a view or routine in have
 * no role and grant nobody anything.
 *
 * @see <a
 *     href="https://cloud.google.com/bigquery/docs/reference/rest/v2/datasets#Dataset">datasets</a>
 */
final class DatasetAccess {
  private static final Map<String, String> BASIC_ROLES =
      Map.of(
          "OWNER", "roles/bigquery.dataOwner",
          "WRITER", "roles/bigquery.dataEditor",
          "READER", "roles/bigquery.dataViewer");
  private static final Map<String, String> MEMBERS =
      Map.of("userByEmail", "user:", "groupByEmail", "group:", "domain", "domain:");

  /** Whoever has a basic role on the project. */
  private static final Map<String, String> OF_PROJECT =
      Map.of(
          "projectOwners", "projectOwner:",
          "projectWriters", "projectEditor:",
          "projectReaders", "projectViewer:");

  private DatasetAccess() {}

  /**
   * The bindings.
   *
   * @param project of the dataset
   */
  static Stream<Binding> bindings(JsonNode entry, String project) {
    String role = GoogleAnswer.text(entry, "role");
    if (role == null) {
      return Stream.empty();
    }
    return member(entry, project)
        .map(
            member ->
                new Binding(
                    BASIC_ROLES.getOrDefault(role, role),
                    List.of(member),
                    PolicyReader.condition(entry)));
  }

  /** A service account stands under {@code userByEmail} as well. */
  private static Stream<String> member(JsonNode entry, String project) {
    String member = GoogleAnswer.text(entry, "iamMember");
    if (member != null) {
      return Stream.of(member);
    }
    String user = GoogleAnswer.text(entry, "userByEmail");
    if (user != null && AccountAddress.isServiceAccount(user)) {
      return Stream.of(AccountAddress.member(user));
    }
    return Stream.concat(
        MEMBERS.entrySet().stream()
            .flatMap(
                kind ->
                    Stream.ofNullable(GoogleAnswer.text(entry, kind.getKey()))
                        .map(value -> kind.getValue() + value)),
        Stream.ofNullable(GoogleAnswer.text(entry, "specialGroup"))
            .flatMap(group -> special(group, project)));
  }

  private static Stream<String> special(String group, String project) {
    String ofProject = OF_PROJECT.get(group);
    if (ofProject != null) {
      return Stream.of(ofProject + project);
    }
    return group.equals("allAuthenticatedUsers") ? Stream.of(group) : Stream.empty();
  }
}
