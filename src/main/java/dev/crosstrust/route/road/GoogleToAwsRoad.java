package dev.crosstrust.route.road;

import dev.crosstrust.credential.AwsCredentials;
import dev.crosstrust.evidence.Origins;
import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.evidence.Outcome.Breakage.Kind;
import dev.crosstrust.evidence.Recorder;
import dev.crosstrust.evidence.Wire;
import dev.crosstrust.evidence.aws.AwsTarget;
import dev.crosstrust.exchange.aws.RoleSession;
import dev.crosstrust.exchange.aws.WebIdentityExchange;
import dev.crosstrust.exchange.aws.WebIdentityRequest;
import dev.crosstrust.exchange.google.GoogleTokens;
import dev.crosstrust.exchange.google.IdTokenRequest;
import dev.crosstrust.identity.Identity;
import dev.crosstrust.identity.Machine;
import dev.crosstrust.identity.aws.AwsEndpoints;
import dev.crosstrust.identity.google.GoogleIdentities;
import dev.crosstrust.identity.google.GoogleIdentity;
import dev.crosstrust.route.GoogleToAws;
import dev.crosstrust.route.Step;
import dev.crosstrust.route.cli.AwsStorageCommands;
import dev.crosstrust.route.run.AccountPin;
import dev.crosstrust.route.run.GoogleToAwsStages;
import dev.crosstrust.storage.StorageUri;
import dev.crosstrust.storage.aws.S3;
import dev.crosstrust.token.SubjectToken;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The road from Google to AWS over the wire, with the identities and settings of one machine. */
public final class GoogleToAwsRoad implements GoogleToAwsStages {
  private final Machine machine;
  private final Wire wire;
  private final InstantSource clock;
  private final GoogleIdentities identities;

  /**
   * @param origins where Google's services are found
   * @param recorder whose legs become the run's
   */
  public GoogleToAwsRoad(Machine machine, Origins origins, Recorder recorder, InstantSource clock) {
    this(machine, new Wire(origins, recorder, clock), clock);
  }

  /**
   * @param wire closed with this
   */
  GoogleToAwsRoad(Machine machine, Wire wire, InstantSource clock) {
    this.machine = machine;
    this.wire = wire;
    this.clock = clock;
    this.identities = new GoogleIdentities(machine);
  }

  @Override
  public Outcome<Identity> identity(GoogleToAws route) {
    return starting(route).map(GoogleIdentity::shown);
  }

  @Override
  public Outcome<SubjectToken> token(GoogleToAws route) {
    List<String> chain = route.impersonate() == null ? List.of() : List.of(route.impersonate());
    IdTokenRequest request = new IdTokenRequest(route.audience(), chain, false);
    return starting(route)
        .then(identity -> new GoogleTokens(wire, machine, clock).idToken(identity, request));
  }

  @Override
  public Outcome<RoleSession> exchange(GoogleToAws route, SubjectToken token) {
    GoogleToAws.Role role = route.aws();
    WebIdentityRequest request =
        new WebIdentityRequest(role.role(), role.sessionName(), role.duration(), null, List.of());
    return at("sts", route, sts -> new WebIdentityExchange(wire).assume(request, token, sts));
  }

  @Override
  public Outcome<String> step(GoogleToAws route, Step step, AwsCredentials keys) {
    return at(
        step.operation().service(), route, target -> new AwsSteps(wire, target, keys).make(step));
  }

  /** The session that a route leads to, the account pin kept: for work beside its steps. */
  public Outcome<RoleSession> enter(GoogleToAws route) {
    return token(route)
        .then(token -> exchange(route, token))
        .then(session -> AccountPin.check(route, session));
  }

  /** S3 at the end of the route; closing it closes this road. */
  Outcome<StorageSession> storage(GoogleToAws route) {
    return enter(route)
        .then(session -> at("s3", route, target -> Outcome.done(opened(session, target))));
  }

  private StorageSession opened(RoleSession session, AwsTarget target) {
    AwsCredentials keys = session.credentials();
    return new StorageSession(
        session.arn(),
        () -> Optional.ofNullable(keys.expiresAt()),
        StorageUri.root(StorageUri.Scheme.S3),
        new S3(wire, target, keys),
        new AwsStorageCommands(target),
        Optional.empty(),
        this::close);
  }

  private Outcome<GoogleIdentity> starting(GoogleToAws route) {
    return identities
        .find(route.identity())
        .map(Outcome::done)
        .orElseGet(
            () ->
                Outcome.broken(
                    Kind.LOCAL,
                    "there is no Google identity %s on this machine".formatted(route.identity())));
  }

  /** Settings of the user may name an endpoint, and may be wrong. */
  private <T> Outcome<T> at(
      String service, GoogleToAws route, Function<AwsTarget, Outcome<T>> call) {
    return new AwsEndpoints(machine).target(service, null, route.aws().region()).then(call);
  }

  @Override
  public void close() {
    wire.close();
  }
}
