package dev.crosstrust.exchange.aws;

import dev.crosstrust.credential.AwsCredentials;
import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.evidence.Wire;
import dev.crosstrust.evidence.aws.AwsTarget;
import dev.crosstrust.identity.Machine;
import dev.crosstrust.identity.aws.AwsEndpoints;
import dev.crosstrust.identity.aws.AwsIdentity;
import dev.crosstrust.token.SubjectToken;
import java.time.InstantSource;
import java.util.function.BiFunction;

/**
 * Subject tokens of an AWS identity of this machine, for the other cloud. Each request is one leg:
 * {@code sign-in} for what the identity's own credentials take, {@code token} for the token.
 */
public final class AwsSubjectTokens {
  private final ProfileCredentials credentials;
  private final AwsEndpoints endpoints;
  private final OutboundTokens outbound;
  private final SignedCallerIdentity signer;
  private final Consent consent;

  /**
   * @param consent what the user allows for getting the identity's credentials
   */
  public AwsSubjectTokens(Wire wire, Machine machine, InstantSource clock, Consent consent) {
    this.credentials = new ProfileCredentials(wire, machine, clock);
    this.endpoints = new AwsEndpoints(machine);
    this.outbound = new OutboundTokens(wire);
    this.signer = new SignedCallerIdentity(wire.recorder(), clock);
    this.consent = consent;
  }

  /** A JWT of the account's own issuer. */
  public Outcome<SubjectToken> jwt(AwsIdentity identity, OutboundTokenRequest request) {
    return with(identity, (keys, sts) -> outbound.ask(request, keys, sts));
  }

  /**
   * A signed call of {@code GetCallerIdentity}.
   *
   * @param targetResource the pool provider it is for, {@code //iam.googleapis.com/projects/…}
   */
  public Outcome<SubjectToken> signedRequest(AwsIdentity identity, String targetResource) {
    return with(
        identity, (keys, sts) -> Outcome.done(signer.sign(targetResource, keys, sts.region())));
  }

  /** Does something with the identity's credentials at its STS. */
  public <T> Outcome<T> with(
      AwsIdentity identity, BiFunction<AwsCredentials, AwsTarget, Outcome<T>> call) {
    return endpoints
        .target("sts", identity)
        .then(sts -> credentials.of(identity, consent).then(keys -> call.apply(keys, sts)));
  }
}
