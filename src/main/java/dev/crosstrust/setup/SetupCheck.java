package dev.crosstrust.setup;

import dev.crosstrust.check.AwsSide;
import dev.crosstrust.check.GoogleSide;
import dev.crosstrust.evidence.Origins;
import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.evidence.Outcome.Breakage.Kind;
import dev.crosstrust.evidence.Recorder;
import dev.crosstrust.evidence.Wire;
import dev.crosstrust.identity.Machine;
import dev.crosstrust.identity.Tilde;
import dev.crosstrust.identity.aws.AwsIdentities;
import dev.crosstrust.identity.aws.AwsIdentity;
import dev.crosstrust.identity.google.GoogleEndpoints;
import dev.crosstrust.identity.google.GoogleIdentities;
import dev.crosstrust.identity.google.GoogleIdentity;
import dev.crosstrust.route.AwsToGoogle;
import dev.crosstrust.route.GoogleToAws;
import dev.crosstrust.route.Route;
import dev.crosstrust.setup.item.SetupItem;
import dev.crosstrust.trust.aws.RoleArn;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Looks whether all that a route needs exists on both sides. Reads only; what nobody may read is
 * unknown.
 *
 * @param origins where Google and the issuers are found
 */
public record SetupCheck(Machine machine, Origins origins, InstantSource clock) {

  /**
   * Looks now; blocks.
   *
   * @param recorder gets the legs
   * @param listener told of each item as it is decided
   * @return all items, in the order of the road
   */
  public List<SetupItem> check(
      Route route, Admins admins, Recorder recorder, Consumer<SetupItem> listener) {
    List<SetupItem> items = new ArrayList<>();
    Consumer<SetupItem> both =
        item -> {
          items.add(item);
          listener.accept(item);
        };
    try (Wire wire = new Wire(origins, recorder, clock)) {
      switch (route) {
        case GoogleToAws toAws -> check(toAws, admins, wire, both);
        case AwsToGoogle toGoogle -> check(toGoogle, admins, wire, both);
      }
    }
    return List.copyOf(items);
  }

  private void check(GoogleToAws route, Admins admins, Wire wire, Consumer<SetupItem> listener) {
    RoleArn role = RoleArn.of(route.aws().role()).orElseThrow();
    Optional<GoogleIdentity> start = new GoogleIdentities(machine).find(route.identity());
    try (AwsSide aws = aws(wire, admins, role.account())) {
      GoogleSide google =
          google(wire, admins, start.map(GoogleIdentity::endpoints).map(GoogleEndpoints::universe));
      new ToAws(route, role, start, tilde()).check(google, aws, listener);
    }
  }

  private void check(AwsToGoogle route, Admins admins, Wire wire, Consumer<SetupItem> listener) {
    Optional<AwsIdentity> start = new AwsIdentities(machine, clock).find(route.identity());
    Outcome<String> asked =
        start
            .map(it -> AwsSide.arn(wire, machine, clock, it))
            .orElseGet(() -> Outcome.broken(Kind.LOCAL, "There is no such identity to ask with"));
    ToGoogle road = new ToGoogle(route, start, asked, tilde());
    try (AwsSide aws =
        road.principal()
            .map(who -> aws(wire, admins, who.account()))
            .orElseGet(() -> unknown(admins, asked))) {
      road.check(aws, google(wire, admins, Optional.of(route.google().universe())), listener);
    }
  }

  /** Without the account that is meant any administrator would do, and show another's pieces. */
  private static AwsSide unknown(Admins admins, Outcome<String> asked) {
    return admins.aws() == null
        ? AwsSide.closed()
        : AwsSide.closed("The account of the identity is not known: " + asked.why());
  }

  private Tilde tilde() {
    return Tilde.of(machine);
  }

  private AwsSide aws(Wire wire, Admins admins, String account) {
    AwsIdentity admin = admins.aws();
    return admin == null ? AwsSide.closed() : AwsSide.open(wire, machine, clock, admin, account);
  }

  private GoogleSide google(Wire wire, Admins admins, Optional<String> universe) {
    GoogleIdentity admin = admins.google();
    return admin == null
        ? GoogleSide.closed()
        : GoogleSide.open(wire, machine, clock, admin, universe.orElse(null));
  }
}
