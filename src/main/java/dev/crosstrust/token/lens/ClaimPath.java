package dev.crosstrust.token.lens;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One claim that is not an object of further claims.
 *
 * @param members from the outermost inwards
 */
record ClaimPath(List<String> members, JsonNode value) {
  private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  ClaimPath {
    members = List.copyOf(members);
  }

  /** All of them, in the token's order. */
  static List<ClaimPath> leaves(ObjectNode claims) {
    List<ClaimPath> leaves = new ArrayList<>();
    collect(List.of(), claims, leaves);
    return leaves;
  }

  private static void collect(List<String> outer, ObjectNode node, List<ClaimPath> leaves) {
    node.propertyStream()
        .forEach(
            member -> {
              List<String> path = new ArrayList<>(outer);
              path.add(member.getKey());
              if (member.getValue() instanceof ObjectNode object && !object.isEmpty()) {
                collect(path, object, leaves);
              } else {
                leaves.add(new ClaimPath(path, member.getValue()));
              }
            });
  }

  /** For people and for JSON. */
  String name() {
    return String.join(".", members);
  }

  /** As CEL selects it: by name, or by index where the name is no identifier. */
  String cel() {
    return members.stream()
        .map(
            member ->
                IDENTIFIER.matcher(member).matches()
                    ? "." + member
                    : "[\"" + member.replace("\\", "\\\\").replace("\"", "\\\"") + "\"]")
        .collect(Collectors.joining("", "assertion", ""));
  }
}
