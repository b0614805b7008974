package dev.crosstrust.setup.aws;

import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.evidence.Outcome.Done;
import dev.crosstrust.inspect.aws.OutboundFederation;
import dev.crosstrust.inspect.aws.RoleDetail;
import dev.crosstrust.setup.item.Need;
import dev.crosstrust.setup.item.SetupItem;
import dev.crosstrust.trust.aws.Awaited;
import dev.crosstrust.trust.aws.OidcProvider;
import dev.crosstrust.trust.aws.RoleArn;
import java.util.List;

/** The pieces at AWS, judged by what was read there. */
public final class AwsItems {
  private static final String GOOGLE = "accounts.google.com";

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
  public static SetupItem googleIsKnown(Awaited token, Outcome<List<OidcProvider>> read) {
    Need look =
        new Need(
            "Google is known to AWS",
            AwsFixes.look("See the account's providers", "aws iam list-open-id-connect-providers"));
    return look.by(
        read,
        providers ->
            providers.stream()
                .filter(it -> it.url().replaceFirst("^https://", "").equals(GOOGLE))
                .findFirst()
                .map(it -> instead(look, token, it))
                .orElseGet(
                    () ->
                        look.present(
                            "It is built in; no IAM OIDC provider for accounts.google.com among %d"
                                .formatted(providers.size()))));
  }

  /** AWS looks for the token's azp in the list. */
  private static SetupItem instead(Need look, Awaited token, OidcProvider provider) {
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
  public static SetupItem role(RoleArn role, Awaited token, Outcome<RoleDetail> read) {
    Need need = Need.of("Role %s exists".formatted(role.name()), AwsFixes.createRole(role, token));
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

  /**
   * That the role lets the token in.
   *
   * @param providers the account's; they tell how its policies may name Google
   */
  public static SetupItem trust(
      RoleArn role,
      Awaited token,
      Outcome<RoleDetail> read,
      Outcome<List<OidcProvider>> providers) {
    return new TrustItem(
            role,
            token,
            providers instanceof Done<List<OidcProvider>>(List<OidcProvider> found) ? found : null)
        .by(read);
  }
}
