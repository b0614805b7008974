package dev.crosstrust.trust.google.cel;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.Operator;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.navigation.CelNavigableExpr;
import java.util.List;
import java.util.stream.Stream;

/**
 * How much an expression may cost, told from its text: providers are foreign, and a short one can
 * ask for texts of any length.
 */
final class Work {
  /** How many times as long as what it began with a text may become. */
  private static final long MOST_GROWTH = 1024;

  /** Of a separator that is no constant. */
  private static final int SEPARATOR = 256;

  private static final String JOIN = "join";

  private Work() {}

  /** Whether it goes through a list. */
  static boolean loops(CelAbstractSyntaxTree tree) {
    return CelNavigableAst.fromAst(tree)
        .getRoot()
        .allNodes()
        .anyMatch(node -> node.getKind() == Kind.COMPREHENSION);
  }

  /** Whether texts stay in proportion: each loop and each join() may make them longer. */
  static boolean bounded(CelAbstractSyntaxTree tree) {
    long growth = 1;
    List<CelExpr> nodes =
        CelNavigableAst.fromAst(tree).getRoot().allNodes().map(CelNavigableExpr::expr).toList();
    for (CelExpr node : nodes) {
      growth *= factor(node);
      if (growth > MOST_GROWTH) {
        return false;
      }
    }
    return true;
  }

  private static long factor(CelExpr node) {
    return switch (node.getKind()) {
      case COMPREHENSION ->
          1 + calls(node.comprehension().loopStep()).filter(Work::concatenates).count();
      case CALL -> node.call().function().equals(JOIN) ? joined(node.call()) : 1;
      default -> 1;
    };
  }

  private static Stream<CelExpr.CelCall> calls(CelExpr part) {
    return CelNavigableExpr.fromExpr(part)
        .allNodes()
        .filter(node -> node.getKind() == Kind.CALL)
        .map(node -> node.expr().call());
  }

  private static boolean concatenates(CelExpr.CelCall call) {
    return call.function().equals(Operator.ADD.getFunction()) || call.function().equals(JOIN);
  }

  private static long joined(CelExpr.CelCall join) {
    if (join.args().isEmpty()) {
      return 1;
    }
    CelExpr separator = join.args().getLast();
    boolean known =
        separator.getKind() == Kind.CONSTANT
            && separator.constant().getKind() == CelConstant.Kind.STRING_VALUE;
    return 1L + (known ? separator.constant().stringValue().length() : SEPARATOR);
  }
}
