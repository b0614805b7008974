package dev.crosstrust.setup.aws;

import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.inspect.aws.RolePolicy;
import dev.crosstrust.route.AwsToGoogle;
import dev.crosstrust.route.Step;
import dev.crosstrust.setup.item.Need;
import dev.crosstrust.setup.item.SetupItem;
import dev.crosstrust.trust.Ternary;
import dev.crosstrust.trust.aws.RoleArn;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What a role is to be allowed, judged by its policies. Boundaries, and the policies of buckets and
 * organisations, are not read.
 */
public final class PermissionItems {
  private static final String GET_TOKEN = "sts:GetWebIdentityToken";

  /** AWS's default for a token without a duration. */
  private static final Duration USUAL = Duration.ofMinutes(5);

  private PermissionItems() {}

  /** That the role may have a token made out to the provider. */
  public static SetupItem mayHaveToken(
      AwsToGoogle route, String role, Outcome<List<RolePolicy>> read) {
    String audience = Objects.requireNonNullElse(route.audience(), route.google().audience());
    Map<String, List<String>> values = new HashMap<>();
    values.put("sts:IdentityTokenAudience", List.of(audience));
    values.put(
        "sts:SigningAlgorithm",
        List.of(route.token().algorithm() == null ? "RS256" : route.token().algorithm().name()));
    Duration duration = Objects.requireNonNullElse(route.token().duration(), USUAL);
    values.put("sts:DurationSeconds", List.of(Long.toString(duration.toSeconds())));
    Need need =
        Need.of(
            "%s may have a token for this audience".formatted(role),
            AwsFixes.allowToken(role, audience));
    return byPolicies(need, Request.of(GET_TOKEN, "*", values), read);
  }

  /** That the role may do what a step does; empty where that needs no permission. */
  public static Optional<SetupItem> step(RoleArn role, Step step, Outcome<List<RolePolicy>> read) {
    return StepAction.of(role, step)
        .map(
            action -> {
              Need need =
                  Need.of(
                      "%s may %s (%s)".formatted(role.name(), action.name(), action.step()),
                      AwsFixes.allow(role.name(), action.name(), action.resource()));
              return byPolicies(need, Request.of(action.name(), action.resource(), Map.of()), read);
            });
  }

  private static SetupItem byPolicies(Need need, Request request, Outcome<List<RolePolicy>> read) {
    return need.by(read, policies -> byPolicies(need, request, policies));
  }

  private static SetupItem byPolicies(Need need, Request request, List<RolePolicy> policies) {
    Optional<Policy> all = Policy.of(policies.stream().map(RolePolicy::document).toList());
    if (all.isEmpty()) {
      return need.unknown("One of the role's policies cannot be read");
    }
    Policy policy = all.get();
    Ternary denied = policy.denied(request);
    return switch (policy.allow(request)) {
      case YES ->
          need.present(
              "%s on %s is allowed by %s"
                  .formatted(
                      request.action(),
                      request.resource(),
                      first(policies, it -> it.allow(request) == Ternary.YES)));
      case NO ->
          denied == Ternary.YES
              ? withoutFix(need)
                  .missing(
                      "%s on %s is denied by %s, whatever others allow"
                          .formatted(
                              request.action(),
                              request.resource(),
                              first(policies, it -> it.denied(request) == Ternary.YES)))
              : need.missing(lacking(request, policy, policies));
      case UNDECIDED ->
          (denied == Ternary.NO ? need : withoutFix(need))
              .unknown(
                  "A statement on %s has a condition that is not known here"
                      .formatted(request.action()));
    };
  }

  /** One more Allow does not help against a Deny. */
  private static Need withoutFix(Need need) {
    return Need.of(need.item());
  }

  private static String first(List<RolePolicy> policies, Predicate<Policy> fits) {
    return policies.stream()
        .filter(it -> Policy.of(List.of(it.document())).filter(fits).isPresent())
        .map(RolePolicy::name)
        .findFirst()
        .orElse("its policies together");
  }

  private static String lacking(Request request, Policy policy, List<RolePolicy> policies) {
    List<String> differing = policy.differing(request);
    if (!differing.isEmpty()) {
      return String.join("; ", differing);
    }
    return policies.isEmpty()
        ? "The role has no policy at all"
        : "None of the role's policies (%s) allows %s on %s"
            .formatted(
                String.join(", ", policies.stream().map(RolePolicy::name).toList()),
                request.action(),
                request.resource());
  }
}
