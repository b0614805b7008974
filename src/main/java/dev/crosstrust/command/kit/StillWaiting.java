package dev.crosstrust.command.kit;

import java.time.Duration;
import java.util.List;

/**
 * Says of a call that takes its time that an answer is still awaited: on standard error, since it
 * is no part of the answer, after 3 seconds, after 10, and then every 30.
 */
public final class StillWaiting implements AutoCloseable {
  private static final List<Duration> TIMES =
      List.of(Duration.ofSeconds(3), Duration.ofSeconds(10), Duration.ofSeconds(30));

  private final Terminal terminal;
  private final Alarm alarm;
  private Runnable callOff = () -> {};
  private int call;

  public StillWaiting(Terminal terminal, Alarm alarm) {
    this.terminal = terminal;
    this.alarm = alarm;
  }

  /**
   * A call has begun; the one before, if it is still open, is not awaited any more.
   *
   * @param what for example {@code sts:AssumeRoleWithWebIdentity}
   */
  public synchronized void asked(String what) {
    answered();
    await(what, Duration.ZERO, 0, call);
  }

  /** The call has ended, whichever way. */
  public synchronized void answered() {
    call++;
    callOff.run();
    callOff = () -> {};
  }

  private void await(String what, Duration waited, int round, int of) {
    Duration next = round < TIMES.size() ? TIMES.get(round) : waited.plus(TIMES.getLast());
    callOff = alarm.after(next.minus(waited), () -> tell(what, next, round, of));
  }

  /** An alarm that went off in the moment in which the answer came says nothing. */
  private synchronized void tell(String what, Duration waited, int round, int of) {
    if (of == call) {
      terminal.note("     still waiting for %s, %d s".formatted(what, waited.toSeconds()));
      await(what, waited, round + 1, of);
    }
  }

  @Override
  public void close() {
    answered();
  }
}
