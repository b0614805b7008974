package dev.crosstrust.setup.aws;

import dev.crosstrust.trust.Ternary;
import dev.crosstrust.trust.aws.policy.Condition;
import dev.crosstrust.trust.aws.policy.Conditions;
import dev.crosstrust.trust.aws.policy.MalformedPolicy;
import dev.crosstrust.trust.aws.policy.Patterns;
import dev.crosstrust.trust.aws.policy.PrincipalElement;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A statement of a policy of either kind.
 *
 * @param principal whom it is about; null in policies of permissions, which are about their owner
 * @param variables whether the document's version knows variables
 */
record PolicyStatement(
    JsonNode json,
    @Nullable PrincipalElement principal,
    boolean variables,
    List<Condition> conditions) {
  private static final String WHERE = "A statement";

  static PolicyStatement of(JsonNode json, boolean variables) throws MalformedPolicy {
    return new PolicyStatement(
        json, principal(json), variables, Conditions.of(json.path("Condition"), variables, WHERE));
  }

  private static @Nullable PrincipalElement principal(JsonNode json) throws MalformedPolicy {
    if (json.has("NotPrincipal")) {
      return PrincipalElement.of(json.path("NotPrincipal"), true, WHERE);
    }
    return json.has("Principal") ? PrincipalElement.of(json.path("Principal"), false, WHERE) : null;
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
    return principal(request).and(Ternary.of(action(request))).and(on(request));
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

  private Ternary principal(Request request) {
    String federated = request.federated();
    if (federated == null) {
      return Ternary.YES;
    }
    if (principal == null) {
      return Ternary.NO;
    }
    return principal.everybody() && !principal.negated()
        ? Ternary.YES
        : principal.isAbout(federated::equals);
  }

  private boolean action(Request request) {
    boolean negated = json.has("NotAction");
    return negated
        != texts(json.path(negated ? "NotAction" : "Action")).stream()
            .anyMatch(it -> Patterns.fitsAction(it, request.action()));
  }

  /** Trust policies have no resource. */
  private Ternary on(Request request) {
    if (request.federated() != null) {
      return Ternary.YES;
    }
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
  static List<String> texts(JsonNode value) {
    return (value.isArray() ? value.valueStream() : Stream.of(value))
        .filter(it -> it.isString() || it.isNumber() || it.isBoolean())
        .map(it -> it.asString(""))
        .toList();
  }
}
