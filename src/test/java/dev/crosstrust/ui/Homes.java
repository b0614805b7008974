package dev.crosstrust.ui;

import dev.crosstrust.evidence.Origins;
import dev.crosstrust.identity.Machine;
import dev.crosstrust.surroundings.Sandboxes;
import dev.crosstrust.surroundings.Surroundings;
import dev.crosstrust.ui.workplace.Workplace;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** Homes of people who use both clouds, and windows that work on them. */
public final class Homes {
  private Homes() {}

  /** Somebody with a bit of everything, not all of it in order. */
  public static void furnish(Path home) throws IOException {
    write(
        home.resolve(".aws/config"),
        """
        [default]
        region = eu-west-1
        [profile deploy]
        role_arn = arn:aws:iam::111122223333:role/platform/continuous-delivery/DeploymentRole
        source_profile = default
        mfa_serial = arn:aws:iam::111122223333:mfa/ada
        [profile corp]
        sso_session = corp
        sso_account_id = 111122223333
        sso_role_name = ReadOnly
        [sso-session corp]
        sso_start_url = https://corp.awsapps.com/start
        sso_region = eu-west-1
        [tools]
        region = eu-west-1
        """);
    write(
        home.resolve(".aws/credentials"),
        "[default]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = not-a-key\n");
    Path gcloud = home.resolve(".config/gcloud");
    write(gcloud.resolve("active_config"), "robot");
    write(
        gcloud.resolve("configurations/config_robot"),
        "[core]\nproject = demo\n[auth]\ncredential_file_override = %s\n"
            .formatted(home.resolve("keys/poc-runner.json")));
    write(
        gcloud.resolve("configurations/config_work"),
        "[core]\naccount = ada@example.com\nproject = demo\n");
  }

  /** Writes a file, with the folders above it. */
  public static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  /** A window's place on this home; sandboxes do not start there. */
  public static Workplace workplace(Path home) {
    Machine machine = new Machine(Map.of(), home);
    InstantSource clock = InstantSource.system();
    return new Workplace(
        machine, new Surroundings(machine, Origins.REAL, clock), clock, new NoSandboxes());
  }

  /** What looks like a sandbox with this home. */
  public record Entered(Path home) implements Sandboxes.Running {
    @Override
    public Map<String, URI> endpoints() {
      return Map.of();
    }

    @Override
    public Map<String, String> environment() {
      return Map.of();
    }

    @Override
    public void close() {}
  }

  private static final class NoSandboxes implements Sandboxes {
    @Override
    public Running start(Options options) throws IOException {
      throw new IOException("no port is free");
    }

    @Override
    public List<String> faults() {
      return List.of();
    }
  }
}
