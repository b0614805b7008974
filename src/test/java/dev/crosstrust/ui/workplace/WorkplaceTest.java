package dev.crosstrust.ui.workplace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crosstrust.evidence.Origins;
import dev.crosstrust.identity.Machine;
import dev.crosstrust.surroundings.Sandboxes;
import dev.crosstrust.surroundings.Surroundings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WorkplaceTest {
  private static final Path HOME = Path.of("nowhere");

  private final List<String> ended = new ArrayList<>();
  private final InstantSource clock = InstantSource.system();
  private final Machine machine = new Machine(Map.of(), HOME);
  private final Surroundings here = new Surroundings(machine, Origins.REAL, clock);
  private final Workplace workplace = new Workplace(machine, here, clock, new Counting());

  private final class Counting implements Sandboxes {
    private int started;

    @Override
    public Running start(Options options) {
      started++;
      return new Clouds("sandbox " + started);
    }

    @Override
    public List<String> faults() {
      return List.of();
    }
  }

  private final class Clouds implements Sandboxes.Running {
    private final String name;

    Clouds(String name) {
      this.name = name;
    }

    @Override
    public Map<String, URI> endpoints() {
      return Map.of();
    }

    @Override
    public Path home() {
      return HOME.resolve(name);
    }

    @Override
    public Map<String, String> environment() {
      return Map.of();
    }

    @Override
    public void close() {
      ended.add(name);
    }
  }

  @Test
  void leavingGoesBackToThisMachineAndForgetsWhatHappened() throws IOException {
    workplace.enter(workplace.start(Sandboxes.Options.SEEDED));
    workplace.happenings().report(new Happening.ClaimSeen("azp"));

    workplace.leave().ifPresent(workplace::end);

    assertThat(workplace.surroundings().get()).isEqualTo(here);
    assertThat(workplace.onSandbox()).isFalse();
    assertThat(workplace.happenings().all()).isEmpty();
    assertThat(ended).containsExactly("sandbox 1");
  }

  @Test
  void onThisMachineThereIsNothingToLeave() {
    assertThat(workplace.leave()).isEmpty();
  }

  @Test
  void aSandboxThatNobodyWaitsForAnyMoreIsEnded() {
    Thread.currentThread().interrupt();
    try {
      assertThatThrownBy(() -> workplace.start(Sandboxes.Options.SEEDED))
          .isInstanceOf(IOException.class);
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }

    assertThat(ended).containsExactly("sandbox 1");
  }

  @Test
  void closingEndsEachOnce() throws IOException {
    workplace.enter(workplace.start(Sandboxes.Options.SEEDED));
    workplace.enter(workplace.start(Sandboxes.Options.SEEDED));

    workplace.close();

    assertThat(ended).containsExactly("sandbox 1", "sandbox 2");
    assertThatThrownBy(() -> workplace.start(Sandboxes.Options.SEEDED))
        .isInstanceOf(IOException.class);
    assertThat(ended).containsExactly("sandbox 1", "sandbox 2", "sandbox 3");
  }
}
