package dev.crosstrust.route.road;

import dev.crosstrust.evidence.Origins;
import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.evidence.Outcome.Breakage.Kind;
import dev.crosstrust.evidence.Recorder;
import dev.crosstrust.evidence.Wire;
import dev.crosstrust.exchange.aws.AwsSubjectTokens;
import dev.crosstrust.exchange.aws.Consent;
import dev.crosstrust.exchange.aws.OutboundTokenRequest;
import dev.crosstrust.exchange.aws.SigningAlgorithm;
import dev.crosstrust.exchange.google.ExchangeRequest;
import dev.crosstrust.exchange.google.FederatedTokens;
import dev.crosstrust.exchange.google.GoogleSession;
import dev.crosstrust.exchange.google.ImpersonationRequest;
import dev.crosstrust.identity.Identity;
import dev.crosstrust.identity.Machine;
import dev.crosstrust.identity.aws.AwsIdentities;
import dev.crosstrust.identity.aws.AwsIdentity;
import dev.crosstrust.inspect.aws.CallerIdentity;
import dev.crosstrust.route.AwsToGoogle;
import dev.crosstrust.route.Step;
import dev.crosstrust.route.cli.GsStorageCommands;
import dev.crosstrust.route.run.AwsToGoogleStages;
import dev.crosstrust.storage.StorageUri;
import dev.crosstrust.storage.google.BigQuery;
import dev.crosstrust.storage.google.Gcs;
import dev.crosstrust.storage.google.GcsTarget;
import dev.crosstrust.token.Jwt;
import dev.crosstrust.token.Reading;
import dev.crosstrust.token.SubjectToken;
import dev.crosstrust.token.TokenReader;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** The road from AWS to Google over the wire, with the identities and settings of one machine. */
public final class AwsToGoogleRoad implements AwsToGoogleStages {
  private static final int ACCOUNT_OF_ARN = 4;

  private final Wire wire;
  private final InstantSource clock;
  private final AwsIdentities identities;
  private final AwsSubjectTokens tokens;
  private final FederatedTokens federation;
  private final GoogleSteps steps;

  /**
   * @param origins where Google's services are found
   * @param recorder whose legs become the run's
   * @param steps makes what there is to do at Google, over this road's wire
   */
  public AwsToGoogleRoad(
      Machine machine,
      Origins origins,
      Recorder recorder,
      InstantSource clock,
      Function<Wire, GoogleSteps> steps) {
    this.wire = new Wire(origins, recorder, clock);
    this.clock = clock;
    this.identities = new AwsIdentities(machine, clock);
    this.tokens = new AwsSubjectTokens(wire, machine, clock, Consent.NONE);
    this.federation = new FederatedTokens(wire, clock);
    this.steps = steps.apply(wire);
  }

  @Override
  public Outcome<Identity> identity(AwsToGoogle route) {
    return starting(route).map(AwsIdentity::shown);
  }

  @Override
  public Outcome<SubjectToken> token(AwsToGoogle route) {
    AwsToGoogle.TokenForm form = route.token();
    return starting(route)
        .then(
            identity ->
                switch (form.kind()) {
                  case JWT -> tokens.jwt(identity, request(route));
                  case AWS_SIGNED_REQUEST ->
                      tokens.signedRequest(identity, route.google().audience());
                });
  }

  private static OutboundTokenRequest request(AwsToGoogle route) {
    return new OutboundTokenRequest(
        List.of(Objects.requireNonNullElse(route.audience(), route.google().audience())),
        Objects.requireNonNullElse(route.token().algorithm(), SigningAlgorithm.RS256),
        route.token().duration(),
        Map.of());
  }

  /** A JWT says it; of a signed request AWS knows it, and is asked as Google will ask it. */
  @Override
  public Outcome<String> account(AwsToGoogle route, SubjectToken token) {
    if (TokenReader.read(token.value().reveal()) instanceof Reading.Decoded(Jwt jwt)) {
      return account(jwt.text("sub").orElse(""));
    }
    return starting(route)
        .then(
            identity ->
                tokens.with(identity, (keys, sts) -> new CallerIdentity(wire, sts, keys).arn()))
        .then(AwsToGoogleRoad::account);
  }

  private static Outcome<String> account(String arn) {
    String[] parts = arn.split(":", 6);
    return parts.length > ACCOUNT_OF_ARN
        ? Outcome.done(parts[ACCOUNT_OF_ARN])
        : Outcome.broken(Kind.NOT_UNDERSTOOD, "the token's subject is no ARN");
  }

  @Override
  public Outcome<GoogleSession> exchange(AwsToGoogle route, SubjectToken token) {
    ExchangeRequest request =
        new ExchangeRequest(
            route.google().provider(),
            List.of(ExchangeRequest.ALL_OF_CLOUD),
            route.google().endpoints());
    return federation.exchange(request, token);
  }

  @Override
  public Outcome<GoogleSession> goOn(AwsToGoogle route, GoogleSession session) {
    String account = route.google().impersonate();
    if (account == null) {
      return Outcome.done(session);
    }
    ImpersonationRequest request =
        new ImpersonationRequest(
            List.of(account), ImpersonationRequest.AN_HOUR, List.of(ExchangeRequest.ALL_OF_CLOUD));
    return federation.impersonate(route.google().endpoints(), session.token(), request);
  }

  @Override
  public Outcome<String> make(AwsToGoogle route, Step step, GoogleSession session) {
    return steps.make(route, step, session.token());
  }

  /** The access that a route leads to, the account pin kept: for work beside its steps. */
  public Outcome<GoogleSession> enter(AwsToGoogle route) {
    return token(route)
        .then(token -> presentable(route, token))
        .then(token -> exchange(route, token))
        .then(session -> goOn(route, session));
  }

  /** Cloud Storage at the end of the route; closing it closes this road. */
  Outcome<StorageSession> storage(AwsToGoogle route) {
    return GoogleStorage.of(route)
        .then(
            target ->
                GoogleStorage.tables(route)
                    .then(
                        tables ->
                            enter(route).map(session -> opened(route, session, target, tables))));
  }

  /** Whoever stays long goes the road again, as often as a token ends. */
  private StorageSession opened(
      AwsToGoogle route, GoogleSession session, GcsTarget target, URI tables) {
    RenewedToken token = new RenewedToken(session.token(), clock, () -> enter(route));
    return new StorageSession(
        session.principal(),
        token::expiresAt,
        StorageUri.root(StorageUri.Scheme.GS),
        new Gcs(wire, target, token),
        new GsStorageCommands(target.project()),
        Optional.of(new SessionTables(BigQuery.ofPeople(wire, tables, token), target.project())),
        this::close);
  }

  private Outcome<AwsIdentity> starting(AwsToGoogle route) {
    return identities
        .find(route.identity())
        .map(Outcome::done)
        .orElseGet(
            () ->
                Outcome.broken(
                    Kind.LOCAL,
                    "there is no AWS identity %s on this machine".formatted(route.identity())));
  }

  @Override
  public void close() {
    wire.close();
  }
}
