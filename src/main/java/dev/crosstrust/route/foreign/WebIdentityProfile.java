package dev.crosstrust.route.foreign;

import dev.crosstrust.identity.Machine;
import dev.crosstrust.identity.aws.AwsEndpoints;
import dev.crosstrust.identity.aws.AwsProfile;
import dev.crosstrust.identity.aws.ProfileFiles;
import dev.crosstrust.route.GoogleToAws;
import dev.crosstrust.route.Route;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads a profile that has {@code role_arn} and {@code web_identity_token_file}. */
final class WebIdentityProfile {
  private static final String TOKEN_FILE = "web_identity_token_file";

  private WebIdentityProfile() {}

  static Imported.Good read(Path file, @Nullable String profile, @Nullable String name)
      throws ImportException {
    AwsProfile chosen = chosen(profiles(file), profile);
    List<String> notes = new ArrayList<>();
    notes.add(
        "it reads its token from the file %s; a route asks Google for one, and it was not read"
            .formatted(chosen.setting(TOKEN_FILE).orElse("")));
    notes.add("the route starts from gcloud-adc, the default credentials: choose another");
    notes.add("the audience is AWS's usual one, sts.amazonaws.com: the profile does not name one");
    String region = chosen.setting("region").orElse(AwsEndpoints.DEFAULT_REGION);
    if (chosen.setting("region").isEmpty()) {
      notes.add(
          "the region is %s: the profile does not name one".formatted(AwsEndpoints.DEFAULT_REGION));
    }
    GoogleToAws.Role role =
        new GoogleToAws.Role(
            region,
            chosen.setting("role_arn").orElse(""),
            chosen.setting("role_session_name").orElse(null),
            duration(chosen));
    Route route =
        new GoogleToAws(
            name == null ? RouteImport.asName(chosen.name()) : name,
            "gcloud-adc",
            null,
            "sts.amazonaws.com",
            role,
            Route.Expect.ANYTHING,
            List.of());
    return new Imported.Good(route, notes);
  }

  static List<String> names(Path file) throws ImportException {
    return profiles(file).stream().filter(WebIdentityProfile::fits).map(AwsProfile::name).toList();
  }

  /** This file alone: nothing of the machine's own settings mixes in. */
  private static List<AwsProfile> profiles(Path file) throws ImportException {
    Path folder = file.toAbsolutePath().getParent();
    Machine machine =
        new Machine(
            Map.of(
                "AWS_CONFIG_FILE",
                whole(file),
                "AWS_SHARED_CREDENTIALS_FILE",
                whole(file) + ".no-credentials"),
            folder == null ? file.toAbsolutePath() : folder);
    ProfileFiles files = ProfileFiles.read(machine);
    if (!files.problems().isEmpty()) {
      String problem = files.problems().getFirst();
      throw new ImportException(problem.replaceFirst("^" + Pattern.quote(whole(file)) + ":? ", ""));
    }
    return files.profiles();
  }

  private static String whole(Path file) {
    return file.toAbsolutePath().toString();
  }

  private static boolean fits(AwsProfile profile) {
    return profile.setting("role_arn").isPresent() && profile.setting(TOKEN_FILE).isPresent();
  }

  private static AwsProfile chosen(List<AwsProfile> all, @Nullable String wanted)
      throws ImportException {
    List<AwsProfile> fitting = all.stream().filter(WebIdentityProfile::fits).toList();
    if (wanted == null && fitting.size() == 1) {
      return fitting.getFirst();
    }
    for (AwsProfile profile : fitting) {
      if (profile.name().equals(wanted)) {
        return profile;
      }
    }
    boolean unknown = all.stream().noneMatch(profile -> profile.name().equals(wanted));
    throw new ImportException(
        wanted != null && unknown && !all.isEmpty()
            ? "there is no profile %s: its profiles are %s".formatted(wanted, names(all))
            : fitting.isEmpty()
                ? "no profile has both role_arn and " + TOKEN_FILE
                : "choose one of its profiles: " + names(fitting));
  }

  private static String names(List<AwsProfile> profiles) {
    return profiles.stream().map(AwsProfile::name).collect(Collectors.joining(", "));
  }

  private static @Nullable Duration duration(AwsProfile profile) throws ImportException {
    String seconds = profile.setting("duration_seconds").orElse("");
    if (seconds.isEmpty()) {
      return null;
    }
    if (!seconds.matches("[0-9]{1,6}")) {
      throw new ImportException("its duration_seconds is not a number of seconds");
    }
    return Duration.ofSeconds(Long.parseLong(seconds));
  }
}
