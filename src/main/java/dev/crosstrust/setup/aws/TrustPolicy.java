package dev.crosstrust.setup.aws;

import dev.crosstrust.trust.Ternary;
import dev.crosstrust.trust.aws.AwaitedKeys;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A role's trust policy held against a Google ID token that is not there yet.
 *
 * @param audience the token's {@code aud}, which AWS reads as {@code accounts.google.com:oaud}
 * @param subject the token's {@code sub}; null where it is not known
 * @param authorizedParty the token's {@code azp}, which AWS reads as {@code
 *     accounts.google.com:aud}; null where it is not known
 */
record TrustPolicy(String audience, @Nullable String subject, @Nullable String authorizedParty) {
  static final String GOOGLE = "accounts.google.com";
  private static final String ACTION = "sts:AssumeRoleWithWebIdentity";
  private static final String SUB = GOOGLE + ":sub";
  private static final String STATEMENT = "Statement";
  private static final JsonMapper JSON = JsonMapper.shared();

  private Request request() {
    return new Request(ACTION, "*", GOOGLE, new AwaitedKeys(audience, subject, authorizedParty));
  }

  Ternary letIn(Policy policy) {
    return policy.allow(request());
  }

  Ternary denied(Policy policy) {
    return policy.denied(request());
  }

  List<String> differing(Policy policy) {
    return policy.differing(request());
  }

  /** The statement of this way in. */
  String written() {
    return JSON.writeValueAsString(statement());
  }

  /** A policy of this one way in. */
  String fresh() {
    return written(List.of(statement()));
  }

  /**
   * The policy with this way in: the statement that names the subject is put right, and what is
   * about others stays as it is.
   */
  String corrected(Policy policy) {
    List<JsonNode> statements = new ArrayList<>();
    boolean replaced = false;
    for (PolicyStatement each : policy.statements()) {
      JsonNode statement = each.json();
      if (isAboutSubject(statement)) {
        if (!replaced) {
          statements.add(statement());
        }
        replaced = true;
      } else {
        statements.add(statement);
      }
    }
    if (!replaced) {
      statements.add(statement());
    }
    return written(statements);
  }

  private boolean isAboutSubject(JsonNode statement) {
    JsonNode named = statement.path("Principal").path("Federated");
    return statement.path("Effect").asString("").equals("Allow")
        && subject != null
        && PolicyStatement.texts(named).contains(GOOGLE)
        && statement.path("Condition").properties().stream()
            .map(operator -> PolicyStatement.texts(operator.getValue().path(SUB)))
            .anyMatch(List.of(subject)::equals);
  }

  private ObjectNode statement() {
    ObjectNode statement = JSON.createObjectNode();
    statement.put("Effect", "Allow");
    statement.putObject("Principal").put("Federated", GOOGLE);
    statement.put("Action", ACTION);
    statement
        .putObject("Condition")
        .putObject("StringEquals")
        .put(GOOGLE + ":oaud", audience)
        .put(SUB, subject == null ? "UNIQUE_ID" : subject);
    return statement;
  }

  private static String written(List<? extends JsonNode> statements) {
    ObjectNode policy = JSON.createObjectNode();
    policy.put("Version", "2012-10-17");
    var list = policy.putArray(STATEMENT);
    statements.forEach(list::add);
    return JSON.writeValueAsString(policy);
  }
}
