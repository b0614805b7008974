package dev.crosstrust.setup;

import dev.crosstrust.check.AwsSide;
import dev.crosstrust.check.GoogleSide;
import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.evidence.Outcome.Breakage.Kind;
import dev.crosstrust.evidence.Outcome.Done;
import dev.crosstrust.identity.Tilde;
import dev.crosstrust.identity.aws.AwsIdentity;
import dev.crosstrust.inspect.aws.OutboundFederation;
import dev.crosstrust.inspect.aws.RoleDetail;
import dev.crosstrust.route.AwsToGoogle;
import dev.crosstrust.setup.aws.AwsItems;
import dev.crosstrust.setup.aws.PermissionItems;
import dev.crosstrust.setup.google.AccessItems;
import dev.crosstrust.setup.google.ConditionItem;
import dev.crosstrust.setup.google.Mapped;
import dev.crosstrust.setup.google.PoolItems;
import dev.crosstrust.setup.item.Need;
import dev.crosstrust.setup.item.SetupItem;
import dev.crosstrust.token.SubjectToken;
import dev.crosstrust.trust.google.Awaited;
import dev.crosstrust.trust.google.PoolProvider;
import dev.crosstrust.trust.google.ProviderName;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a route from AWS to Google needs, from its start to its end.
 *
 * @param asked who the identity is, as AWS says
 * @param tilde how paths of this machine are shown
 */
record ToGoogle(
    AwsToGoogle route, Optional<AwsIdentity> start, Outcome<String> asked, Tilde tilde) {

  /** Who it is; empty where AWS has not said. */
  Optional<Principal> principal() {
    return asked instanceof Done<String>(String arn) ? Principal.of(arn) : Optional.empty();
  }

  void check(AwsSide aws, GoogleSide google, Consumer<SetupItem> listener) {
    listener.accept(LocalItem.of(route.identity(), start.map(AwsIdentity::shown).map(tilde::in)));
    listener.accept(known());
    String account = principal().map(Principal::account).orElse(null);
    boolean jwt = route.token().kind() == SubjectToken.Kind.JWT;
    String issuer = jwt ? outbound(aws, account, listener) : null;
    PoolItems pool = new PoolItems(route, account, issuer);
    listener.accept(pool.pool(google.pool(poolName())));
    Outcome<PoolProvider> provider = google.provider(route.google().provider());
    listener.accept(pool.provider(provider));
    listener.accept(pool.source(provider));
    if (jwt) {
      listener.accept(pool.audience(provider));
    }
    String arn = jwt ? subject(aws) : principal().map(Principal::arn).orElse(null);
    Awaited awaited = new Awaited(!jwt, account, arn, issuer, audience());
    Mapped mapped = new Mapped(route, awaited, usual(jwt));
    listener.accept(mapped.subject(provider));
    new ConditionItem(route, awaited).in(provider).ifPresent(listener);
    new AccessItems(mapped, google).all(provider, Wanted.of(route)).forEach(listener);
  }

  private String audience() {
    return Objects.requireNonNullElse(route.audience(), route.google().audience());
  }

  /** What is most likely presented: roles seldom have a path. */
  private @Nullable String usual(boolean jwt) {
    return principal().map(who -> jwt ? who.plainSubject() : who.arn()).orElse(null);
  }

  private SetupItem known() {
    Need need = Need.of("AWS knows the identity");
    return need.by(asked, arn -> need.present(arn));
  }

  private @Nullable String outbound(
      AwsSide aws, @Nullable String account, Consumer<SetupItem> listener) {
    Outcome<OutboundFederation> federation = aws.outbound();
    listener.accept(AwsItems.outbound(account == null ? "of the identity" : account, federation));
    listener.accept(mayHaveToken(aws));
    return federation instanceof Done<OutboundFederation>(OutboundFederation found)
        ? found.issuer()
        : null;
  }

  private SetupItem mayHaveToken(AwsSide aws) {
    Optional<String> role = principal().flatMap(it -> Optional.ofNullable(it.role()));
    return role.map(name -> PermissionItems.mayHaveToken(route, name, aws.rolePolicies(name)))
        .orElseGet(
            () ->
                Need.of("The identity may have a token for this audience")
                    .unknown(
                        principal().isPresent()
                            ? "It is a user, and only policies of roles are read here"
                            : asked.why()));
  }

  private @Nullable String subject(AwsSide aws) {
    Principal who = principal().orElse(null);
    if (who == null || start.isEmpty()) {
      return null;
    }
    Outcome<RoleDetail> role =
        who.role() == null
            ? Outcome.broken(Kind.LOCAL, "a user has no role")
            : aws.role(who.role());
    return who.subject(start.get(), role);
  }

  private String poolName() {
    return ProviderName.of(route.google().provider()).orElseThrow().poolName();
  }
}
