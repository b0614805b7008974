package dev.crosstrust.setup.item;

import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.evidence.Outcome.Refusal;
import dev.crosstrust.finding.Fix;
import dev.crosstrust.trust.Ternary;
import java.util.List;
import java.util.function.Function;

/**
 * A piece that is looked for.
 *
 * @param item what must be so, in one sentence
 * @param fix what makes it when it is not
 */
public record Need(String item, List<Fix> fix) {
  private static final int NOT_FOUND = 404;

  public static Need of(String item, Fix... fix) {
    return new Need(item, List.of(fix));
  }

  public SetupItem present(String because) {
    return new SetupItem(item, SetupItem.State.PRESENT, because, List.of());
  }

  public SetupItem missing(String because) {
    return new SetupItem(item, SetupItem.State.MISSING, because, fix);
  }

  public SetupItem unknown(String because) {
    return new SetupItem(item, SetupItem.State.UNKNOWN, because, fix);
  }

  /** The item, as decided. */
  public SetupItem decided(Ternary answer, String because) {
    return switch (answer) {
      case YES -> present(because);
      case NO -> missing(because);
      case UNDECIDED -> unknown(because);
    };
  }

  /**
   * The item by what was read: an answer is judged, what the service does not know is missing, and
   * any other refusal leaves it unknown.
   */
  public <T> SetupItem by(Outcome<T> read, Function<? super T, SetupItem> judge) {
    return switch (read) {
      case Outcome.Done<T>(T value) -> judge.apply(value);
      case Outcome.Refused<T>(Refusal refusal) when refusal.status() == NOT_FOUND ->
          missing(read.why());
      case Outcome.Refused<T> _, Outcome.Broken<T> _ -> unknown(read.why());
    };
  }
}
