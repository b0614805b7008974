package dev.crosstrust.setup;

import dev.crosstrust.check.AwsSide;
import dev.crosstrust.check.GoogleSide;
import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.evidence.Outcome.Done;
import dev.crosstrust.identity.Tilde;
import dev.crosstrust.identity.google.AccountAddress;
import dev.crosstrust.identity.google.GoogleIdentity;
import dev.crosstrust.identity.google.GoogleSource;
import dev.crosstrust.inspect.aws.RoleDetail;
import dev.crosstrust.inspect.aws.RolePolicy;
import dev.crosstrust.inspect.google.ServiceAccount;
import dev.crosstrust.route.GoogleToAws;
import dev.crosstrust.setup.aws.AwsItems;
import dev.crosstrust.setup.aws.PermissionItems;
import dev.crosstrust.setup.google.AccountItems;
import dev.crosstrust.setup.google.ClusterItems;
import dev.crosstrust.setup.item.SetupItem;
import dev.crosstrust.trust.aws.Awaited;
import dev.crosstrust.trust.aws.OidcProvider;
import dev.crosstrust.trust.aws.RoleArn;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a route from Google to AWS needs, from its start to its end.
 *
 * @param tilde how paths of this machine are shown
 */
record ToAws(GoogleToAws route, RoleArn role, Optional<GoogleIdentity> start, Tilde tilde) {
  void check(GoogleSide google, AwsSide aws, Consumer<SetupItem> listener) {
    listener.accept(
        LocalItem.of(route.identity(), start.map(GoogleIdentity::shown).map(tilde::in)));
    String presented = presented();
    Outcome<ServiceAccount> account = null;
    if (presented != null) {
      account = google.serviceAccount(presented);
      acting(presented, account, google, listener);
    }
    Awaited token = expected(account);
    Outcome<List<OidcProvider>> providers = aws.providers();
    listener.accept(AwsItems.googleIsKnown(token, providers));
    Outcome<RoleDetail> found = aws.role(role.name());
    listener.accept(AwsItems.role(role, token, found));
    listener.accept(AwsItems.trust(role, token, found, providers));
    Outcome<List<RolePolicy>> policies = aws.rolePolicies(role.name());
    Wanted.of(route)
        .forEach(step -> PermissionItems.step(role, step, policies).ifPresent(listener));
  }

  private void acting(
      String email,
      Outcome<ServiceAccount> account,
      GoogleSide google,
      Consumer<SetupItem> listener) {
    AccountItems items = new AccountItems(email);
    listener.accept(items.exists(account));
    String source = source();
    if (source != null && !source.equals(email)) {
      listener.accept(items.givesIdTokens(source, google));
      Optional<String> caller =
          AccountAddress.isServiceAccount(source)
              ? new AccountItems(source).project()
              : items.project();
      listener.accept(AccountItems.api(caller.orElse(null), google));
    }
    AccountAddress.projectId(email).map(project -> new ClusterItems(project, email)).stream()
        .flatMap(
            it ->
                it
                    .all(google.clusters(it.project()), () -> google.ofServiceAccount(email))
                    .stream())
        .forEach(listener);
  }

  /** Whose tokens are presented, where it is a service account. */
  private @Nullable String presented() {
    if (route.impersonate() != null) {
      return route.impersonate();
    }
    List<String> property = start.map(GoogleIdentity::impersonate).orElse(List.of());
    String own = property.isEmpty() ? source() : property.getLast();
    return own != null && AccountAddress.isServiceAccount(own) ? own : null;
  }

  private @Nullable String source() {
    return start.map(it -> it.source().principal()).orElse(null);
  }

  /** The token: {@code azp} is the e-mail where a key signs for itself, else the numeric id. */
  private Awaited expected(@Nullable Outcome<ServiceAccount> account) {
    String id =
        account instanceof Done<ServiceAccount>(ServiceAccount found) ? found.uniqueId() : null;
    boolean byKey =
        route.impersonate() == null
            && start
                .filter(it -> it.impersonate().isEmpty())
                .filter(it -> it.source() instanceof GoogleSource.ServiceAccountKey)
                .isPresent();
    return new Awaited(route.audience(), id, byKey ? source() : id);
  }
}
