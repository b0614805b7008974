package dev.crosstrust.identity.google;

import dev.crosstrust.identity.Machine;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The properties of one configuration: variables {@code CLOUDSDK_SECTION_NAME} before the file. A
 * variable that is set to nothing hides the file's value, as it does in gcloud.
 */
record GcloudProperties(Machine machine, Map<String, Map<String, String>> file) {
  private static final String IMPERSONATE = "impersonate_service_account";

  static GcloudProperties read(Machine machine, Path file) throws UnusableFileException {
    return new GcloudProperties(machine, IniFile.read(file));
  }

  Optional<String> get(String section, String name) {
    String variable = machine.environment().get(variable(section, name));
    String written = file.getOrDefault(section, Map.of()).get(name);
    return Optional.ofNullable(variable == null ? written : variable)
        .map(String::strip)
        .filter(value -> !value.isEmpty());
  }

  /** The chain of {@code auth/impersonate_service_account}: delegates first, the target last. */
  List<String> impersonate() {
    return get("auth", IMPERSONATE).stream()
        .flatMap(chain -> Arrays.stream(chain.split(",")))
        .map(String::strip)
        .filter(account -> !account.isEmpty())
        .toList();
  }

  /** Where the chain is set: the variable, or the file. */
  String impersonateSetBy(Path configuration) {
    String variable = variable("auth", IMPERSONATE);
    return machine.environment().containsKey(variable) ? variable : configuration.toString();
  }

  GoogleEndpoints endpoints() {
    Map<String, String> overrides = new HashMap<>();
    String section = "api_endpoint_overrides";
    String prefix = variable(section, "");
    file.getOrDefault(section, Map.of()).forEach(overrides::put);
    machine
        .environment()
        .forEach(
            (name, value) -> {
              if (name.startsWith(prefix)) {
                overrides.put(name.substring(prefix.length()).toLowerCase(Locale.ROOT), value);
              }
            });
    overrides.values().removeIf(String::isBlank);
    return new GoogleEndpoints(
        get("core", "universe_domain").orElse(GoogleEndpoints.DEFAULT_UNIVERSE), overrides);
  }

  private static String variable(String section, String name) {
    return ("CLOUDSDK_" + section + "_" + name).toUpperCase(Locale.ROOT);
  }
}
