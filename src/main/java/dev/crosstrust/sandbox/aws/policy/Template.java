package dev.crosstrust.sandbox.aws.policy;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A text of a policy that may hold variables, {@code ${aws:username}} or {@code ${key, 'default'}},
 * and the escapes {@code ${*}}, {@code ${?}} and {@code ${$}}. Only documents of version 2012-10-17
 * know them.
 *
 * @param variables whether variables are known
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html">
 *     Variables and tags</a>
 */
record Template(String text, boolean variables) {
  private static final Pattern VARIABLE =
      Pattern.compile("\\$\\{\\s*([^,{}]*?)\\s*(?:,\\s*'([^']*)'\\s*)?}");
  private static final List<String> ESCAPES = List.of("*", "?", "$");

  /**
   * Puts the values in. What a variable yields never acts as a wildcard.
   *
   * @return empty when a variable has no single value and no default: such a text matches nothing
   */
  Optional<Glob> resolve(RequestContext context) {
    if (!variables || !text.contains("${")) {
      return Optional.of(Glob.plain(text));
    }
    StringBuilder resolved = new StringBuilder();
    BitSet literal = new BitSet();
    int end = 0;
    for (MatchResult variable : VARIABLE.matcher(text).results().toList()) {
      resolved.append(text, end, variable.start());
      Optional<String> value = value(variable.group(1), variable.group(2), context);
      if (value.isEmpty()) {
        return Optional.empty();
      }
      literal.set(resolved.length(), resolved.length() + value.get().length());
      resolved.append(value.get());
      end = variable.end();
    }
    resolved.append(text, end, text.length());
    return Optional.of(new Glob(resolved.toString(), literal));
  }

  private static Optional<String> value(
      String key, @Nullable String fallback, RequestContext context) {
    if (ESCAPES.contains(key)) {
      return Optional.of(key);
    }
    // A default replaces an absent key, not one with several values.
    return context.find(key).isPresent() ? context.single(key) : Optional.ofNullable(fallback);
  }
}
