package dev.crosstrust.trust.google.cel;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.navigation.CelNavigableExpr;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What an expression uses that Google may not have: functions of common extensions of CEL that its
 * pages do not name, and times made of numbers, which were seen to be refused.
 */
public final class Undocumented {
  private static final Set<String> FUNCTIONS =
      Set.of(
          "charAt",
          "indexOf",
          "lastIndexOf",
          "lowerAscii",
          "quote",
          "replace",
          "reverse",
          "strings.quote",
          "substring",
          "trim",
          "upperAscii");

  private Undocumented() {}

  /** Their names, each once. */
  public static List<String> in(Expression expression) {
    return CelNavigableAst.fromAst(expression.tree())
        .getRoot()
        .allNodes()
        .map(CelNavigableExpr::expr)
        .filter(node -> node.getKind() == Kind.CALL)
        .flatMap(call -> named(expression, call.call()).stream())
        .distinct()
        .toList();
  }

  /** Whether a function that is only supposed occurs. */
  static boolean supposed(CelAbstractSyntaxTree tree) {
    return CelNavigableAst.fromAst(tree)
        .getRoot()
        .allNodes()
        .map(CelNavigableExpr::expr)
        .anyMatch(
            node -> node.getKind() == Kind.CALL && FUNCTIONS.contains(node.call().function()));
  }

  private static Optional<String> named(Expression expression, CelExpr.CelCall call) {
    if (FUNCTIONS.contains(call.function())) {
      return Optional.of(call.function() + "()");
    }
    if (call.function().equals("split") && call.args().size() > 1) {
      return Optional.of("split() with a limit");
    }
    boolean ofNumber =
        call.function().equals("timestamp") && isNumber(expression, call.args().getFirst());
    return ofNumber ? Optional.of("timestamp() of a number") : Optional.empty();
  }

  private static boolean isNumber(Expression expression, CelExpr argument) {
    CelType type = expression.tree().getType(argument.id()).orElse(SimpleType.DYN);
    return type.equals(SimpleType.INT) || type.equals(SimpleType.DOUBLE);
  }
}
