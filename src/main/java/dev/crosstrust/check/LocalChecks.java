package dev.crosstrust.check;

import static dev.crosstrust.identity.google.GoogleEndpoints.DEFAULT_UNIVERSE;

import dev.crosstrust.evidence.Origins;
import dev.crosstrust.evidence.Outcome.Done;
import dev.crosstrust.evidence.Recorder;
import dev.crosstrust.evidence.Wire;
import dev.crosstrust.finding.Finding;
import dev.crosstrust.identity.Machine;
import dev.crosstrust.identity.aws.AwsIdentities;
import dev.crosstrust.identity.aws.AwsIdentity;
import dev.crosstrust.identity.google.AccountAddress;
import dev.crosstrust.identity.google.GoogleIdentities;
import dev.crosstrust.identity.google.GoogleIdentity;
import dev.crosstrust.token.Reading;
import dev.crosstrust.token.SubjectToken;
import dev.crosstrust.token.Token;
import dev.crosstrust.token.TokenReader;
import dev.crosstrust.trust.aws.RoleArn;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes the checks of both clouds here: reads with identities of this machine, and writes nothing.
 * Blocks; ends soon when the thread is interrupted.
 *
 * @param origins where Google and the issuers are found
 */
public record LocalChecks(Machine machine, Origins origins, InstantSource clock, Readers readers) {
  private static final String UNREADABLE = "The token cannot be read";

  /** For one answer. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** For all; nobody is asked any more after that. */
  private static final Duration WHOLE = Duration.ofSeconds(30);

  /**
   * Would AWS STS give a session of the role for this token?
   *
   * @param recorder gets the legs of what is read
   */
  public LocalCheck ofTrust(AskedRole asked, SubjectToken presented, Recorder recorder) {
    Optional<RoleArn> role = RoleArn.of(asked.arn());
    Token token = read(presented);
    if (role.isEmpty() || token == null) {
      return notMade(role.isEmpty() ? asked.arn() + " is not the ARN of a role" : UNREADABLE);
    }
    List<String> sources = new ArrayList<>();
    String account = role.get().account();
    Instant end = end();
    List<Relay.Reader<AwsSide>> sides = new ArrayList<>();
    try (Wire wire = wire(recorder)) {
      for (AwsIdentity reader : readers.aws(account)) {
        sides.add(
            new Relay.Reader<>(
                reader.shown().id(), () -> AwsSide.open(wire, machine, clock, reader, account)));
      }
      LocalCheck check =
          new TrustGathering(wire, clock, relay(sides, sources, end), sources)
              .check(asked, role.get(), token);
      return check instanceof LocalCheck.OfTrust made ? withFossils(made, asked, wire, end) : check;
    } finally {
      sides.forEach(side -> side.opened().forEach(AwsSide::close));
    }
  }

  private LocalCheck.OfTrust withFossils(
      LocalCheck.OfTrust made, AskedRole asked, Wire wire, Instant end) {
    Optional<GoogleIdentity> start = new GoogleIdentities(machine).find(asked.identity());
    String universe = start.map(it -> it.endpoints().universe()).orElse(DEFAULT_UNIVERSE);
    String account = asked.impersonate();
    String project = account == null ? null : AccountAddress.projectId(account).orElse(null);
    List<String> sources = new ArrayList<>(made.sources());
    Relay<GoogleSide> relay = relay(googleSides(project, universe, wire), sources, end);
    List<Finding> fossils = new Fossils(asked, start).all(relay);
    return new LocalCheck.OfTrust(
        made.question(), RoleFacts.remarking(made.report(), fossils), sources);
  }

  /**
   * Would Google STS take this token, and as whom?
   *
   * @param recorder gets the legs of what is read
   */
  public LocalCheck ofPool(AskedProvider asked, SubjectToken presented, Recorder recorder) {
    Token token = read(presented);
    if (token == null) {
      return notMade(UNREADABLE);
    }
    List<String> sources = new ArrayList<>();
    try (Wire wire = wire(recorder)) {
      Relay<GoogleSide> relay =
          relay(googleSides(asked.project(), asked.universe(), wire), sources, end());
      return new PoolGathering(wire, clock, relay, sources)
          .check(asked, token, caller(asked, presented, wire, sources));
    }
  }

  private List<Relay.Reader<GoogleSide>> googleSides(
      @Nullable String project, String universe, Wire wire) {
    List<Relay.Reader<GoogleSide>> sides = new ArrayList<>();
    for (GoogleIdentity reader : readers.google(project, universe)) {
      sides.add(
          new Relay.Reader<>(
              reader.shown().id(), () -> GoogleSide.open(wire, machine, clock, reader, universe)));
    }
    return sides;
  }

  private static LocalCheck notMade(String why) {
    return new LocalCheck.NotMade(List.of(why));
  }

  private <S> Relay<S> relay(List<Relay.Reader<S>> readers, List<String> sources, Instant end) {
    return new Relay<>(readers, sources, clock, end);
  }

  private Instant end() {
    return clock.instant().plus(WHOLE);
  }

  private Wire wire(Recorder recorder) {
    return new Wire(origins, recorder, clock, PATIENCE);
  }

  private static @Nullable Token read(SubjectToken presented) {
    return TokenReader.read(presented.value().reveal()) instanceof Reading.Decoded(Token token)
        ? token
        : null;
  }

  /** A signed request does not say who signed it; the signer may always ask. */
  private @Nullable String caller(
      AskedProvider asked, SubjectToken presented, Wire wire, List<String> sources) {
    Optional<AwsIdentity> signer = new AwsIdentities(machine, clock).find(asked.identity());
    if (presented.kind() != SubjectToken.Kind.AWS_SIGNED_REQUEST || signer.isEmpty()) {
      return null;
    }
    if (AwsSide.arn(wire, machine, clock, signer.get()) instanceof Done<String>(String arn)) {
      sources.add("Caller asked for with %s (sts:GetCallerIdentity)".formatted(asked.identity()));
      return arn;
    }
    sources.add("Caller of the signed request not known (sts:GetCallerIdentity)");
    return null;
  }
}
