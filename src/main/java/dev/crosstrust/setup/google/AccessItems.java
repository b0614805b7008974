package dev.crosstrust.setup.google;

import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.inspect.google.PoolProvider;
import dev.crosstrust.route.AwsToGoogle;
import dev.crosstrust.route.Step;
import dev.crosstrust.setup.item.SetupItem;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a route from AWS needs behind the pool: a service account to act as, and grants. */
public record AccessItems(PoolItems pool, GoogleSide google) {

  /**
   * The items.
   *
   * @param arn of the role for a JWT, of the session for a signed request; null where not known
   * @param wanted the steps that are to be allowed
   */
  public List<SetupItem> all(
      Outcome<PoolProvider> provider, @Nullable String arn, List<Step> wanted) {
    AwsToGoogle route = pool.route();
    Optional<Grantee> principal = pool.grantee(provider, arn);
    Grantee likely = principal.or(() -> pool.likely(arn)).orElse(null);
    String account = route.google().impersonate();
    Set<SetupItem> items = new LinkedHashSet<>();
    if (account != null) {
      items.addAll(acting(new AccountItems(account), principal.isPresent(), likely));
    }
    StepItems steps =
        account == null
            ? new StepItems(route, likely, principal.isPresent(), true, google)
            : new StepItems(route, Grantee.account(account), true, false, google);
    wanted.forEach(step -> items.addAll(steps.of(step)));
    return List.copyOf(items);
  }

  private List<SetupItem> acting(AccountItems account, boolean certain, @Nullable Grantee likely) {
    List<SetupItem> items = new ArrayList<>();
    items.add(account.exists(google.serviceAccount(account.email())));
    if (likely != null) {
      items.add(account.actedAsBy(likely, certain, google));
    }
    items.add(AccountItems.api(pool.project(), google));
    return items;
  }
}
