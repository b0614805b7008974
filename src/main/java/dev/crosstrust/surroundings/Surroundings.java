package dev.crosstrust.surroundings;

import dev.crosstrust.evidence.Origins;
import dev.crosstrust.evidence.OriginsFile;
import dev.crosstrust.evidence.Recorder;
import dev.crosstrust.evidence.Wire;
import dev.crosstrust.identity.Machine;
import dev.crosstrust.route.road.Roads;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/**
 * What a command runs on: the real machine, or the home of a sandbox.
 *
 * @param origins where Google and the issuers are found
 */
public record Surroundings(Machine machine, Origins origins, InstantSource clock) {

  /**
   * The surroundings that a machine's files describe.
   *
   * @throws IOException with a sentence that names the file, when the table of origins cannot be
   *     used
   */
  public static Surroundings of(Machine machine, InstantSource clock) throws IOException {
    Path file =
        machine
            .pathVariable("CROSSTRUST_ORIGINS")
            .orElse(ownFolder(machine).resolve("origins.json"));
    boolean named = machine.variable("CROSSTRUST_ORIGINS").isPresent();
    if (!named && !Files.exists(file)) {
      return new Surroundings(machine, Origins.REAL, clock);
    }
    return new Surroundings(machine, OriginsFile.read(file), clock);
  }

  /**
   * The home of a sandbox, of which the real machine lends nothing but the path on which programs
   * are found.
   *
   * @throws IOException when the sandbox's table of origins cannot be used
   */
  public static Surroundings of(Sandboxes.Running sandbox, Machine real, InstantSource clock)
      throws IOException {
    Map<String, String> environment = new HashMap<>(sandbox.environment());
    real.variable("PATH").ifPresent(path -> environment.put("PATH", path));
    return of(new Machine(environment, sandbox.home()), clock);
  }

  /** Where saved routes are. */
  public Path routes() {
    return ownFolder(machine).resolve("routes");
  }

  /** What the window remembers of itself. */
  public Path windowFile() {
    return ownFolder(machine).resolve("window.yaml");
  }

  /** A wire for one piece of work. */
  public Wire wire(Recorder recorder) {
    return new Wire(origins, recorder, clock);
  }

  /** The roads that begin here. */
  public Roads roads() {
    return new Roads(machine, origins, clock);
  }

  private static Path ownFolder(Machine machine) {
    return machine.configurationFolder().resolve("crosstrust");
  }
}
