package dev.crosstrust.setup.aws;

import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.inspect.aws.OidcProvider;
import dev.crosstrust.inspect.aws.OutboundFederation;
import dev.crosstrust.inspect.aws.RoleDetail;
import dev.crosstrust.setup.item.Need;
import dev.crosstrust.setup.item.SetupItem;
import java.util.List;
import java.util.Optional;
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
}
