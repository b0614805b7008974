package dev.crosstrust.route.hint;

import dev.crosstrust.identity.Machine;
import dev.crosstrust.identity.aws.AwsEndpoints;
import dev.crosstrust.identity.aws.ProfileFiles;
import java.util.List;
import java.util.stream.Stream;

/** Regions in the order in which they are likely. */
final class RegionHints {
  private RegionHints() {}

  /** As the AWS tools choose it: the variable, then the profile in use; then all others. */
  static List<String> of(Machine machine, ProfileFiles profiles) {
    Stream<String> variables =
        Stream.of("AWS_REGION", "AWS_DEFAULT_REGION")
            .flatMap(name -> machine.variable(name).stream());
    Stream<String> active =
        profiles.profile(ProfileFiles.active(machine)).stream()
            .flatMap(profile -> profile.setting("region").stream());
    Stream<String> others =
        profiles.profiles().stream().flatMap(profile -> profile.setting("region").stream());
    Stream<String> known =
        Stream.concat(Stream.of(AwsEndpoints.DEFAULT_REGION), AwsEndpoints.regions().stream());
    return Stream.of(variables, active, others, known)
        .flatMap(regions -> regions)
        .distinct()
        .toList();
  }
}
