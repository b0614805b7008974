package dev.crosstrust.ui.routes.check;

import dev.crosstrust.token.signature.SignatureCheck;
import dev.crosstrust.trust.Match;
import dev.crosstrust.trust.Verdict;
import dev.crosstrust.ui.kit.Badge.Tone;
import dev.crosstrust.ui.routes.check.Beside.Answer;

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

  /** What was answered, and whether our check says the same. */
  static Mark of(Verdict verdict, Answer answer) {
    String ours =
        switch (verdict) {
          case ADMITTED -> answer == Answer.ADMITTED ? "agrees" : "would admit";
          case REFUSED -> answer == Answer.REFUSED ? "agrees" : "would refuse";
          case UNDECIDED -> "cannot tell";
        };
    return switch (answer) {
      case NONE -> of(verdict);
      case ADMITTED ->
          new Mark("admitted · our check " + ours, ours.equals("agrees") ? Tone.GOOD : Tone.UNSURE);
      case REFUSED -> new Mark("refused · our check " + ours, Tone.BAD);
    };
  }

  boolean bad() {
    return tone == Tone.BAD;
  }
}
