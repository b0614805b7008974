package dev.crosstrust.setup.google;

import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.inspect.google.Pool;
import dev.crosstrust.route.AwsToGoogle;
import dev.crosstrust.setup.item.Need;
import dev.crosstrust.setup.item.SetupItem;
import dev.crosstrust.token.SubjectToken;
import dev.crosstrust.trust.google.PoolProvider;
import dev.crosstrust.trust.google.ProviderFixes;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The pieces of a pool, judged by what was read of it.
 *
 * @param account the AWS account that presents itself; null where it is not known
 * @param issuer the account's own; null where it is not known
 */
public record PoolItems(AwsToGoogle route, @Nullable String account, @Nullable String issuer) {
  private PoolFixes fixes() {
    return PoolFixes.of(route.google().provider());
  }

  private boolean signedRequest() {
    return route.token().kind() == SubjectToken.Kind.AWS_SIGNED_REQUEST;
  }

  /** That the pool is there and open. */
  public SetupItem pool(Outcome<Pool> read) {
    String item = "Pool %s exists and is active".formatted(fixes().name().pool());
    Need need = Need.of(item, fixes().createPool());
    return need.by(
        read,
        pool -> {
          if (pool.deleted()) {
            return Need.of(item, fixes().undeletePool()).missing("It is deleted");
          }
          return pool.disabled()
              ? Need.of(item, fixes().enablePool()).missing("It is disabled")
              : need.present(pool.name());
        });
  }

  /** That the provider is there and open. */
  public SetupItem provider(Outcome<PoolProvider> read) {
    String item = "Provider %s exists and is enabled".formatted(fixes().name().provider());
    Need need =
        Need.of(
            item,
            signedRequest()
                ? fixes().createForRequests(account)
                : fixes().createForTokens(issuer, account));
    return need.by(
        read,
        provider -> {
          if (provider.deleted()) {
            return Need.of(item, new ProviderFixes(provider).undelete()).missing("It is deleted");
          }
          return provider.disabled()
              ? Need.of(item, new ProviderFixes(provider).enable())
                  .missing("It is disabled: Google lets nobody in by it")
              : need.present(provider.name());
        });
  }

  /** That the provider believes this account. */
  public SetupItem source(Outcome<PoolProvider> read) {
    return signedRequest() ? accountOf(read) : issuerOf(read);
  }

  private SetupItem issuerOf(Outcome<PoolProvider> read) {
    Need look = Need.of("The provider's issuer is that of the AWS account", fixes().look());
    return look.by(
        read,
        provider -> {
          String has = provider.issuer();
          if (has == null) {
            return look.missing(
                "The provider is for signed requests, and the route sends a JWT: make another"
                    + " provider");
          }
          if (issuer == null) {
            return look.unknown("It is %s; the account's is not known".formatted(has));
          }
          return has.equals(issuer)
              ? look.present(has)
              : Need.of(look.item(), new ProviderFixes(provider).issuer("Set the issuer", issuer))
                  .missing("It is %s, and the account's is %s".formatted(has, issuer));
        });
  }

  private SetupItem accountOf(Outcome<PoolProvider> read) {
    Need look = Need.of("The provider is for this AWS account", fixes().look());
    return look.by(
        read,
        provider -> {
          String has = provider.awsAccount();
          if (has == null) {
            return look.missing(
                "The provider is for JWTs, and the route sends a signed request: make another"
                    + " provider");
          }
          if (account == null) {
            return look.unknown("It is for %s; the identity's is not known".formatted(has));
          }
          return has.equals(account)
              ? look.present(has)
              : Need.of(
                      look.item(), new ProviderFixes(provider).account("Set the account", account))
                  .missing("It is for %s, and the identity is of %s".formatted(has, account));
        });
  }

  /** That the provider takes the audience that a JWT is made out to. */
  public SetupItem audience(Outcome<PoolProvider> read) {
    String has = Objects.requireNonNullElse(route.audience(), route.google().audience());
    Need look = Need.of("The provider takes the token's audience", fixes().look());
    return look.by(
        read,
        provider -> {
          if (provider.awsAccount() != null) {
            return look.unknown("The provider is for signed requests");
          }
          List<String> taken = provider.taken(route.google().audience());
          return taken.contains(has)
              ? look.present(has)
              : Need.of(
                      look.item(),
                      new ProviderFixes(provider)
                          .audience("Let the provider take this audience too", taken, has))
                  .missing(
                      "It takes %s, and the token is made out to %s"
                          .formatted(String.join(" or ", taken), has));
        });
  }
}
