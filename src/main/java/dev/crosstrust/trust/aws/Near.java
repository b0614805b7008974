package dev.crosstrust.trust.aws;

import dev.crosstrust.trust.Slashes;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** In what little a value differs from the one that is wanted. */
final class Near {
  private static final Pattern ID = Pattern.compile("\\d{15,22}");
  private static final Pattern SCIENTIFIC = Pattern.compile("\\d(?:\\.\\d+)?[eE]\\+?\\d{2}");

  /** Digits that survive where a number is kept as a double. */
  private static final MathContext DOUBLE = new MathContext(15);

  /** Values shorter than this are others, not misspelt. */
  private static final int LONG_ENOUGH = 10;

  private Near() {}

  /** Whether an id became a number on its way into the policy. */
  static boolean isMangled(String want, String has) {
    if (!ID.matcher(has).matches() || want.equals(has)) {
      return false;
    }
    boolean number = SCIENTIFIC.matcher(want).matches() || ID.matcher(want).matches();
    int digits = SCIENTIFIC.matcher(want).matches() ? significant(want) : DOUBLE.getPrecision();
    MathContext precision = new MathContext(Math.min(digits, DOUBLE.getPrecision()));
    return number
        && (SCIENTIFIC.matcher(want).matches() || want.endsWith("000"))
        && new BigDecimal(want).round(precision).compareTo(new BigDecimal(has).round(precision))
            == 0;
  }

  private static int significant(String scientific) {
    return scientific.split("[eE]", 2)[0].replace(".", "").length();
  }

  /** The only part that differs, in words; empty when there is more, or no such part. */
  static Optional<String> difference(String want, String has) {
    if (isSpaced(want, has)) {
      return Optional.of("white space around it");
    }
    if (isBare(want, has)) {
      return Optional.of("the scheme, or the slash at the end");
    }
    String segment = segment(want.split("[:/]", -1), has.split("[:/]", -1), 3);
    if (segment == null && want.contains("@")) {
      segment = segment(want.split("@", -1), has.split("@", -1), 2);
    }
    if (segment != null) {
      return Optional.of(segment);
    }
    return want.length() >= LONG_ENOUGH && want.length() == has.length()
        ? character(want, has)
        : Optional.empty();
  }

  /** Whether only white space around them differs. */
  static boolean isSpaced(String want, String has) {
    return want.strip().equals(has.strip());
  }

  /** Whether they are the same but for white space, the scheme, and slashes at the end. */
  static boolean isBare(String want, String has) {
    return bare(want.strip()).equals(bare(has.strip()));
  }

  private static String bare(String text) {
    return Slashes.trimmed(text.replaceFirst("^https?://", ""));
  }

  private static @Nullable String segment(String[] want, String[] has, int least) {
    if (want.length != has.length || want.length < least) {
      return null;
    }
    String found = null;
    for (int i = 0; i < want.length; i++) {
      if (!want[i].equals(has[i])) {
        if (found != null) {
          return null;
        }
        found = "part %d, %s instead of %s".formatted(i + 1, shown(has[i]), shown(want[i]));
      }
    }
    return found;
  }

  private static Optional<String> character(String want, String has) {
    List<Integer> differing =
        IntStream.range(0, want.length())
            .filter(i -> want.charAt(i) != has.charAt(i))
            .boxed()
            .toList();
    return differing.size() == 1
        ? Optional.of("character %d".formatted(differing.getFirst() + 1))
        : Optional.empty();
  }

  private static String shown(String text) {
    return text.isEmpty() ? "nothing" : text;
  }
}
