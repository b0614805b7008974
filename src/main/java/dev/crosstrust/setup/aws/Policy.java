package dev.crosstrust.setup.aws;

import dev.crosstrust.trust.Ternary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The statements of one or more policy documents, looked at together.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html">Grammar
 *     of the JSON policy language</a>
 */
record Policy(List<JsonNode> statements) {
  private static final String FEDERATED = "Federated";

  Policy {
    statements = List.copyOf(statements);
  }

  /** The statements of these documents; empty when one of them is no JSON object. */
  static Optional<Policy> of(List<String> documents) {
    List<JsonNode> all = new ArrayList<>();
    for (String document : documents) {
      JsonNode json = read(document);
      if (json == null) {
        return Optional.empty();
      }
      JsonNode statements = json.path("Statement");
      (statements.isArray() ? statements.valueStream() : Stream.of(statements)).forEach(all::add);
    }
    return Optional.of(new Policy(all));
  }

  private static @Nullable JsonNode read(String document) {
    try {
      JsonNode json = JsonMapper.shared().readTree(document);
      return json.isObject() ? json : null;
    } catch (JacksonException e) {
      return null;
    }
  }

  /** Whether they allow the request: a Deny that may hit leaves it open at best. */
  Ternary allow(Request request) {
    Ternary allowed = Ternary.any(with("Allow").map(it -> applies(it, request)));
    return allowed.and(denied(request).not());
  }

  /** Whether a Deny hits the request: no Allow helps then. */
  Ternary denied(Request request) {
    return Ternary.any(with("Deny").map(it -> applies(it, request)));
  }

  /** What keeps the Allow statements that speak of this action from applying. */
  List<String> differing(Request request) {
    Conditions conditions = new Conditions(request);
    with("Allow")
        .filter(it -> subject(it, request) != Ternary.NO)
        .forEach(it -> conditions.hold(it.path("Condition")));
    return conditions.differing();
  }

  private Stream<JsonNode> with(String effect) {
    return statements.stream().filter(it -> it.path("Effect").asString("").equals(effect));
  }

  /** Whether a statement hits a request. */
  static Ternary applies(JsonNode statement, Request request) {
    return subject(statement, request)
        .and(new Conditions(request).hold(statement.path("Condition")));
  }

  private static Ternary subject(JsonNode statement, Request request) {
    return principal(statement, request)
        .and(action(statement, request))
        .and(on(statement, request));
  }

  private static Ternary principal(JsonNode statement, Request request) {
    String federated = request.federated();
    if (federated == null) {
      return Ternary.YES;
    }
    if (statement.has("NotPrincipal")) {
      return Ternary.UNDECIDED;
    }
    JsonNode principal = statement.path("Principal");
    List<String> named = texts(principal.isObject() ? principal.path(FEDERATED) : principal);
    return Ternary.of(named.contains(federated) || named.contains("*"));
  }

  private static Ternary action(JsonNode statement, Request request) {
    return statement.has("NotAction")
        ? Ternary.any(
                texts(statement.path("NotAction")).stream()
                    .map(it -> Pattern.fitsAction(it, request.action())))
            .not()
        : Ternary.any(
            texts(statement.path("Action")).stream()
                .map(it -> Pattern.fitsAction(it, request.action())));
  }

  /** Trust policies have no resource. */
  private static Ternary on(JsonNode statement, Request request) {
    if (request.federated() != null) {
      return Ternary.YES;
    }
    return statement.has("NotResource")
        ? fits(texts(statement.path("NotResource")), request.resource()).not()
        : fits(texts(statement.path("Resource")), request.resource());
  }

  private static Ternary fits(List<String> patterns, String resource) {
    return Ternary.any(patterns.stream().map(it -> Pattern.fits(it, resource)));
  }

  /** One text, or a list of them. */
  static List<String> texts(JsonNode value) {
    return (value.isArray() ? value.valueStream() : Stream.of(value))
        .filter(it -> it.isString() || it.isNumber() || it.isBoolean())
        .map(it -> it.asString(""))
        .toList();
  }
}
