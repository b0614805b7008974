package dev.crosstrust.setup.aws;

import dev.crosstrust.trust.Ternary;
import dev.crosstrust.trust.aws.policy.Condition;
import dev.crosstrust.trust.aws.policy.Conditions;
import dev.crosstrust.trust.aws.policy.MalformedPolicy;
import dev.crosstrust.trust.aws.policy.Patterns;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * A statement of a policy of permissions, which is about its owner.
 *
 * @param variables whether the document's version knows variables
 */
record PolicyStatement(JsonNode json, boolean variables, List<Condition> conditions) {
  private static final String WHERE = "A statement";

  static PolicyStatement of(JsonNode json, boolean variables) throws MalformedPolicy {
    return new PolicyStatement(
        json, variables, Conditions.of(json.path("Condition"), variables, WHERE));
  }

  boolean has(String effect) {
    return json.path("Effect").asString("").equals(effect);
  }

  /** Whether it hits a request. */
  Ternary applies(Request request) {
    return isAbout(request)
        .and(Ternary.all(conditions.stream().map(it -> it.holds(request.keys()))));
  }

  /** Whether it speaks of a request, its conditions aside. */
  Ternary isAbout(Request request) {
    return Ternary.of(action(request)).and(on(request));
  }

  /** What the request has otherwise than the conditions want it. */
  Stream<String> differing(Request request) {
    return conditions.stream()
        .filter(it -> it.holds(request.keys()) == Ternary.NO)
        .map(it -> differing(it, request.keys().get(it.key()).known()));
  }

  private static String differing(Condition condition, List<String> has) {
    return "%s under %s is to be %s, and is %s"
        .formatted(
            condition.key(),
            condition.written(),
            String.join(" or ", condition.wants()),
            has.isEmpty() ? "not there" : String.join(", ", has));
  }

  private boolean action(Request request) {
    boolean negated = json.has("NotAction");
    return negated
        != texts(json.path(negated ? "NotAction" : "Action")).stream()
            .anyMatch(it -> Patterns.fitsAction(it, request.action()));
  }

  private Ternary on(Request request) {
    return json.has("NotResource")
        ? fits(texts(json.path("NotResource")), request).not()
        : fits(texts(json.path("Resource")), request);
  }

  private Ternary fits(List<String> patterns, Request request) {
    return Ternary.any(patterns.stream().map(it -> fits(it, request)));
  }

  private Ternary fits(String pattern, Request request) {
    return variables
        ? Patterns.fits(pattern, request.resource(), request.keys())
        : Ternary.of(Patterns.fits(pattern, request.resource()));
  }

  /** One text, or a list of them. */
  private static List<String> texts(JsonNode value) {
    return (value.isArray() ? value.valueStream() : Stream.of(value))
        .filter(it -> it.isString() || it.isNumber() || it.isBoolean())
        .map(it -> it.asString(""))
        .toList();
  }
}
