package dev.crosstrust.ui.kit;

import dev.crosstrust.finding.Fix.Effect;
import dev.crosstrust.ui.kit.Badge.Tone;

/** What a change does to who may enter. */
final class EffectBadge {
  private EffectBadge() {}

  static Badge of(Effect effect) {
    return switch (effect) {
      case NARROWS -> new Badge("admits fewer", Tone.GOOD);
      case SAME -> new Badge("admits no one new", Tone.NEUTRAL);
      case WIDENS -> new Badge("admits more", Tone.UNSURE);
    };
  }
}
