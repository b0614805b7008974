package dev.crosstrust.sandbox.aws.policy;

import java.util.List;
import java.util.Optional;

/**
 * One statement of a policy.
 *
 * @param principals empty in an identity policy
 * @param actions patterns such as {@code s3:Get*}
 * @param resources empty in a trust policy: the role itself is meant
 * @param conditions all must hold
 */
public record Statement(
    Effect effect,
    Optional<Principals> principals,
    Selector<String> actions,
    Optional<Selector<Template>> resources,
    List<Condition> conditions) {

  /** Whether this statement speaks of the request; who asks is not looked at. */
  boolean speaksOf(AccessRequest request) {
    return actions.picks(pattern -> Glob.plain(pattern).matchesIgnoringCase(request.action()))
        && resources.map(selector -> names(selector, request)).orElse(true)
        && conditions.stream().allMatch(condition -> condition.holds(request.context()));
  }

  private static boolean names(Selector<Template> resources, AccessRequest request) {
    return resources.picks(
        template ->
            template
                .resolve(request.context())
                .filter(glob -> glob.matches(request.resource()))
                .isPresent());
  }
}
