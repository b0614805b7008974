package dev.crosstrust.setup.aws;

import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.inspect.aws.OidcProvider;
import dev.crosstrust.inspect.aws.OutboundFederation;
import dev.crosstrust.inspect.aws.RoleDetail;
import dev.crosstrust.inspect.aws.RolePolicy;
import dev.crosstrust.route.AwsToGoogle;
import dev.crosstrust.route.Step;
import dev.crosstrust.setup.item.Need;
import dev.crosstrust.setup.item.SetupItem;
import dev.crosstrust.setup.item.Ternary;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The pieces at AWS, judged by what was read there. */
public final class AwsItems {
  private static final String GET_TOKEN = "sts:GetWebIdentityToken";

  /** AWS's default for a token without a duration. */
  private static final Duration USUAL = Duration.ofMinutes(5);

  private AwsItems() {}

  /** That the account vouches for its principals. */
  public static SetupItem outbound(String account, Outcome<OutboundFederation> read) {
    Need need =
        Need.of("Outbound federation is on in AWS account " + account, AwsFixes.enableOutbound());
    return need.by(
        read,
        found ->
            found.enabled()
                ? need.present("The account's issuer is " + found.issuer())
                : need.missing("It is off, and AWS gives out no token"));
  }

  /** That no provider of the account stands before the one that is built in. */
  public static SetupItem builtInProvider(Outcome<List<OidcProvider>> read) {
    String item = "Google is known to AWS as it is built in";
    Need look =
        new Need(
            item,
            AwsFixes.look("See the account's providers", "aws iam list-open-id-connect-providers"));
    return look.by(
        read,
        providers ->
            providers.stream()
                .filter(it -> it.url().replaceFirst("^https://", "").equals(TrustPolicy.GOOGLE))
                .findFirst()
                .map(
                    it ->
                        Need.of(item, AwsFixes.deleteProvider(it.arn()))
                            .missing(
                                "%s takes the built-in provider's place, for the audiences %s only"
                                    .formatted(it.arn(), String.join(", ", it.clientIds()))))
                .orElseGet(
                    () ->
                        look.present(
                            "No IAM OIDC provider for accounts.google.com among %d"
                                .formatted(providers.size()))));
  }

  /** That the role exists. */
  public static SetupItem role(RoleName role, Expected token, Outcome<RoleDetail> read) {
    Need need =
        Need.of(
            "Role %s exists".formatted(role.name()),
            AwsFixes.createRole(role, token.fresh(), token.hint()));
    return need.by(
        read,
        found ->
            found.role().arn().equals(role.arn())
                ? need.present(found.role().arn())
                : Need.of(need.item())
                    .missing(
                        "The account has %s, and the route says %s"
                            .formatted(found.role().arn(), role.arn())));
  }

  /** That the role lets the token in. */
  public static SetupItem trust(RoleName role, Expected token, Outcome<RoleDetail> read) {
    String item = "The trust policy of %s lets the token in".formatted(role.name());
    Need need = Need.of(item, AwsFixes.updateTrust(role, token.fresh(), token.hint()));
    return need.by(read, found -> trust(role, token, item, found.trustPolicy()));
  }

  private static SetupItem trust(RoleName role, Expected token, String item, String document) {
    TrustPolicy way = token.policy();
    Optional<Policy> policy = Policy.of(List.of(document));
    Need need =
        Need.of(
            item,
            AwsFixes.updateTrust(
                role, way.corrected(document).orElseGet(way::fresh), token.hint()));
    return policy
        .map(
            it ->
                switch (way.letIn(it)) {
                  case YES -> need.present(token.words() + " is what a statement wants");
                  case NO -> need.missing(refused(way.differing(it)));
                  case UNDECIDED ->
                      need.unknown(
                          "A statement asks for more than is known here before there is a token");
                })
        .orElseGet(() -> need.unknown("The policy cannot be read"));
  }

  private static String refused(List<String> differing) {
    return differing.isEmpty()
        ? "No statement allows sts:AssumeRoleWithWebIdentity to accounts.google.com"
        : String.join("; ", differing);
  }

  /**
   * The token that will be presented.
   *
   * @param audience its {@code aud}
   * @param subject its {@code sub}; null where it is not known
   * @param authorizedParty its {@code azp}; null where it is not known
   */
  public record Expected(
      String audience, @Nullable String subject, @Nullable String authorizedParty) {
    TrustPolicy policy() {
      return new TrustPolicy(audience, subject, authorizedParty);
    }

    String fresh() {
      return policy().fresh();
    }

    String hint() {
      return subject == null ? "; UNIQUE_ID is the sub of the identity's tokens" : "";
    }

    String words() {
      return subject == null ? "aud " + audience : "aud %s, sub %s".formatted(audience, subject);
    }
  }

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
            AwsFixes.allow(role, GET_TOKEN, "*", Map.of("sts:IdentityTokenAudience", audience)));
    return byPolicies(need, Request.of(GET_TOKEN, "*", values), read);
  }

  /** That the role may do what a step does; empty where that needs no permission. */
  public static Optional<SetupItem> step(RoleName role, Step step, Outcome<List<RolePolicy>> read) {
    return StepAction.of(role, step)
        .map(
            action -> {
              Need need =
                  Need.of(
                      "%s may %s (%s)".formatted(role.name(), action.name(), action.step()),
                      AwsFixes.allow(role.name(), action.name(), action.resource(), Map.of()));
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
    Ternary answer = all.get().allow(request);
    return switch (answer) {
      case YES ->
          need.present(
              "%s on %s is allowed by %s"
                  .formatted(request.action(), request.resource(), allowing(request, policies)));
      case NO -> need.missing(lacking(request, all.get(), policies));
      case UNDECIDED ->
          need.unknown(
              "A statement on %s has a condition that is not known here"
                  .formatted(request.action()));
    };
  }

  private static String allowing(Request request, List<RolePolicy> policies) {
    return policies.stream()
        .filter(
            it ->
                Policy.of(List.of(it.document()))
                    .filter(policy -> policy.allow(request) == Ternary.YES)
                    .isPresent())
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
