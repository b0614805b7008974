package dev.crosstrust.identity.google;

import dev.crosstrust.identity.Machine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The folder in which gcloud keeps its settings, read without starting gcloud. The layout is that
 * of {@code googlecloudsdk/core/config.py} and {@code named_configs.py} in the Google Cloud SDK.
 */
public final class GcloudFolder {
  private static final Pattern NAME = Pattern.compile("[a-z][-a-z0-9]*");
  private static final String PREFIX = "config_";

  /** Reserved: no configuration at all. */
  private static final String NONE = "NONE";

  private final Machine machine;
  private final Path root;

  public GcloudFolder(Machine machine) {
    this.machine = machine;
    this.root =
        machine
            .pathVariable("CLOUDSDK_CONFIG")
            .or(() -> machine.pathVariable("APPDATA").map(data -> data.resolve("gcloud")))
            .orElse(machine.home().resolve(".config").resolve("gcloud"));
  }

  public Path root() {
    return root;
  }

  /** Whether gcloud was ever used here. */
  boolean exists() {
    return Files.isDirectory(root);
  }

  /** The names of all configurations, in order. */
  List<String> configurations() {
    Path folder = root.resolve("configurations");
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(file -> file.startsWith(PREFIX))
          .map(file -> file.substring(PREFIX.length()))
          .filter(GcloudFolder::isName)
          .sorted()
          .toList();
    } catch (IOException | UncheckedIOException e) {
      return List.of();
    }
  }

  /** The configuration that gcloud would use now; empty when it is told to use none. */
  Optional<String> active() {
    String name =
        machine.variable("CLOUDSDK_ACTIVE_CONFIG_NAME").or(this::activator).orElse("default");
    return Optional.of(name).filter(chosen -> !chosen.equals(NONE));
  }

  /** Gcloud removes the file when it holds no valid name, and goes on without it. */
  private Optional<String> activator() {
    try {
      byte[] bytes = SmallFile.read(root.resolve("active_config"));
      return Optional.of(new String(bytes, StandardCharsets.UTF_8).strip())
          .filter(name -> isName(name) || name.equals(NONE));
    } catch (UnusableFileException e) {
      return Optional.empty();
    }
  }

  static boolean isName(String name) {
    return NAME.matcher(name).matches();
  }

  Path configuration(String name) {
    return root.resolve("configurations").resolve(PREFIX + name);
  }

  Path applicationDefault() {
    return root.resolve("application_default_credentials.json");
  }

  /** The file of an account that is signed in; colons are left out of its folder's name. */
  Path credentialsOf(String account) {
    Path all = root.resolve("legacy_credentials");
    Path file = all.resolve(account.replace(":", "")).resolve("adc.json").normalize();
    return file.startsWith(all.normalize()) ? file : all.resolve("adc.json");
  }
}
