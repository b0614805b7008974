package dev.crosstrust.route;

import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.evidence.Outcome.Breakage.Kind;
import dev.crosstrust.evidence.Wire;
import java.util.function.Function;

/** Says of each step at Google that this version cannot make it: the road ends with its token. */
final class NoGoogleSteps {
  static final Function<Wire, GoogleSteps> ON_THE_WIRE =
      _ ->
          (_, step, _) ->
              Outcome.broken(
                  Kind.UNSUPPORTED,
                  "%s is not made by this version".formatted(step.operation().text()));

  private NoGoogleSteps() {}
}
