package dev.crosstrust.trust.aws.policy;

import dev.crosstrust.trust.JsonText;
import dev.crosstrust.trust.UnreadableDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * A trust policy.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html">Grammar
 *     of the JSON policy language</a>
 */
public record PolicyDocument(List<Statement> statements) {
  private static final String VARIABLES_SINCE = "2012-10-17";
  private static final Set<String> MEMBERS = Set.of("Version", "Id", "Statement");

  public PolicyDocument {
    statements = List.copyOf(statements);
  }

  /**
   * Reads the JSON; of a member that is there twice the last counts, as at AWS.
   *
   * @param what the text is, for people
   * @throws UnreadableDocument when it is no JSON
   */
  public static JsonNode read(String text, String what) throws UnreadableDocument {
    if (text.isBlank()) {
      throw new UnreadableDocument(what + " is empty");
    }
    return JsonText.read(text, place -> what + " is not JSON: it cannot be read at " + place);
  }

  /**
   * Understands it.
   *
   * @throws MalformedPolicy when it is JSON, but no trust policy
   */
  public static PolicyDocument of(JsonNode json) throws MalformedPolicy {
    if (!json.isObject()) {
      throw new MalformedPolicy("A policy is a JSON object.");
    }
    for (String member : json.propertyNames()) {
      if (!MEMBERS.contains(member)) {
        throw new MalformedPolicy("A policy has no member \"%s\".".formatted(member));
      }
    }
    String version = json.path("Version").asString("2008-10-17");
    if (!version.equals(VARIABLES_SINCE) && !version.equals("2008-10-17")) {
      throw new MalformedPolicy(
          "There is no version %s of the policy language; the newest is %s."
              .formatted(version, VARIABLES_SINCE));
    }
    if (!json.has("Statement")) {
      throw new MalformedPolicy("The policy has no Statement.");
    }
    JsonNode written = json.path("Statement");
    List<Statement> statements = new ArrayList<>();
    for (JsonNode statement : written.isArray() ? written.values() : List.of(written)) {
      statements.add(Statement.of(statements.size(), statement, version.equals(VARIABLES_SINCE)));
    }
    return new PolicyDocument(statements);
  }
}
