package dev.crosstrust.check;

import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.evidence.Outcome.Breakage.Kind;
import dev.crosstrust.evidence.Outcome.Done;
import dev.crosstrust.evidence.Outcome.Refused;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Asks one identity after the other until one gets an answer, and writes down whom. Each signs in
 * once, and only when it is asked. For one thread.
 *
 * @param <S> a cloud as one identity sees it
 */
final class Relay<S> {
  private static final int NOT_FOUND = 404;

  private final List<Reader<S>> readers;
  private final List<String> sources;
  private final InstantSource clock;
  private final Instant end;

  /**
   * @param sources gets a sentence for each thing
   * @param end nobody is asked any more after that
   */
  Relay(List<Reader<S>> readers, List<String> sources, InstantSource clock, Instant end) {
    this.readers = List.copyOf(readers);
    this.sources = sources;
    this.clock = clock;
    this.end = end;
  }

  /** One identity, by its id, and what it sees. */
  static final class Reader<S> {
    private final String id;
    private final Supplier<S> open;
    private final List<S> opened = new ArrayList<>(1);

    Reader(String id, Supplier<S> open) {
      this.id = id;
      this.open = open;
    }

    private S side() {
      if (opened.isEmpty()) {
        opened.add(open.get());
      }
      return opened.getFirst();
    }

    /** What it sees, where it was asked. */
    List<S> opened() {
      return List.copyOf(opened);
    }
  }

  /** Whether nobody is to be asked any more. */
  boolean over() {
    return Thread.currentThread().isInterrupted() || clock.instant().isAfter(end);
  }

  /**
   * Asks for one thing. That it does not exist is an answer; that one may not know it is none.
   *
   * @param thing what is read, as a sentence begins
   * @param call for example {@code iam:GetRole}
   */
  <T> Outcome<T> ask(String thing, String call, Function<S, Outcome<T>> read) {
    Outcome<T> last = Outcome.broken(Kind.LOCAL, "no identity of this machine can be asked");
    List<String> failures = new ArrayList<>();
    for (Reader<S> reader : readers) {
      S side = over() ? null : reader.side();
      if (side == null || over()) {
        last = Outcome.broken(Kind.CANCELLED, "it was not waited for any longer");
        break;
      }
      last = read.apply(side);
      if (last instanceof Done<T>) {
        sources.add(new ReadWith(thing, reader.id, call).sentence());
        return last;
      }
      if (last instanceof Refused<T>(Outcome.Refusal refusal) && refusal.status() == NOT_FOUND) {
        sources.add("%s asked for with %s: %s".formatted(thing, reader.id, last.why()));
        return last;
      }
      failures.add("%s: %s".formatted(reader.id, last.why()));
    }
    sources.add(
        "%s not read (%s): %s"
            .formatted(thing, call, failures.isEmpty() ? last.why() : String.join("; ", failures)));
    return last;
  }
}
