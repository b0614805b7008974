package dev.crosstrust.trust.google.cel;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelMutableAst;
import dev.cel.common.Operator;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.ast.CelMutableExpr;
import dev.cel.common.ast.CelMutableExpr.CelMutableSelect;
import dev.cel.common.ast.CelReference;
import dev.cel.common.navigation.CelNavigableMutableAst;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Members by their names: {@code a['b']} is read as {@code a.b}, for the evaluator keeps track of
 * what is not known through the latter alone.
 */
final class Members {
  private Members() {}

  /** The same expression, with all members selected. */
  static CelAbstractSyntaxTree selected(CelAbstractSyntaxTree tree) {
    CelMutableAst all = CelMutableAst.fromCelAst(tree);
    List<CelMutableExpr> indexed =
        CelNavigableMutableAst.fromAst(all)
            .getRoot()
            .allNodes()
            .map(node -> node.expr())
            .filter(Members::isByName)
            .toList();
    Map<Long, CelReference> references = new HashMap<>(tree.getReferenceMap());
    for (CelMutableExpr member : indexed) {
      List<CelMutableExpr> operands = member.call().args();
      String name = operands.get(1).constant().stringValue();
      member.setSelect(CelMutableSelect.create(operands.getFirst(), name));
      references.remove(member.id());
    }
    return CelAbstractSyntaxTree.newCheckedAst(
        all.toParsedAst().getExpr(), tree.getSource(), references, tree.getTypeMap());
  }

  private static boolean isByName(CelMutableExpr node) {
    if (node.getKind() != Kind.CALL
        || !node.call().function().equals(Operator.INDEX.getFunction())) {
      return false;
    }
    CelMutableExpr name = node.call().args().get(1);
    return name.getKind() == Kind.CONSTANT
        && name.constant().getKind() == CelConstant.Kind.STRING_VALUE;
  }
}
