package dev.crosstrust.identity.aws;

import dev.crosstrust.finding.Finding;
import dev.crosstrust.identity.Identity.State;
import dev.crosstrust.identity.Machine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whether credentials can be had now, and what stands in the way.
 *
 * @param findings in the order in which they were met
 */
record Standing(State state, List<Finding> findings) {

  static Standing of(Means means, Machine machine, Instant now) {
    return switch (means) {
      case Means.Keys _, Means.WebIdentity _ -> new Standing(State.READY, List.of());
      case Means.AssumedRole role -> assumed(role, of(role.source(), machine, now));
      case Means.SingleSignOn sso -> sso(sso, SsoToken.read(machine, sso), now);
      case Means.Login login -> login(login, LoginToken.read(machine, login), now);
      case Means.Program program ->
          new Standing(State.UNKNOWN, List.of(ProfileFindings.runsCommand(program)));
      case Means.Elsewhere _ -> new Standing(State.UNKNOWN, List.of());
      case Means.Nothing nothing ->
          new Standing(State.UNKNOWN, List.of(ProfileFindings.settingsOnly(nothing.profile())));
      case Means.Unusable unusable -> new Standing(State.BROKEN, List.of(unusable.finding()));
    };
  }

  /** The same with one finding more. */
  Standing and(Finding finding) {
    List<Finding> more = new ArrayList<>(findings);
    more.add(finding);
    return new Standing(state, more);
  }

  /** A role that demands MFA refuses what all SDKs send, so nobody knows before asking. */
  private static Standing assumed(Means.AssumedRole role, Standing source) {
    State state = role.mfa() && source.state() == State.READY ? State.UNKNOWN : source.state();
    return new Standing(state, source.findings());
  }

  private static Standing sso(Means.SingleSignOn sso, Optional<SsoToken> cached, Instant now) {
    if (cached.isEmpty()) {
      return signIn(ProfileFindings.ssoExpired(sso, "has not been made"));
    }
    SsoToken token = cached.get();
    boolean usable = token.isValid(now) || (sso.refreshable() && token.isRefreshable(now));
    return usable
        ? new Standing(State.READY, List.of())
        : signIn(
            ProfileFindings.ssoExpired(sso, "has expired")
                .because("%s: expired at %s".formatted(token.file(), token.expiresAt())));
  }

  private static Standing login(Means.Login login, Optional<LoginToken> cached, Instant now) {
    if (cached.isEmpty()) {
      return signIn(ProfileFindings.loginExpired(login, "has not been made"));
    }
    LoginToken token = cached.get();
    return token.isUsable(now)
        ? new Standing(State.READY, List.of())
        : signIn(
            ProfileFindings.loginExpired(login, "has expired")
                .because("%s: expired at %s".formatted(token.file(), token.expiresAt())));
  }

  private static Standing signIn(Finding finding) {
    return new Standing(State.NEEDS_SIGN_IN, List.of(finding));
  }
}
