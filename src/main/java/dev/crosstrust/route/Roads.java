package dev.crosstrust.route;

import dev.crosstrust.evidence.Origins;
import dev.crosstrust.evidence.Recorder;
import dev.crosstrust.identity.Machine;
import java.time.InstantSource;
import java.util.Optional;

/** Opens the road of one run, either way; its legs go to the recorder. The caller closes it. */
@FunctionalInterface
public interface Roads {
  GoogleToAwsStages toAws(Recorder recorder);

  /** Empty where the road to Google is not walked. */
  default Optional<AwsToGoogleStages> toGoogle(Recorder recorder) {
    return Optional.empty();
  }

  /** Over the wire, with the identities and settings of one machine. */
  static Roads of(Machine machine, Origins origins, InstantSource clock) {
    return new Roads() {
      @Override
      public GoogleToAwsStages toAws(Recorder recorder) {
        return new GoogleToAwsRoad(machine, origins, recorder, clock);
      }

      @Override
      public Optional<AwsToGoogleStages> toGoogle(Recorder recorder) {
        return Optional.of(
            new AwsToGoogleRoad(machine, origins, recorder, clock, NoGoogleSteps.ON_THE_WIRE));
      }
    };
  }
}
