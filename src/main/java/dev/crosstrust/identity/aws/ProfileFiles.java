package dev.crosstrust.identity.aws;

import dev.crosstrust.identity.Machine;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.profiles.Profile;
import software.amazon.awssdk.profiles.ProfileFile;

/**
 * The two files in which the AWS tools keep profiles: {@code ~/.aws/credentials} and {@code
 * ~/.aws/config}, or those that AWS_SHARED_CREDENTIALS_FILE and AWS_CONFIG_FILE name. Where both
 * have a setting, the credentials file's counts.
 */
public final class ProfileFiles {
  private final ConfigFile credentials;
  private final ConfigFile config;
  private final ProfileFile merged;

  private ProfileFiles(ConfigFile credentials, ConfigFile config) {
    this.credentials = credentials;
    this.config = config;
    ProfileFile.Aggregator both = ProfileFile.aggregator();
    Stream.of(credentials, config)
        .map(ConfigFile::content)
        .filter(Objects::nonNull)
        .forEach(both::addFile);
    this.merged = both.build();
  }

  /** Reads them now; what cannot be read is a {@link #problems problem} and no exception. */
  public static ProfileFiles read(Machine machine) {
    return new ProfileFiles(
        ConfigFile.read(
            machine
                .pathVariable("AWS_SHARED_CREDENTIALS_FILE")
                .orElse(machine.home().resolve(".aws", "credentials")),
            ProfileFile.Type.CREDENTIALS),
        ConfigFile.read(
            machine
                .pathVariable("AWS_CONFIG_FILE")
                .orElse(machine.home().resolve(".aws", "config")),
            ProfileFile.Type.CONFIGURATION));
  }

  /** The profile that counts when none is named: AWS_PROFILE or {@code default}. */
  public static String active(Machine machine) {
    return machine.variable("AWS_PROFILE").orElse("default");
  }

  /**
   * Says that the profile which somebody named is in neither file: whoever falls back to other
   * settings then calls other places than were meant.
   *
   * @param named null for the one that AWS_PROFILE names, if it names one
   */
  Optional<String> missing(@Nullable String named, Machine machine) {
    return Optional.ofNullable(named)
        .or(() -> machine.variable("AWS_PROFILE"))
        .filter(name -> profile(name).isEmpty())
        .map(
            name ->
                (named == null
                        ? "AWS_PROFILE names the profile %s, which is in neither %s nor %s"
                        : "the profile %s is in neither %s nor %s")
                    .formatted(name, config.path(), credentials.path()));
  }

  /** A profile by its name. */
  public Optional<AwsProfile> profile(String name) {
    return merged.profile(name).map(this::profile);
  }

  /** All profiles, {@code default} first, in the order of the files. */
  public List<AwsProfile> profiles() {
    return Stream.concat(Stream.of("default"), headers().map(SectionHeader::profile))
        .filter(Objects::nonNull)
        .distinct()
        .flatMap(name -> merged.profile(name).stream())
        .map(this::profile)
        .toList();
  }

  /** The settings of a section such as {@code [sso-session corp]}. */
  public Optional<Map<String, String>> section(String kind, String name) {
    return merged.getSection(kind, name).map(Profile::properties);
  }

  /** Why a file is not read at all, one sentence a file, with the line where it is known. */
  public List<String> problems() {
    return files().map(ConfigFile::problem).filter(Objects::nonNull).toList();
  }

  List<ConfigFile> broken() {
    return files().filter(file -> file.problem() != null).toList();
  }

  List<SectionHeader> dropped() {
    return headers().filter(header -> header.dropped() != null).toList();
  }

  private Stream<ConfigFile> files() {
    return Stream.of(config, credentials);
  }

  private Stream<SectionHeader> headers() {
    return files().flatMap(file -> file.headers().stream());
  }

  private AwsProfile profile(Profile profile) {
    String place =
        files()
            .flatMap(file -> file.header(profile.name()).stream())
            .map(SectionHeader::place)
            .reduce((first, second) -> first + "; " + second)
            .orElse(config.path().toString());
    return new AwsProfile(profile.name(), place, profile.properties());
  }
}
