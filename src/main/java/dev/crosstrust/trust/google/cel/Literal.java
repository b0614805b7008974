package dev.crosstrust.trust.google.cel;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import java.util.Optional;

/**
 * A constant text where it is written.
 *
 * @param from where its first quote is
 * @param to after its last
 */
record Literal(String value, int from, int to, char quote) {

  static boolean isText(CelExpr part) {
    return part.getKind() == Kind.CONSTANT
        && part.constant().getKind() == CelConstant.Kind.STRING_VALUE;
  }

  /** Empty for one that is not written plainly: with escapes, or raw. */
  static Optional<Literal> of(CelAbstractSyntaxTree tree, CelExpr part) {
    String source = tree.getSource().getContent().toString();
    return isText(part)
        ? place(tree, part).flatMap(from -> at(source, from, part.constant().stringValue()))
        : Optional.empty();
  }

  /** Where a part is written, in characters of Java. */
  static Optional<Integer> place(CelAbstractSyntaxTree tree, CelExpr part) {
    String source = tree.getSource().getContent().toString();
    return Optional.ofNullable(tree.getSource().getPositionsMap().get(part.id()))
        .filter(place -> place >= 0 && place < source.codePointCount(0, source.length()))
        .map(place -> source.offsetByCodePoints(0, place));
  }

  private static Optional<Literal> at(String source, int from, String value) {
    char quote = source.charAt(from);
    int to = from + value.length() + 2;
    boolean plain =
        (quote == '\'' || quote == '"')
            && to <= source.length()
            && source.substring(from, to).equals(quote + value + quote);
    return plain ? Optional.of(new Literal(value, from, to, quote)) : Optional.empty();
  }

  /** Another text, written the same way; empty where it would need escapes. */
  Optional<String> written(String other) {
    return other.indexOf(quote) < 0 && other.indexOf('\\') < 0 && other.indexOf('\n') < 0
        ? Optional.of(quote + other + quote)
        : Optional.empty();
  }
}
