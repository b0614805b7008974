package dev.crosstrust.identity.aws;

import dev.crosstrust.evidence.Origins;
import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.evidence.Outcome.Breakage.Kind;
import dev.crosstrust.evidence.aws.AwsTarget;
import dev.crosstrust.identity.Machine;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.regions.Region;

/**
 * Where the services of AWS are called, as the user's settings say. The order is that of <a
 * href="https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html">service-specific
 * endpoints</a>: AWS_ENDPOINT_URL_SERVICE, AWS_ENDPOINT_URL, the profile's {@code services}
 * section, the profile's {@code endpoint_url}; none of them where
 * AWS_IGNORE_CONFIGURED_ENDPOINT_URLS or the profile's {@code ignore_configured_endpoint_urls} says
 * so.
 */
public final class AwsEndpoints {
  /** Where AWS is called when no setting names a region. */
  public static final String DEFAULT_REGION = "us-east-1";

  private final Machine machine;

  /** The ids of the regions that the SDK knows; there may be newer ones. */
  public static List<String> regions() {
    return Region.regions().stream()
        .filter(region -> !region.isGlobalRegion())
        .map(Region::id)
        .sorted()
        .toList();
  }

  public AwsEndpoints(Machine machine) {
    this.machine = machine;
  }

  /**
   * The place of one service.
   *
   * @param service the service's id in lower case with underscores: {@code sts}, {@code sso_oidc}
   * @param profile null for AWS_PROFILE or {@code default}; one that is named must be there
   * @param region null for AWS_REGION, AWS_DEFAULT_REGION, the profile's, us-east-1
   * @return broken as {@link Kind#LOCAL}, in one sentence, when a file or setting cannot be used or
   *     an endpoint is neither https nor on this machine
   */
  public Outcome<AwsTarget> target(
      String service, @Nullable String profile, @Nullable String region) {
    return target(service, profile, null, region);
  }

  /**
   * The same for a profile that borrows the keys of another: where the first says nothing of
   * endpoint or region, the other's settings count, because that is where its keys are known.
   */
  public Outcome<AwsTarget> target(
      String service, @Nullable String profile, @Nullable String source, @Nullable String region) {
    try {
      return Outcome.done(configured(service, profile, source, region));
    } catch (IllegalArgumentException e) {
      return Outcome.broken(Kind.LOCAL, String.valueOf(e.getMessage()));
    }
  }

  /** The place of one service for the calls of an identity of this machine. */
  public Outcome<AwsTarget> target(String service, AwsIdentity identity) {
    Means means = identity.means();
    String source = means instanceof Means.AssumedRole role ? role.sourceProfile() : null;
    return target(service, means.profile(), source, null);
  }

  private AwsTarget configured(
      String service, @Nullable String profile, @Nullable String source, @Nullable String region) {
    ProfileFiles files = ProfileFiles.read(machine);
    files.problems().stream()
        .findFirst()
        .ifPresent(
            problem -> {
              throw new IllegalArgumentException(problem);
            });
    files
        .missing(profile, machine)
        .ifPresent(
            sentence -> {
              throw new IllegalArgumentException(sentence);
            });
    List<AwsProfile> profiles = profiles(files, profile, source);
    return new AwsTarget(
        region(profiles, region),
        written(service, files, profiles).map(AwsEndpoints::checked).orElse(null));
  }

  /** Whether any setting names an endpoint for the service. */
  boolean isConfigured(
      ProfileFiles files, String service, String profile, @Nullable String source) {
    return written(service, files, profiles(files, profile, source)).isPresent();
  }

  private String region(List<AwsProfile> profiles, @Nullable String given) {
    String region =
        Optional.ofNullable(given)
            .or(() -> machine.variable("AWS_REGION"))
            .or(() -> machine.variable("AWS_DEFAULT_REGION"))
            .or(() -> first(profiles, profile -> profile.setting("region")))
            .orElse(DEFAULT_REGION);
    if (!region.matches("[a-z0-9-]{2,40}")) {
      throw new IllegalArgumentException("“%s” is not the name of a region".formatted(region));
    }
    return region;
  }

  private Optional<String> written(String service, ProfileFiles files, List<AwsProfile> profiles) {
    Optional<String> ignore =
        machine
            .variable("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS")
            .or(() -> first(profiles, p -> p.setting("ignore_configured_endpoint_urls")));
    if (isTrue(ignore)) {
      return Optional.empty();
    }
    return machine
        .variable("AWS_ENDPOINT_URL_" + service.toUpperCase(Locale.ROOT))
        .or(() -> machine.variable("AWS_ENDPOINT_URL"))
        .or(() -> first(profiles, profile -> ofProfile(files, service, profile)));
  }

  private static Optional<String> first(
      List<AwsProfile> profiles, Function<AwsProfile, Optional<String>> setting) {
    return profiles.stream().map(setting).flatMap(Optional::stream).findFirst();
  }

  private static boolean isTrue(Optional<String> setting) {
    return setting.filter(value -> value.strip().equalsIgnoreCase("true")).isPresent();
  }

  private static Optional<String> ofProfile(
      ProfileFiles files, String service, AwsProfile profile) {
    return profile
        .setting("services")
        .flatMap(name -> files.section("services", name))
        .map(section -> section.get(service + ".endpoint_url"))
        .or(() -> profile.setting("endpoint_url"));
  }

  private List<AwsProfile> profiles(
      ProfileFiles files, @Nullable String profile, @Nullable String source) {
    String name = profile == null ? ProfileFiles.active(machine) : profile;
    return Stream.of(Optional.of(name), Optional.ofNullable(source))
        .flatMap(Optional::stream)
        .flatMap(each -> files.profile(each).stream())
        .toList();
  }

  private static URI checked(String written) {
    try {
      URI endpoint = new URI(written.strip());
      Optional<String> fault = Origins.fault(endpoint);
      if (fault.isPresent()) {
        throw new IllegalArgumentException("the endpoint %s %s".formatted(written, fault.get()));
      }
      return endpoint;
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("the endpoint %s is not a URL".formatted(written), e);
    }
  }
}
