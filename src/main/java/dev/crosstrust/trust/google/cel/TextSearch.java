package dev.crosstrust.trust.google.cel;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.navigation.CelNavigableExpr;
import dev.cel.parser.CelUnparserFactory;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A test of a part of a text, as {@code assertion.sub.contains('x')} is one.
 *
 * @param text the whole test
 * @param of what it looks into, as {@code assertion.sub}
 * @param function {@code contains}, {@code endsWith}, {@code startsWith} or {@code matches}
 * @param literal what it looks for
 */
public record TextSearch(String text, String of, String function, String literal) {
  private static final Set<String> FUNCTIONS =
      Set.of("contains", "endsWith", "startsWith", "matches");

  /** All in an expression, those in macros aside. */
  public static List<TextSearch> in(Expression expression) {
    return CelNavigableAst.fromAst(expression.tree())
        .getRoot()
        .allNodes()
        .map(CelNavigableExpr::expr)
        .filter(node -> node.getKind() == Kind.CALL)
        .flatMap(node -> of(expression, node).stream())
        .toList();
  }

  private static Optional<TextSearch> of(Expression expression, CelExpr node) {
    CelExpr.CelCall call = node.call();
    if (!FUNCTIONS.contains(call.function()) || call.args().isEmpty()) {
      return Optional.empty();
    }
    CelExpr argument = call.args().getLast();
    CelExpr of = call.target().orElse(call.args().getFirst());
    return argument.getKind() == Kind.CONSTANT
            && argument.constant().getKind() == CelConstant.Kind.STRING_VALUE
        ? Optional.of(
            new TextSearch(
                written(expression, node),
                written(expression, of),
                call.function(),
                argument.constant().stringValue()))
        : Optional.empty();
  }

  private static String written(Expression expression, CelExpr part) {
    return CelUnparserFactory.newUnparser()
        .unparse(CelAbstractSyntaxTree.newParsedAst(part, expression.tree().getSource()));
  }

  public boolean isPrefix() {
    return function.equals("startsWith");
  }

  /** Whether what it looks for ends with a delimiter, so that no name goes on after it. */
  public boolean closed() {
    return literal.endsWith("/") || literal.endsWith(":");
  }
}
