package dev.crosstrust.setup.google;

import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.finding.Fix;
import dev.crosstrust.route.AwsToGoogle;
import dev.crosstrust.setup.item.Need;
import dev.crosstrust.setup.item.SetupItem;
import dev.crosstrust.trust.google.Awaited;
import dev.crosstrust.trust.google.Forecast;
import dev.crosstrust.trust.google.PoolProvider;
import java.util.List;
import java.util.Optional;

/**
 * Whether the provider's condition lets in what will be presented.
 *
 * @param awaited what is known of it
 */
public record ConditionItem(AwsToGoogle route, Awaited awaited) {

  /** That it does; empty where the provider has none. */
  public Optional<SetupItem> in(Outcome<PoolProvider> read) {
    return read instanceof Outcome.Done<PoolProvider>(PoolProvider provider)
            && !provider.condition().isEmpty()
        ? Optional.of(in(provider))
        : Optional.empty();
  }

  private SetupItem in(PoolProvider provider) {
    String has = provider.condition();
    Need need = Need.of("The provider's condition lets the token in");
    SetupItem open = need.unknown("It is %s; the exchange will tell".formatted(has));
    if (awaited.signedRequest() != (provider.awsAccount() != null)) {
      return open;
    }
    Forecast forecast = Forecast.of(provider, awaited, route.google().universe());
    return switch (forecast.condition()) {
      case YES -> need.present(has);
      case NO ->
          new Need(
                  need.item(), forecast.isConditionValid() ? forecast.admitting() : List.of(look()))
              .missing(String.join("; ", forecast.because()));
      case UNDECIDED -> open;
    };
  }

  private Fix look() {
    return PoolFixes.of(route.google().provider()).look();
  }
}
