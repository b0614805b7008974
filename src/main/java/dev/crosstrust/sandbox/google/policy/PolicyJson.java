package dev.crosstrust.sandbox.google.policy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Policies as documents.
 *
 * @see <a href="https://cloud.google.com/iam/docs/reference/rest/v1/Policy">Policy</a>
 */
public final class PolicyJson {
  private PolicyJson() {}

  /**
   * Writes a policy.
   *
   * @param requestedVersion who asks for less than 3 does not know conditions, and gets conditional
   *     bindings with a role that does not exist instead
   */
  public static Map<String, Object> write(Policy policy, int requestedVersion) {
    boolean knowsConditions = requestedVersion >= Policy.CONDITIONAL;
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("version", knowsConditions ? policy.version() : 1);
    json.put("etag", policy.etag());
    if (!policy.bindings().isEmpty()) {
      json.put(
          "bindings",
          policy.bindings().stream().map(binding -> write(binding, knowsConditions)).toList());
    }
    return json;
  }

  private static Map<String, Object> write(Binding binding, boolean knowsConditions) {
    Map<String, Object> json = new LinkedHashMap<>();
    Condition condition = binding.condition();
    boolean hidden = condition != null && !knowsConditions;
    json.put("role", hidden ? withoutCondition(binding.role(), condition) : binding.role());
    json.put("members", binding.members());
    if (condition != null && knowsConditions) {
      json.put("condition", write(condition));
    }
    return json;
  }

  private static String withoutCondition(String role, @Nullable Condition condition) {
    return role + "_withcond_%08x".formatted(condition == null ? 0 : condition.hashCode());
  }

  private static Map<String, String> write(Condition condition) {
    Map<String, String> json = new LinkedHashMap<>();
    json.put("title", condition.title());
    if (!condition.description().isEmpty()) {
      json.put("description", condition.description());
    }
    json.put("expression", condition.expression());
    return json;
  }

  /**
   * Reads the bindings of a policy.
   *
   * @return empty when it is no policy
   */
  public static Optional<List<Binding>> read(JsonNode policy) {
    List<Binding> bindings = new ArrayList<>();
    for (JsonNode binding : policy.path("bindings")) {
      List<String> members = new ArrayList<>();
      binding.path("members").forEach(member -> members.add(member.asString("")));
      JsonNode condition = binding.path("condition");
      String role = binding.path("role").asString("");
      if (role.isEmpty()) {
        return Optional.empty();
      }
      bindings.add(new Binding(role, members, condition.isObject() ? condition(condition) : null));
    }
    return Optional.of(bindings);
  }

  private static Condition condition(JsonNode json) {
    return new Condition(
        json.path("title").asString(""),
        json.path("description").asString(""),
        json.path("expression").asString(""));
  }
}
