package dev.crosstrust.surroundings;

import dev.crosstrust.identity.Identity;
import dev.crosstrust.identity.Machine;
import dev.crosstrust.identity.aws.AwsIdentities;
import dev.crosstrust.identity.aws.AwsIdentity;
import dev.crosstrust.identity.google.GcloudFolder;
import dev.crosstrust.identity.google.GoogleIdentities;
import dev.crosstrust.identity.google.GoogleIdentity;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Everybody this machine can be, at both clouds, read from files. */
public final class LocalIdentities {
  private LocalIdentities() {}

  /** Google's first, each cloud's in the order of its files. */
  public static List<Identity> of(Surroundings here) {
    return Stream.concat(
            new GoogleIdentities(here.machine()).all().stream().map(GoogleIdentity::shown),
            new AwsIdentities(here.machine(), here.clock()).all().stream().map(AwsIdentity::shown))
        .toList();
  }

  /**
   * The folders whose files say who that is: gcloud's (it touches {@code config_sentinel} there
   * with every change of its settings), those of aws and of its sign-ins, and that of a credentials
   * file named by the environment.
   */
  public static Set<Path> folders(Surroundings here) {
    Machine machine = here.machine();
    Path gcloud = new GcloudFolder(machine).root();
    Path aws = machine.home().resolve(".aws");
    Stream<Path> named =
        Stream.of(
                "GOOGLE_APPLICATION_CREDENTIALS", "AWS_CONFIG_FILE", "AWS_SHARED_CREDENTIALS_FILE")
            .flatMap(name -> machine.pathVariable(name).stream())
            .flatMap(file -> Stream.ofNullable(file.toAbsolutePath().getParent()));
    Stream<Path> usual =
        Stream.of(
            gcloud,
            gcloud.resolve("configurations"),
            aws,
            aws.resolve("sso").resolve("cache"),
            aws.resolve("login").resolve("cache"));
    return Stream.concat(usual, named).collect(Collectors.toUnmodifiableSet());
  }
}
