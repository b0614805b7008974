package dev.crosstrust.command.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A call that takes long is spoken of, one that is answered is not. */
class StillWaitingTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final List<Duration> set = new ArrayList<>();
  private final List<Runnable> calledOff = new ArrayList<>();
  private Runnable due = () -> {};

  private final StillWaiting waiting =
      new StillWaiting(
          new Terminal(InputStream.nullInputStream(), out, err),
          (time, then) -> {
            set.add(time);
            due = then;
            return () -> calledOff.add(then);
          });

  private List<String> said() {
    return err.toString(StandardCharsets.UTF_8).lines().toList();
  }

  @Test
  void itIsSaidMoreAndMoreRarely() {
    waiting.asked("sts:AssumeRoleWithWebIdentity");
    assertThat(said()).isEmpty();
    for (int i = 0; i < 5; i++) {
      due.run();
    }

    assertThat(said())
        .containsExactly(
            "     still waiting for sts:AssumeRoleWithWebIdentity, 3 s",
            "     still waiting for sts:AssumeRoleWithWebIdentity, 10 s",
            "     still waiting for sts:AssumeRoleWithWebIdentity, 30 s",
            "     still waiting for sts:AssumeRoleWithWebIdentity, 60 s",
            "     still waiting for sts:AssumeRoleWithWebIdentity, 90 s");
    assertThat(set).map(Duration::toSeconds).containsExactly(3L, 7L, 20L, 30L, 30L, 30L);
    assertThat(out.size()).isZero();
  }

  @Test
  void anAnswerCallsItOff() {
    waiting.asked("a:A");
    Runnable late = due;
    waiting.answered();

    assertThat(calledOff).containsExactly(late);
    late.run();
    assertThat(said()).isEmpty();
    assertThat(set).hasSize(1);
  }

  @Test
  void theNextCallIsCountedAnew() {
    waiting.asked("a:A");
    Runnable first = due;
    first.run();
    waiting.asked("b:B");
    first.run();
    due.run();

    assertThat(said())
        .containsExactly("     still waiting for a:A, 3 s", "     still waiting for b:B, 3 s");
  }

  @Test
  void theEndIsTheEnd() {
    waiting.asked("a:A");
    waiting.close();
    due.run();

    assertThat(said()).isEmpty();
    assertThat(calledOff).hasSize(1);
  }
}
