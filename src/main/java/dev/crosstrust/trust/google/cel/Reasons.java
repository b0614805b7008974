package dev.crosstrust.trust.google.cel;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.Operator;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.navigation.CelNavigableExpr;
import dev.cel.parser.CelUnparserFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which parts of a condition keep it from being true, and what they saw. */
public final class Reasons {
  private final Expression condition;
  private final Variables variables;

  private Reasons(Expression condition, Variables variables) {
    this.condition = condition;
    this.variables = variables;
  }

  /** The innermost parts that are not true, each in words; none where the condition is true. */
  public static List<String> against(Expression condition, Variables variables) {
    return new Reasons(condition, variables)
        .why(condition.tree().getExpr(), false)
        .distinct()
        .toList();
  }

  /** A reason as a sentence by itself. */
  public static String sentence(String reason) {
    return reason.endsWith(".") ? reason : reason + ".";
  }

  /** Why a part is not the opposite of this truth. */
  private Stream<String> why(CelExpr part, boolean truth) {
    if (condition.evaluate(part, variables).is(!truth)) {
      return Stream.empty();
    }
    if (part.getKind() != Kind.CALL) {
      return Stream.of(leaf(part));
    }
    List<CelExpr> operands = part.call().args();
    return switch (Operator.findReverse(part.call().function()).orElse(Operator.ADD)) {
      case LOGICAL_NOT -> why(operands.getFirst(), !truth);
      case LOGICAL_AND, LOGICAL_OR -> operands.stream().flatMap(operand -> why(operand, truth));
      case CONDITIONAL -> {
        Answer chosen = condition.evaluate(operands.get(0), variables);
        yield chosen instanceof Answer.Value
            ? why(operands.get(chosen.is(true) ? 1 : 2), truth)
            : Stream.of(leaf(operands.get(0)));
      }
      default -> Stream.of(leaf(part));
    };
  }

  private String leaf(CelExpr part) {
    String text = text(part);
    String saw = String.join(" and ", operands(part).flatMap(it -> saw(it).stream()).toList());
    return switch (condition.evaluate(part, variables)) {
      case Answer.Value(Object value) when saw.isEmpty() ->
          "%s is %s".formatted(text, Shown.of(value));
      case Answer.Value(Object value) -> "%s is %s: %s".formatted(text, Shown.of(value), saw);
      case Answer.Failed(String why) -> "%s cannot be evaluated: %s".formatted(text, why);
      case Answer.Open() -> "%s cannot be told from here".formatted(text);
    };
  }

  /** What a part compares or looks into. */
  private static Stream<CelExpr> operands(CelExpr part) {
    return switch (part.getKind()) {
      case CALL -> {
        List<CelExpr> all = new ArrayList<>();
        part.call().target().ifPresent(all::add);
        all.addAll(part.call().args());
        yield all.stream();
      }
      case COMPREHENSION -> Stream.of(part.comprehension().iterRange());
      default -> Stream.empty();
    };
  }

  private Optional<String> saw(CelExpr operand) {
    boolean varies =
        CelNavigableExpr.fromExpr(operand)
            .allNodes()
            .anyMatch(node -> node.expr().getKind() == Kind.IDENT);
    return varies && condition.evaluate(operand, variables) instanceof Answer.Value(Object value)
        ? Optional.of("%s is %s".formatted(text(operand), Shown.of(value)))
        : Optional.empty();
  }

  private String text(CelExpr part) {
    return CelUnparserFactory.newUnparser()
        .unparse(CelAbstractSyntaxTree.newParsedAst(part, condition.tree().getSource()));
  }
}
