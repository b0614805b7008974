package dev.crosstrust.sandbox.aws.policy;

import dev.crosstrust.sandbox.aws.policy.PolicyDocument.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads policies from JSON. A single value may stand for a list; of doubled keys the last counts.
 */
final class PolicyParser {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String SYNTAX = "Syntax errors in policy.";
  private static final Set<String> VERSIONS = Set.of("2008-10-17", "2012-10-17");
  private static final Set<String> DOCUMENT = Set.of("Version", "Id", "Statement");
  private static final Set<String> STATEMENT =
      Set.of(
          "Sid",
          "Effect",
          "Principal",
          "NotPrincipal",
          "Action",
          "NotAction",
          "Resource",
          "NotResource",
          "Condition");

  private final Kind kind;
  private final boolean variables;

  private PolicyParser(Kind kind, boolean variables) {
    this.kind = kind;
    this.variables = variables;
  }

  static PolicyDocument parse(String json, Kind kind) {
    JsonNode root = read(json);
    onlyKnown(root, DOCUMENT);
    String version = root.path("Version").asString("2008-10-17");
    require(VERSIONS.contains(version), "The policy must contain a valid version string");
    PolicyParser parser = new PolicyParser(kind, version.equals("2012-10-17"));
    List<Statement> statements =
        items(root.path("Statement")).stream().map(parser::statement).toList();
    require(!statements.isEmpty(), SYNTAX);
    return new PolicyDocument(json, statements);
  }

  private static JsonNode read(String json) {
    try {
      return JSON.readTree(json);
    } catch (JacksonException notJson) {
      throw new MalformedPolicyException("This policy contains invalid Json");
    }
  }

  private Statement statement(JsonNode node) {
    onlyKnown(node, STATEMENT);
    Optional<Selector<String>> actions = selector(node, "Action", "NotAction");
    require(actions.isPresent(), "Policy statement must contain actions.");
    actions.get().items().forEach(PolicyParser::checkAction);
    Optional<Selector<Template>> resources =
        selector(node, "Resource", "NotResource")
            .map(it -> new Selector<>(templates(it.items()), it.inverted()));
    Optional<Principals> principals = principals(node);
    if (kind == Kind.TRUST) {
      require(resources.isEmpty(), "Has prohibited field Resource");
    } else {
      require(resources.isPresent(), "Policy statement must contain resources.");
    }
    if (kind == Kind.IDENTITY) {
      require(principals.isEmpty(), "Policy document should not specify a principal.");
    } else {
      require(principals.isPresent(), "Missing required field Principal");
    }
    boolean allButSome =
        principals.filter(Principals::inverted).isPresent() && effect(node) == Effect.ALLOW;
    require(kind != Kind.TRUST || !allButSome, SYNTAX);
    return new Statement(effect(node), principals, actions.get(), resources, conditions(node));
  }

  private static Effect effect(JsonNode node) {
    return switch (node.path("Effect").asString("")) {
      case "Allow" -> Effect.ALLOW;
      case "Deny" -> Effect.DENY;
      case "" -> throw new MalformedPolicyException("Missing required field Effect");
      default -> throw new MalformedPolicyException(SYNTAX);
    };
  }

  private static void checkAction(String action) {
    require(
        action.equals("*") || action.contains(":"),
        "Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.");
  }

  private static Optional<Selector<String>> selector(JsonNode node, String name, String not) {
    require(!(node.has(name) && node.has(not)), SYNTAX);
    return Optional.of(node.has(name) ? name : not)
        .filter(node::has)
        .map(it -> new Selector<>(texts(node.path(it)), it.equals(not)));
  }

  private Optional<Principals> principals(JsonNode node) {
    require(!(node.has("Principal") && node.has("NotPrincipal")), SYNTAX);
    boolean inverted = node.has("NotPrincipal");
    JsonNode element = node.path(inverted ? "NotPrincipal" : "Principal");
    if (element.isMissingNode()) {
      return Optional.empty();
    }
    if (element.isString()) {
      require(element.asString().equals("*"), "Invalid principal in policy");
      require(
          kind != Kind.TRUST, "AssumeRolepolicy contained an invalid principal: \"STAR\":\"*\".");
      return Optional.of(new Principals(Map.of("AWS", List.of("*")), inverted));
    }
    require(element.isObject(), SYNTAX);
    Map<String, List<String>> byType = new LinkedHashMap<>();
    element.properties().forEach(it -> byType.put(it.getKey(), texts(it.getValue())));
    return Optional.of(new Principals(Map.copyOf(byType), inverted));
  }

  private List<Condition> conditions(JsonNode node) {
    JsonNode block = node.path("Condition");
    require(block.isMissingNode() || block.isObject(), SYNTAX);
    List<Condition> conditions = new ArrayList<>();
    for (Map.Entry<String, JsonNode> operator : block.properties()) {
      Operator parsed =
          Operator.parse(operator.getKey())
              .orElseThrow(
                  () ->
                      new MalformedPolicyException(
                          "Invalid Condition type : " + operator.getKey()));
      require(operator.getValue().isObject(), SYNTAX);
      for (Map.Entry<String, JsonNode> key : operator.getValue().properties()) {
        conditions.add(new Condition(parsed, key.getKey(), templates(texts(key.getValue()))));
      }
    }
    return List.copyOf(conditions);
  }

  private List<Template> templates(List<String> texts) {
    return texts.stream().map(text -> new Template(text, variables)).toList();
  }

  /** A number or a truth value counts as its text. */
  private static List<String> texts(JsonNode node) {
    List<JsonNode> items = items(node);
    require(items.stream().allMatch(it -> it.isValueNode() && !it.isNull()), SYNTAX);
    return items.stream().map(JsonNode::asString).toList();
  }

  private static List<JsonNode> items(JsonNode node) {
    if (node.isMissingNode()) {
      return List.of();
    }
    return node.isArray() ? List.copyOf(node.values()) : List.of(node);
  }

  private static void onlyKnown(JsonNode node, Set<String> names) {
    require(node.isObject() && names.containsAll(node.propertyNames()), SYNTAX);
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new MalformedPolicyException(otherwise);
    }
  }
}
