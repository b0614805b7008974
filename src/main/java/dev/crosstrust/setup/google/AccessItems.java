package dev.crosstrust.setup.google;

import dev.crosstrust.check.GoogleSide;
import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.route.AwsToGoogle;
import dev.crosstrust.route.Step;
import dev.crosstrust.setup.item.SetupItem;
import dev.crosstrust.trust.google.PoolProvider;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a route from AWS needs behind the pool: a service account to act as, and grants. */
public record AccessItems(Mapped mapped, GoogleSide google) {

  /**
   * The items.
   *
   * @param wanted the steps that are to be allowed
   */
  public List<SetupItem> all(Outcome<PoolProvider> provider, List<Step> wanted) {
    AwsToGoogle route = mapped.route();
    Optional<Grantee> principal = mapped.grantee(provider);
    Grantee likely = principal.or(() -> mapped.likely()).orElse(null);
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
    items.add(account.actedAsBy(likely, certain, google));
    items.add(AccountItems.api(mapped.project(), google));
    return items;
  }
}
