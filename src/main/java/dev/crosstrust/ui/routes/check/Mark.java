package dev.crosstrust.ui.routes.check;

import dev.crosstrust.token.signature.SignatureCheck;
import dev.crosstrust.trust.Match;
import dev.crosstrust.trust.Verdict;
import dev.crosstrust.ui.kit.Badge.Tone;

/**
 * What came of a comparison, in a word.
 *
 * @param tone repeats the word
 */
record Mark(String word, Tone tone) {
  static Mark of(Match match) {
    return switch (match) {
      case MATCH -> new Mark("match", Tone.GOOD);
      case MISMATCH -> new Mark("no match", Tone.BAD);
      case ABSENT -> new Mark("absent", Tone.BAD);
      case UNKNOWN -> new Mark("unknown", Tone.UNSURE);
      case UNCHECKED -> new Mark("unchecked", Tone.UNSURE);
    };
  }

  static Mark of(SignatureCheck signature) {
    return switch (signature.status()) {
      case VALID -> new Mark("valid", Tone.GOOD);
      case INVALID -> new Mark("invalid", Tone.BAD);
      case UNCHECKED -> new Mark("unchecked", Tone.UNSURE);
    };
  }

  static Mark of(Verdict verdict) {
    return switch (verdict) {
      case ADMITTED -> new Mark("would be admitted", Tone.GOOD);
      case REFUSED -> new Mark("would be refused", Tone.BAD);
      case UNDECIDED -> new Mark("cannot be told", Tone.UNSURE);
    };
  }

  boolean bad() {
    return tone == Tone.BAD;
  }
}
