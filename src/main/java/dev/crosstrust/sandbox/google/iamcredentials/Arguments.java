package dev.crosstrust.sandbox.google.iamcredentials;

import dev.crosstrust.sandbox.google.api.ApiError;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The fields of a request message; null counts as absent, as in protocol buffers' JSON. */
record Arguments(ObjectNode fields) {

  /** Refuses names that the message does not have. */
  Arguments only(Set<String> known) {
    for (String name : fields.propertyNames()) {
      if (!known.contains(name)) {
        throw ApiError.invalidArgument(
            "Invalid JSON payload received. Unknown name \"%s\": Cannot find field."
                .formatted(name));
      }
    }
    return this;
  }

  /** A text; empty when absent. */
  String text(String name) {
    JsonNode value = fields.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return "";
    }
    if (!value.isString()) {
      throw invalid(name, value);
    }
    return value.stringValue();
  }

  /** A switch; off when absent. */
  boolean flag(String name) {
    JsonNode value = fields.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return false;
    }
    if (!value.isBoolean()) {
      throw invalid(name, value);
    }
    return value.booleanValue();
  }

  /** A list of texts; empty when absent. */
  List<String> texts(String name) {
    JsonNode value = fields.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return List.of();
    }
    if (!value.isArray()
        || !StreamSupport.stream(value.spliterator(), false).allMatch(JsonNode::isString)) {
      throw invalid(name, value);
    }
    return StreamSupport.stream(value.spliterator(), false).map(JsonNode::stringValue).toList();
  }

  private static RuntimeException invalid(String name, JsonNode value) {
    return ApiError.invalidArgument("Invalid value at '%s', %s".formatted(name, value));
  }
}
