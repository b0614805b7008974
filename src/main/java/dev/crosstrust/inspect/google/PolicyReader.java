package dev.crosstrust.inspect.google;

import dev.crosstrust.credential.GoogleAccessToken;
import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.evidence.Wire;
import dev.crosstrust.evidence.google.GoogleAnswer;
import dev.crosstrust.identity.google.GoogleEndpoints;
import dev.crosstrust.trust.UnreadableDocument;
import dev.crosstrust.trust.google.IamPolicy;
import dev.crosstrust.trust.google.PolicyDocument;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads allow policies, their conditions included.
 *
 * @see <a href="https://cloud.google.com/iam/docs/allow-policies">Allow policies</a>
 */
public final class PolicyReader {
  private static final Map<String, ?> WITH_CONDITIONS =
      Map.of("options", Map.of("requestedPolicyVersion", 3));

  private final AdminCalls calls;

  /**
   * @param wire not closed with this
   */
  public PolicyReader(Wire wire, GoogleEndpoints endpoints, GoogleAccessToken token) {
    this.calls = new AdminCalls(wire, endpoints, token);
  }

  /**
   * Of a project.
   *
   * @param idOrNumber either
   */
  public Outcome<IamPolicy> ofProject(String idOrNumber) {
    return calls
        .post(
            "cloudresourcemanager",
            "projects.getIamPolicy",
            "/v3/projects/%s:getIamPolicy".formatted(segment(idOrNumber)),
            WITH_CONDITIONS)
        .then(PolicyReader::policy);
  }

  /** Of a service account: who may act as it. */
  public Outcome<IamPolicy> ofServiceAccount(String email) {
    return calls
        .post(
            "iam",
            "serviceAccounts.getIamPolicy",
            "/v1/projects/-/serviceAccounts/%s:getIamPolicy".formatted(segment(email)),
            WITH_CONDITIONS)
        .then(PolicyReader::policy);
  }

  /** Of a bucket. */
  public Outcome<IamPolicy> ofBucket(String bucket) {
    return calls
        .get(
            "storage",
            "buckets.getIamPolicy",
            "/storage/v1/b/%s/iam?optionsRequestedPolicyVersion=3".formatted(segment(bucket)))
        .then(PolicyReader::policy);
  }

  /** A bucket itself. */
  public Outcome<Bucket> bucket(String name) {
    return calls
        .get("storage", "buckets.get", "/storage/v1/b/" + segment(name))
        .map(
            json ->
                new Bucket(
                    name,
                    json.path("projectNumber").asString(""),
                    json.at("/iamConfiguration/uniformBucketLevelAccess/enabled")
                        .asBoolean(false)));
  }

  /** Of a table, without what its dataset grants. */
  public Outcome<IamPolicy> ofTable(String project, String dataset, String table) {
    return calls
        .post(
            "bigquery",
            "tables.getIamPolicy",
            "/bigquery/v2/projects/%s/datasets/%s/tables/%s:getIamPolicy"
                .formatted(segment(project), segment(dataset), segment(table)),
            WITH_CONDITIONS)
        .then(PolicyReader::policy);
  }

  /** Of a dataset: its list of access, with the old basic roles as those they stand for. */
  public Outcome<IamPolicy> ofDataset(String project, String dataset) {
    return calls
        .get(
            "bigquery",
            "datasets.get",
            "/bigquery/v2/projects/%s/datasets/%s?accessPolicyVersion=3"
                .formatted(segment(project), segment(dataset)))
        .map(
            json ->
                new IamPolicy(
                    json.path("access")
                        .valueStream()
                        .flatMap(entry -> DatasetAccess.bindings(entry, project))
                        .toList()));
  }

  private static Outcome<IamPolicy> policy(JsonNode json) {
    try {
      return Outcome.done(PolicyDocument.read(json));
    } catch (UnreadableDocument e) {
      return Outcome.broken(
          Outcome.Breakage.Kind.NOT_UNDERSTOOD,
          "The policy is not as expected: %s".formatted(e.getMessage()));
    }
  }

  static IamPolicy.@Nullable Condition condition(JsonNode binding) {
    JsonNode condition = binding.path("condition");
    String expression = GoogleAnswer.text(condition, "expression");
    return expression == null
        ? null
        : new IamPolicy.Condition(
            expression,
            GoogleAnswer.text(condition, "title"),
            GoogleAnswer.text(condition, "description"));
  }

  private static String segment(String text) {
    return FederationReader.segment(text);
  }
}
