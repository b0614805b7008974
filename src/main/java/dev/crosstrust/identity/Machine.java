package dev.crosstrust.identity;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What identities are read from: the environment and the home folder, given as values so that the
 * sandbox and the tests have machines of their own. Nothing else in the code asks the system.
 *
 * @param environment the environment variables
 * @param home the user's home folder
 */
public record Machine(Map<String, String> environment, Path home) {
  public Machine {
    environment = Map.copyOf(environment);
  }

  /** A variable that is set and not blank. */
  public Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
  }

  /** A path from a variable, {@code ~/} meaning the home folder. */
  public Optional<Path> pathVariable(String name) {
    return variable(name).map(this::path);
  }

  /** A path as written in a configuration file, {@code ~/} meaning the home folder. */
  public Path path(String written) {
    return written.startsWith("~/") ? home.resolve(written.substring(2)) : Path.of(written);
  }

  /** The platform's folder for settings of programs: {@code $XDG_CONFIG_HOME} or ~/.config. */
  public Path configurationFolder() {
    return pathVariable("XDG_CONFIG_HOME").orElse(home.resolve(".config"));
  }

  /** Names only: values of variables may be secret. */
  @Override
  public String toString() {
    return "Machine[home=%s, variables=%s]".formatted(home, environment.keySet());
  }
}
