package dev.crosstrust.trust.google.cel;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelErrorCode;
import dev.cel.common.CelIssue;
import dev.cel.common.CelValidationException;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.navigation.CelNavigableExpr;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelUnknownSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A mapping's expression or a condition that is well formed. Immutable. */
public final class Expression {
  private final Dialect dialect;
  private final CelAbstractSyntaxTree tree;

  /** Null where it is not evaluated: what it gives, or how much, cannot be told from its text. */
  private final CelRuntime.@Nullable Program program;

  /** Whether a failure may be one of what is known here. */
  private final boolean partial;

  private Expression(
      Dialect dialect, CelAbstractSyntaxTree tree, CelRuntime.@Nullable Program program) {
    this.dialect = dialect;
    this.tree = tree;
    this.program = program;
    this.partial = dialect == Dialect.GRANT && GrantFunctions.areIn(tree);
  }

  /**
   * Reads one.
   *
   * @throws InvalidExpression with the first thing that is wrong and its place
   */
  public static Expression of(Dialect dialect, String text) throws InvalidExpression {
    try {
      return of(dialect, dialect.cel().compile(text).getAst());
    } catch (CelValidationException e) {
      CelIssue first = e.getErrors().getFirst();
      throw new InvalidExpression(
          first.getMessage().strip(),
          first.getSourceLocation().getLine(),
          first.getSourceLocation().getColumn() + 1);
    } catch (CelEvaluationException e) {
      throw new InvalidExpression(String.valueOf(e.getMessage()), 1, 1);
    }
  }

  private static Expression of(Dialect dialect, CelAbstractSyntaxTree tree)
      throws CelEvaluationException {
    boolean evaluated = !Undocumented.supposed(tree) && Work.bounded(tree);
    return new Expression(
        dialect, tree, evaluated ? dialect.cel().createProgram(Members.selected(tree)) : null);
  }

  /** A text as a constant in CEL. */
  public static String text(String value) {
    return Shown.of(value);
  }

  /** A part of it, as an expression of its own. */
  Answer evaluate(CelExpr part, Variables variables) {
    CelAbstractSyntaxTree alone =
        CelAbstractSyntaxTree.newCheckedAst(
            part, tree.getSource(), tree.getReferenceMap(), tree.getTypeMap());
    try {
      return of(dialect, alone).evaluate(variables);
    } catch (CelEvaluationException e) {
      return new Answer.Failed(String.valueOf(e.getMessage()));
    }
  }

  /** What it gives, whichever way Google reads numbers. */
  public Answer evaluate(Variables variables) {
    Answer first = evaluate(variables, Claims.DOUBLES);
    return first instanceof Answer.Open
        ? first
        : first.agreeing(evaluate(variables, Claims.INTEGERS));
  }

  private Answer evaluate(Variables variables, Claims numbers) {
    if (program == null) {
      return new Answer.Open();
    }
    try {
      Object value = program.eval(variables.reading(numbers));
      return value instanceof CelUnknownSet ? new Answer.Open() : new Answer.Value(value);
    } catch (CelEvaluationException e) {
      return partial || e.getErrorCode() == CelErrorCode.ITERATION_BUDGET_EXCEEDED
          ? new Answer.Open()
          : new Answer.Failed(said(e));
    }
  }

  /** Without the evaluator's words around it. */
  private static String said(CelEvaluationException e) {
    return String.valueOf(e.getMessage())
        .replaceFirst("^evaluation error(?: at \\S*)?:? ", "")
        .replaceFirst("key '(.*)' is not present in map", "there is no `$1`")
        .strip();
  }

  /** Whether it can be true or false. */
  public boolean mayBeBoolean() {
    CelType type = tree.getResultType();
    return type.equals(SimpleType.BOOL) || type.equals(SimpleType.DYN);
  }

  /** Whether it goes through a list, which is the costly part of evaluating one. */
  public boolean loops() {
    return Work.loops(tree);
  }

  /** The texts that it has. */
  public List<String> texts() {
    return CelNavigableAst.fromAst(tree)
        .getRoot()
        .allNodes()
        .map(CelNavigableExpr::expr)
        .filter(node -> node.getKind() == CelExpr.ExprKind.Kind.CONSTANT)
        .map(CelExpr::constant)
        .filter(constant -> constant.getKind() == CelConstant.Kind.STRING_VALUE)
        .map(CelConstant::stringValue)
        .toList();
  }

  CelAbstractSyntaxTree tree() {
    return tree;
  }
}
