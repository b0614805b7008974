package dev.crosstrust.ui.kit;

import dev.crosstrust.finding.Fix.Effect;
import dev.crosstrust.ui.kit.Badge.Tone;

/** What a change does to who may enter. */
final class EffectBadge {
  private EffectBadge() {}

  static Badge of(Effect effect) {
    return switch (effect) {
      case NARROWS -> new Badge("narrows", Tone.GOOD);
      case SAME -> new Badge("same", Tone.NEUTRAL);
      case WIDENS -> new Badge("widens", Tone.UNSURE);
    };
  }
}
