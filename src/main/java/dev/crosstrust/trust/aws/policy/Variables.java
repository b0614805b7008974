package dev.crosstrust.trust.aws.policy;

import dev.crosstrust.trust.aws.policy.KeyValue.Absent;
import dev.crosstrust.trust.aws.policy.KeyValue.Known;
import dev.crosstrust.trust.aws.policy.KeyValue.Perhaps;
import dev.crosstrust.trust.aws.policy.KeyValue.Unknown;
import java.util.BitSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Values of a policy with the request's own put in: <code>${key}</code>, <code>${key, 'default'}
 * </code>, and <code>${*}</code>, <code>${?}</code>, <code>${$}</code> for these characters
 * themselves. What is put in stands for itself.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html">Policy
 *     variables</a>
 */
final class Variables {
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^{}]*)}");

  private final RequestKeys keys;

  Variables(RequestKeys keys) {
    this.keys = keys;
  }

  /** What a value became. */
  sealed interface Filled {
    /** All is put in. */
    record Whole(Wildcards pattern) implements Filled {}

    /** A key is not there, so that the value is like no other. */
    record Unresolved() implements Filled {}

    /** A key is not known. */
    record Open() implements Filled {}
  }

  Filled fill(String value) {
    StringBuilder text = new StringBuilder();
    BitSet wild = new BitSet();
    Matcher matcher = VARIABLE.matcher(value);
    int from = 0;
    boolean open = false;
    while (matcher.find()) {
      written(value.substring(from, matcher.start()), text, wild);
      from = matcher.end();
      switch (one(matcher.group(1))) {
        case Known known when !known.list() -> text.append(known.values().getFirst());
        case Known _, Absent _ -> {
          return new Filled.Unresolved();
        }
        case Unknown _, Perhaps _ -> open = true;
      }
    }
    written(value.substring(from), text, wild);
    return open ? new Filled.Open() : new Filled.Whole(new Wildcards(text.toString(), wild));
  }

  private static void written(String part, StringBuilder text, BitSet wild) {
    for (int i = 0; i < part.length(); i++) {
      wild.set(text.length(), Wildcards.isWild(part.charAt(i)));
      text.append(part.charAt(i));
    }
  }

  private KeyValue one(String inside) {
    if (inside.length() == 1 && "*?$".contains(inside)) {
      return KeyValue.of(inside);
    }
    int comma = inside.indexOf(',');
    @Nullable String fallback = comma < 0 ? null : quoted(inside.substring(comma + 1).strip());
    String key = (fallback == null ? inside : inside.substring(0, comma)).strip();
    KeyValue value = keys.get(key);
    return value instanceof Absent && fallback != null ? KeyValue.of(fallback) : value;
  }

  /** What stands between single quotes; null where it is not so. */
  private static @Nullable String quoted(String text) {
    boolean quoted =
        text.length() > 1 && text.startsWith("'") && text.indexOf('\'', 1) == text.length() - 1;
    return quoted ? text.substring(1, text.length() - 1) : null;
  }
}
