package dev.crosstrust.setup.aws;

import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.inspect.aws.OutboundFederation;
import dev.crosstrust.inspect.aws.RoleDetail;
import dev.crosstrust.setup.item.Need;
import dev.crosstrust.setup.item.SetupItem;
import dev.crosstrust.trust.Ternary;
import dev.crosstrust.trust.aws.OidcProvider;
import dev.crosstrust.trust.aws.RoleArn;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The pieces at AWS, judged by what was read there. */
public final class AwsItems {
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

  /**
   * That Google's tokens come through: a provider of the account takes the place of the one that is
   * built in, and takes its own clients only.
   */
  public static SetupItem googleIsKnown(Expected token, Outcome<List<OidcProvider>> read) {
    Need look =
        new Need(
            "Google is known to AWS",
            AwsFixes.look("See the account's providers", "aws iam list-open-id-connect-providers"));
    return look.by(
        read,
        providers ->
            providers.stream()
                .filter(it -> it.url().replaceFirst("^https://", "").equals(TrustPolicy.GOOGLE))
                .findFirst()
                .map(it -> instead(look, token, it))
                .orElseGet(
                    () ->
                        look.present(
                            "It is built in; no IAM OIDC provider for accounts.google.com among %d"
                                .formatted(providers.size()))));
  }

  /** AWS looks for the token's azp in the list. */
  private static SetupItem instead(Need look, Expected token, OidcProvider provider) {
    String said =
        "%s takes the built-in provider's place, for the audiences %s only"
            .formatted(provider.arn(), String.join(", ", provider.clientIds()));
    String client = token.authorizedParty();
    if (client == null) {
      return look.unknown(said + "; the azp of the identity's tokens is not known");
    }
    return provider.clientIds().contains(client)
        ? look.present("%s takes the azp %s".formatted(provider.arn(), client))
        : Need.of(
                look.item(),
                AwsFixes.addClient(provider.arn(), client),
                AwsFixes.deleteProvider(provider.arn()))
            .missing("%s, and the token's azp is %s".formatted(said, client));
  }

  /** That the role exists. */
  public static SetupItem role(RoleArn role, Expected token, Outcome<RoleDetail> read) {
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
  public static SetupItem trust(RoleArn role, Expected token, Outcome<RoleDetail> read) {
    TrustPolicy way = token.policy();
    Need look =
        Need.of(
            "The trust policy of %s lets the token in".formatted(role.name()),
            AwsFixes.lookAtTrust(role, way.written(), token.hint()));
    return look.by(
        read,
        found ->
            Policy.of(List.of(found.trustPolicy()))
                .map(policy -> trust(look, role, token, policy))
                .orElseGet(() -> look.unknown("The policy cannot be read")));
  }

  private static SetupItem trust(Need look, RoleArn role, Expected token, Policy policy) {
    TrustPolicy way = token.policy();
    Need need =
        Need.of(look.item(), AwsFixes.updateTrust(role, way.corrected(policy), token.hint()));
    return switch (way.letIn(policy)) {
      case YES -> need.present(token.words() + " is what a statement wants");
      case NO ->
          way.denied(policy) == Ternary.YES
              ? Need.of(look.item()).missing("A statement denies it, whatever others allow")
              : need.missing(refused(way.differing(policy)));
      case UNDECIDED ->
          (way.denied(policy) == Ternary.NO ? need : Need.of(look.item()))
              .unknown("A statement asks for more than is known here before there is a token");
    };
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
}
