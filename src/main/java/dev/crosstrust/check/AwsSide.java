package dev.crosstrust.check;

import dev.crosstrust.credential.AwsCredentials;
import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.evidence.Outcome.Breakage.Kind;
import dev.crosstrust.evidence.Outcome.Done;
import dev.crosstrust.evidence.Wire;
import dev.crosstrust.evidence.aws.AwsTarget;
import dev.crosstrust.exchange.aws.AwsSubjectTokens;
import dev.crosstrust.exchange.aws.Consent;
import dev.crosstrust.exchange.aws.ProfileCredentials;
import dev.crosstrust.identity.Machine;
import dev.crosstrust.identity.aws.AwsEndpoints;
import dev.crosstrust.identity.aws.AwsIdentity;
import dev.crosstrust.inspect.aws.CallerIdentity;
import dev.crosstrust.inspect.aws.IamReader;
import dev.crosstrust.inspect.aws.OutboundFederation;
import dev.crosstrust.inspect.aws.RoleDetail;
import dev.crosstrust.inspect.aws.RolePolicy;
import dev.crosstrust.trust.aws.OidcProvider;
import dev.crosstrust.trust.aws.RoleArn;
import java.time.InstantSource;
import java.util.List;

/**
 * One AWS account, read with an administrator's identity; broken throughout where there is none.
 */
public final class AwsSide implements AutoCloseable {
  private final Outcome<IamReader> reader;

  private AwsSide(Outcome<IamReader> reader) {
    this.reader = reader;
  }

  /** An account into which nobody can look. */
  public static AwsSide closed() {
    return closed(
        "Nobody was named who may look into the AWS account (in a terminal: --admin aws:PROFILE)");
  }

  /** The same, for a reason. */
  public static AwsSide closed(String because) {
    return new AwsSide(Outcome.broken(Kind.LOCAL, because));
  }

  /**
   * Signs in and sees that the administrator is of the account that is meant.
   *
   * @param account that the administrator is to be of, twelve digits
   */
  public static AwsSide open(
      Wire wire, Machine machine, InstantSource clock, AwsIdentity admin, String account) {
    Outcome<AwsCredentials> credentials =
        new ProfileCredentials(wire, machine, clock).of(admin, Consent.NONE);
    return new AwsSide(
        credentials
            .then(
                keys ->
                    new AwsEndpoints(machine)
                        .target("sts", admin)
                        .then(sts -> new CallerIdentity(wire, sts, keys).arn()))
            .then(arn -> ofAccount(admin, arn, account))
            .then(_ -> new AwsEndpoints(machine).target("iam", admin))
            .then(target -> credentials.map(keys -> reader(wire, target, keys))));
  }

  private static IamReader reader(Wire wire, AwsTarget target, AwsCredentials keys) {
    return new IamReader(wire, target, keys);
  }

  private static Outcome<String> ofAccount(AwsIdentity admin, String arn, String wanted) {
    String account = RoleArn.accountOf(arn).orElse("none");
    return wanted.equals(account)
        ? Outcome.done(account)
        : Outcome.broken(
            Kind.UNEXPECTED_ACCOUNT,
            "%s is of account %s, the route is about %s"
                .formatted(admin.shown().id(), account, wanted));
  }

  /**
   * Who an identity is at AWS, which it may always ask.
   *
   * @param identity that the route starts from
   */
  public static Outcome<String> arn(
      Wire wire, Machine machine, InstantSource clock, AwsIdentity identity) {
    return new AwsSubjectTokens(wire, machine, clock, Consent.NONE)
        .with(identity, (keys, sts) -> new CallerIdentity(wire, sts, keys).arn());
  }

  public Outcome<OutboundFederation> outbound() {
    return reader.then(IamReader::outboundFederation);
  }

  public Outcome<RoleDetail> role(String name) {
    return reader.then(iam -> iam.getRole(name));
  }

  public Outcome<List<RolePolicy>> rolePolicies(String role) {
    return reader.then(iam -> iam.rolePolicies(role));
  }

  public Outcome<List<OidcProvider>> providers() {
    return reader.then(IamReader::listOpenIdConnectProviders);
  }

  @Override
  public void close() {
    if (reader instanceof Done<IamReader>(IamReader open)) {
      open.close();
    }
  }
}
