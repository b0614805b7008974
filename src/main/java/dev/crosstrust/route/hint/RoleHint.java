package dev.crosstrust.route.hint;

import dev.crosstrust.identity.aws.AwsProfile;
import dev.crosstrust.identity.aws.ProfileFiles;
import dev.crosstrust.route.GoogleToAws;
import dev.crosstrust.route.Route;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A role that somebody on this machine enters.
 *
 * @param webIdentity whether it is entered with a token, as a route does
 * @param source who enters it, for example {@code profile gke-web-identity}
 */
public record RoleHint(
    String arn,
    @Nullable String region,
    @Nullable String session,
    boolean webIdentity,
    String source) {

  /** One a role; those that are entered with a token come first. */
  static List<RoleHint> of(ProfileFiles profiles, List<Route> routes) {
    Map<String, RoleHint> byArn = new LinkedHashMap<>();
    for (AwsProfile profile : profiles.profiles()) {
      profile
          .setting("role_arn")
          .map(arn -> of(arn, profile))
          .ifPresent(hint -> byArn.merge(hint.arn, hint, RoleHint::better));
    }
    for (Route route : routes) {
      if (route instanceof GoogleToAws road) {
        GoogleToAws.Role role = road.aws();
        byArn.putIfAbsent(
            role.role(),
            new RoleHint(role.role(), role.region(), role.session(), true, "route " + road.name()));
      }
    }
    return byArn.values().stream()
        .sorted((one, other) -> Boolean.compare(other.webIdentity, one.webIdentity))
        .toList();
  }

  private static RoleHint of(String arn, AwsProfile profile) {
    return new RoleHint(
        arn,
        profile.setting("region").orElse(null),
        profile.setting("role_session_name").orElse(null),
        profile.setting("web_identity_token_file").isPresent(),
        "profile " + profile.name());
  }

  private static RoleHint better(RoleHint first, RoleHint second) {
    return second.webIdentity && !first.webIdentity ? second : first;
  }
}
