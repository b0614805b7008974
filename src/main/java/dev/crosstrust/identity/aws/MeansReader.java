package dev.crosstrust.identity.aws;

import dev.crosstrust.identity.Machine;
import dev.crosstrust.secret.Redactor;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds out how a profile comes to credentials. Where it has settings of several ways, the order is
 * that of the Java SDK: web identity, single sign-on, role, login, program, keys.
 */
final class MeansReader {
  private static final String KEY_ID = "aws_access_key_id";
  private static final String SECRET_KEY = "aws_secret_access_key";
  private static final String SESSION_TOKEN = "aws_session_token";
  private static final String ROLE = "role_arn";
  private static final String TOKEN_FILE = "web_identity_token_file";
  private static final String[] SSO_SETTINGS = {
    "sso_session", "sso_start_url", "sso_region", "sso_account_id", "sso_role_name"
  };

  private final Machine machine;
  private final ProfileFiles files;

  MeansReader(Machine machine, ProfileFiles files) {
    this.machine = machine;
    this.files = files;
  }

  Means of(AwsProfile profile) {
    return of(profile, List.of());
  }

  private Means of(AwsProfile profile, List<String> visited) {
    if (profile.hasAny(TOKEN_FILE)) {
      return webIdentity(profile);
    }
    if (profile.hasAny(SSO_SETTINGS)) {
      return singleSignOn(profile);
    }
    if (profile.hasAny(ROLE)) {
      return role(profile, visited);
    }
    if (profile.hasAny("source_profile", "credential_source")) {
      return unusable(profile, "names a source of credentials but no role_arn");
    }
    if (profile.hasAny("login_session")) {
      return new Means.Login(profile.name(), profile.setting("login_session").orElseThrow());
    }
    if (profile.hasAny("credential_process")) {
      String command = profile.setting("credential_process").orElseThrow();
      return new Means.Program(profile.name(), new Redactor().text(command));
    }
    return profile.hasAny(KEY_ID, SECRET_KEY, SESSION_TOKEN)
        ? keys(profile)
        : new Means.Nothing(profile.name());
  }

  private Means keys(AwsProfile profile) {
    Optional<String> id = profile.setting(KEY_ID);
    if (id.isEmpty() || !profile.hasAny(SECRET_KEY)) {
      return unusable(profile, "%s is missing".formatted(id.isEmpty() ? KEY_ID : SECRET_KEY));
    }
    return new Means.Keys(profile.name(), id.get(), profile.hasAny(SESSION_TOKEN));
  }

  private Means webIdentity(AwsProfile profile) {
    if (!profile.hasAny(ROLE)) {
      return unusable(profile, TOKEN_FILE + " is set without role_arn");
    }
    String written = profile.setting(TOKEN_FILE).orElseThrow();
    Path file = readable(written);
    if (file == null) {
      return unusable(profile, "%s = %s cannot be read".formatted(TOKEN_FILE, written));
    }
    Seconds duration = Seconds.of(profile);
    return duration.wrong()
        ? unusable(profile, Seconds.PROBLEM)
        : new Means.WebIdentity(
            profile.name(),
            profile.setting(ROLE).orElseThrow(),
            profile.setting("role_session_name").orElse(null),
            duration.value(),
            file);
  }

  @Nullable Path readable(String written) {
    try {
      Path file = machine.path(written);
      return Files.isRegularFile(file) && Files.isReadable(file) ? file : null;
    } catch (InvalidPathException e) {
      return null;
    }
  }

  private Means singleSignOn(AwsProfile profile) {
    Optional<String> session = profile.setting("sso_session");
    Optional<Map<String, String>> section =
        session.flatMap(name -> files.section("sso-session", name));
    if (session.isPresent() && section.isEmpty()) {
      return unusable(
          profile, "the section [sso-session %s] is not there".formatted(session.get()));
    }
    Map<String, String> portal = section.orElse(profile.settings());
    List<String> missing = new ArrayList<>();
    String startUrl = wanted(portal, "sso_start_url", missing);
    String region = wanted(portal, "sso_region", missing);
    String account = wanted(profile.settings(), "sso_account_id", missing);
    String role = wanted(profile.settings(), "sso_role_name", missing);
    if (!missing.isEmpty()) {
      return unusable(profile, String.join(", ", missing) + " is missing");
    }
    return new Means.SingleSignOn(
        profile.name(), session.orElse(startUrl), session.isPresent(), region, account, role);
  }

  private static String wanted(Map<String, String> settings, String key, List<String> missing) {
    String value = settings.getOrDefault(key, "").strip();
    if (value.isEmpty()) {
      missing.add(key);
    }
    return value;
  }

  private Means role(AwsProfile profile, List<String> visited) {
    Optional<String> sourceProfile = profile.setting("source_profile");
    Optional<String> credentialSource = profile.setting("credential_source");
    if (sourceProfile.isPresent() == credentialSource.isPresent()) {
      return unusable(
          profile,
          sourceProfile.isPresent()
              ? "has both source_profile and credential_source"
              : "has role_arn without source_profile, credential_source or " + TOKEN_FILE);
    }
    Seconds duration = Seconds.of(profile);
    if (duration.wrong()) {
      return unusable(profile, Seconds.PROBLEM);
    }
    Means source =
        sourceProfile
            .map(name -> sourceProfile(profile, name, visited))
            .orElseGet(() -> credentialSource(profile, credentialSource.orElseThrow()));
    return source instanceof Means.Unusable
        ? source
        : new Means.AssumedRole(
            profile.name(),
            profile.setting(ROLE).orElseThrow(),
            profile.setting("role_session_name").orElse(null),
            profile.setting("external_id").orElse(null),
            duration.value(),
            sourceProfile.orElse(null),
            source,
            profile.hasAny("mfa_serial"));
  }

  private Means sourceProfile(AwsProfile profile, String name, List<String> visited) {
    List<String> chain = new ArrayList<>(visited);
    chain.add(profile.name());
    if (name.equals(profile.name()) && profile.hasAny(KEY_ID)) {
      return keys(profile); // The keys beside the role: the command line allows that.
    }
    if (chain.contains(name)) {
      chain.add(name);
      return new Means.Unusable(ProfileFindings.loop(profile, chain));
    }
    Means source =
        files
            .profile(name)
            .map(found -> of(found, chain))
            .orElseGet(
                () -> unusable(profile, "its source_profile %s is not there".formatted(name)));
    return source instanceof Means.Nothing
        ? unusable(profile, "its source_profile %s has no credentials".formatted(name))
        : source;
  }

  private Means credentialSource(AwsProfile profile, String source) {
    return switch (source) {
      case "Environment" ->
          new EnvironmentReader(machine)
              .means()
              .orElseGet(
                  () ->
                      unusable(
                          profile,
                          "credential_source is Environment, and that has no credentials"));
      case "Ec2InstanceMetadata", "EcsContainer" -> new Means.Elsewhere(source);
      default -> unusable(profile, "credential_source = %s is not known".formatted(source));
    };
  }

  private static Means unusable(AwsProfile profile, String what) {
    return new Means.Unusable(ProfileFindings.incomplete(profile, what));
  }

  /** The setting {@code duration_seconds}. */
  private record Seconds(@Nullable Duration value, boolean wrong) {
    static final String PROBLEM = "duration_seconds is not a number";

    static Seconds of(AwsProfile profile) {
      String written = profile.setting("duration_seconds").orElse(null);
      if (written == null) {
        return new Seconds(null, false);
      }
      return written.matches("\\d{1,6}")
          ? new Seconds(Duration.ofSeconds(Long.parseLong(written)), false)
          : new Seconds(null, true);
    }
  }
}
