package dev.crosstrust.exchange.aws;

import dev.crosstrust.credential.AwsCredentials;
import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.evidence.Outcome.Breakage.Kind;
import dev.crosstrust.evidence.Wire;
import dev.crosstrust.identity.Machine;
import dev.crosstrust.identity.aws.AwsEndpoints;
import dev.crosstrust.identity.aws.AwsIdentity;
import dev.crosstrust.identity.aws.Means;
import java.time.InstantSource;

/**
 * Credentials of an AWS identity of this machine, whatever its kind. What has to be asked for is
 * asked for here, in legs named {@code sign-in}, and not by the SDK's own providers: those would
 * take endpoints from {@code [default]}, read the process environment and call unseen.
 */
public final class ProfileCredentials {
  private final StoredKeys stored;
  private final RoleCredentials roles;
  private final SsoCredentials sso;
  private final LoginCredentials logins;
  private final ProgramCredentials programs;

  public ProfileCredentials(Wire wire, Machine machine, InstantSource clock) {
    AwsEndpoints endpoints = new AwsEndpoints(machine);
    this.stored = new StoredKeys(machine);
    this.roles = new RoleCredentials(wire, endpoints);
    this.sso = new SsoCredentials(wire, machine, endpoints, clock);
    this.logins = new LoginCredentials(wire, machine, endpoints, clock);
    this.programs = new ProgramCredentials(wire.recorder(), machine, clock);
  }

  /** Its credentials; a profile that names a program is broken as {@link Kind#LOCAL}. */
  public Outcome<AwsCredentials> of(AwsIdentity identity) {
    return of(identity, Consent.NONE);
  }

  /** Its credentials, with what the user allowed for this. */
  public Outcome<AwsCredentials> of(AwsIdentity identity, Consent consent) {
    return of(identity.means(), consent);
  }

  private Outcome<AwsCredentials> of(Means means, Consent consent) {
    return switch (means) {
      case Means.Keys keys -> stored.read(keys);
      case Means.AssumedRole role ->
          of(role.source(), consent).then(keys -> roles.assume(role, keys));
      case Means.WebIdentity role -> roles.assume(role);
      case Means.SingleSignOn signOn -> sso.of(signOn);
      case Means.Login login -> logins.of(login);
      case Means.Program program -> programs.of(program, consent);
      case Means.Elsewhere elsewhere ->
          Outcome.broken(
              Kind.LOCAL,
              "credentials of %s are had on that machine only".formatted(elsewhere.source()));
      case Means.Nothing nothing ->
          Outcome.broken(Kind.LOCAL, "profile %s has no credentials".formatted(nothing.profile()));
      case Means.Unusable unusable -> Outcome.broken(Kind.LOCAL, unusable.finding().title());
    };
  }
}
