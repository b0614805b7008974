package dev.crosstrust.setup.aws;

import dev.crosstrust.trust.Ternary;
import dev.crosstrust.trust.UnreadableDocument;
import dev.crosstrust.trust.aws.policy.MalformedPolicy;
import dev.crosstrust.trust.aws.policy.PolicyDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The statements of one or more policy documents, looked at together. */
record Policy(List<PolicyStatement> statements) {
  private static final String VARIABLES_SINCE = "2012-10-17";

  Policy {
    statements = List.copyOf(statements);
  }

  /** The statements of these documents; empty when one of them is no policy. */
  static Optional<Policy> of(List<String> documents) {
    List<PolicyStatement> all = new ArrayList<>();
    try {
      for (String document : documents) {
        JsonNode json = PolicyDocument.read(document, "the policy");
        if (!json.isObject()) {
          return Optional.empty();
        }
        boolean variables = json.path("Version").asString("").equals(VARIABLES_SINCE);
        JsonNode statements = json.path("Statement");
        for (JsonNode each : statements.isArray() ? statements.values() : List.of(statements)) {
          all.add(PolicyStatement.of(each, variables));
        }
      }
    } catch (UnreadableDocument | MalformedPolicy e) {
      return Optional.empty();
    }
    return Optional.of(new Policy(all));
  }

  /** Whether they allow the request: a Deny that may hit leaves it open at best. */
  Ternary allow(Request request) {
    Ternary allowed = Ternary.any(with("Allow").map(it -> it.applies(request)));
    return allowed.and(denied(request).not());
  }

  /** Whether a Deny hits the request: no Allow helps then. */
  Ternary denied(Request request) {
    return Ternary.any(with("Deny").map(it -> it.applies(request)));
  }

  /** What keeps the Allow statements that speak of this action from applying. */
  List<String> differing(Request request) {
    return with("Allow")
        .filter(it -> it.isAbout(request) != Ternary.NO)
        .flatMap(it -> it.differing(request))
        .toList();
  }

  private Stream<PolicyStatement> with(String effect) {
    return statements.stream().filter(it -> it.has(effect));
  }
}
