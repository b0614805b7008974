package dev.crosstrust.identity.aws;

import dev.crosstrust.finding.Finding;
import dev.crosstrust.identity.Identity.State;
import dev.crosstrust.identity.Machine;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The AWS identities of a machine: its profiles of every kind and the environment. Read from files
 * each time, without starting or asking anything; what is broken is listed as broken.
 */
public final class AwsIdentities {
  /** The id of the environment. */
  public static final String ENVIRONMENT = "aws-env";

  private static final String PREFIX = "aws:";

  private final Machine machine;
  private final InstantSource clock;

  public AwsIdentities(Machine machine, InstantSource clock) {
    this.machine = machine;
    this.clock = clock;
  }

  /** All of them: the environment, the profiles, then what is written but not read. */
  public List<AwsIdentity> all() {
    ProfileFiles files = ProfileFiles.read(machine);
    Map<String, AwsIdentity> found = new LinkedHashMap<>();
    environment().ifPresent(identity -> found.put(ENVIRONMENT, identity));
    boolean profilesCount = found.values().stream().noneMatch(it -> it.shown().active());
    String active = profilesCount ? ProfileFiles.active(machine) : "";
    for (AwsProfile profile : files.profiles()) {
      found.put(PREFIX + profile.name(), identity(profile, files, active));
    }
    addMissing(found, files, active);
    addDropped(found, files);
    addBroken(found, files);
    return List.copyOf(found.values());
  }

  /** The identity of this id: {@code aws:PROFILE} or {@code aws-env}. */
  public Optional<AwsIdentity> find(String id) {
    return all().stream().filter(identity -> identity.shown().id().equals(id)).findFirst();
  }

  /** Keys and tokens of the environment come before a profile, containers after. */
  private Optional<AwsIdentity> environment() {
    return new EnvironmentReader(machine)
        .means()
        .map(
            means ->
                AwsIdentity.of(
                    ENVIRONMENT,
                    means,
                    "the environment",
                    !(means instanceof Means.Elsewhere),
                    Standing.of(means, machine, clock.instant())));
  }

  private AwsIdentity identity(AwsProfile profile, ProfileFiles files, String active) {
    Means means = new MeansReader(machine, files).of(profile);
    Standing standing = Standing.of(means, machine, clock.instant());
    if (profile.hasAny("mfa_serial")) {
      standing = standing.and(ProfileFindings.mfaIgnored(profile));
    }
    if (means instanceof Means.AssumedRole role) {
      standing = leak(role, files).map(standing::and).orElse(standing);
    }
    boolean isActive = profile.name().equals(active);
    return AwsIdentity.of(PREFIX + profile.name(), means, profile.place(), isActive, standing);
  }

  /** An endpoint of {@code [default]} that the SDK's hidden STS client would take. */
  private Optional<Finding> leak(Means.AssumedRole role, ProfileFiles files) {
    boolean own =
        new AwsEndpoints(machine).isConfigured(files, "sts", role.profile(), role.sourceProfile());
    return own
        ? Optional.empty()
        : files
            .profile("default")
            .flatMap(profile -> profile.setting("endpoint_url"))
            .map(endpoint -> ProfileFindings.endpointLeaks(role, endpoint));
  }

  /** The profile that AWS_PROFILE names, where it is not: the AWS tools stop there. */
  private void addMissing(Map<String, AwsIdentity> found, ProfileFiles files, String active) {
    String name = ProfileFiles.active(machine);
    files
        .missing(null, machine)
        .map(ProfileFindings::missing)
        .map(why -> AwsIdentity.missing(PREFIX + name, name.equals(active), why))
        .ifPresent(identity -> found.put(identity.shown().id(), identity));
  }

  private static void addDropped(Map<String, AwsIdentity> found, ProfileFiles files) {
    for (SectionHeader header : files.dropped()) {
      String id = PREFIX + header.profile();
      Finding why = ProfileFindings.dropped(header);
      found.merge(
          id,
          AwsIdentity.unread(id, header.place(), why),
          (there, _) -> there.with(there.shown().state(), List.of(why)));
    }
  }

  /** One broken file stops the AWS tools from using anything: who is called is not known then. */
  private static void addBroken(Map<String, AwsIdentity> found, ProfileFiles files) {
    for (ConfigFile file : files.broken()) {
      Finding why = ProfileFindings.broken(String.valueOf(file.problem()));
      found.replaceAll((_, identity) -> identity.with(State.BROKEN, List.of(why)));
      for (SectionHeader header : file.headers()) {
        if (header.profile() != null) {
          String id = PREFIX + header.profile();
          found.putIfAbsent(id, AwsIdentity.unread(id, header.place(), why));
        }
      }
      if (found.isEmpty()) {
        String id = PREFIX + "default";
        found.put(id, AwsIdentity.unread(id, file.path().toString(), why));
      }
    }
  }
}
