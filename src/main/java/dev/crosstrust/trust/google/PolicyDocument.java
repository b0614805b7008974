package dev.crosstrust.trust.google;

import dev.crosstrust.trust.UnreadableDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An allow policy as Google's APIs return it.
 *
 * @see <a href="https://cloud.google.com/iam/docs/reference/rest/v1/Policy">Policy</a>
 */
public final class PolicyDocument {
  private PolicyDocument() {}

  /**
   * Reads one from JSON.
   *
   * @throws UnreadableDocument where it is not JSON, or a member is of the wrong kind
   */
  public static IamPolicy read(String json) throws UnreadableDocument {
    return read(JsonDocument.read(json));
  }

  /** The same, parsed already. */
  public static IamPolicy read(JsonNode json) throws UnreadableDocument {
    return read(JsonDocument.of(json));
  }

  private static IamPolicy read(JsonDocument json) throws UnreadableDocument {
    // Nobody is granted anything where a policy has nothing but its etag.
    if (Stream.of("bindings", "etag", "version").noneMatch(json.root()::has)) {
      throw new UnreadableDocument("this is no allow policy: it has no bindings");
    }
    List<IamPolicy.Binding> bindings = new ArrayList<>();
    for (JsonNode each : json.list("bindings")) {
      if (!each.isObject()) {
        throw JsonDocument.wrong("each of bindings", "an object");
      }
      JsonDocument binding = new JsonDocument(each);
      String role = binding.text("role");
      if (role == null) {
        throw new UnreadableDocument("a binding has no role");
      }
      bindings.add(
          new IamPolicy.Binding(
              role, binding.texts("members"), condition(binding.object("condition"))));
    }
    return new IamPolicy(bindings);
  }

  private static IamPolicy.@Nullable Condition condition(@Nullable JsonDocument json)
      throws UnreadableDocument {
    String expression = json == null ? null : json.text("expression");
    return json == null || expression == null
        ? null
        : new IamPolicy.Condition(expression, json.text("title"), json.text("description"));
  }
}
