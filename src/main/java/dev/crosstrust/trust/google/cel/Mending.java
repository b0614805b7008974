package dev.crosstrust.trust.google.cel;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.Operator;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.crosstrust.trust.google.cel.NearMiss.Meant;
import dev.crosstrust.trust.google.cel.NearMiss.Test;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Puts a condition right where a text in it was almost what the token says; all else stays as it is
 * written.
 */
public final class Mending {
  private static final Map<String, Test> TESTS =
      Map.of(
          Operator.EQUALS.getFunction(),
          Test.EQUALS,
          "startsWith",
          Test.STARTS_WITH,
          "endsWith",
          Test.ENDS_WITH,
          "contains",
          Test.CONTAINS);

  private final Expression condition;
  private final CelAbstractSyntaxTree tree;
  private final Variables variables;
  private final NearMiss near;

  /**
   * A condition that is true.
   *
   * @param changes each in words
   * @param same whether all its texts name whom they named before
   */
  public record Mended(Expression condition, String text, List<String> changes, boolean same) {}

  private record Edit(int from, int to, String text, String words, boolean same) {}

  private Mending(Expression condition, Variables variables, NearMiss near) {
    this.condition = condition;
    this.tree = condition.tree();
    this.variables = variables;
    this.near = near;
  }

  /** Empty where it is not a matter of some text that was nearly right. */
  public static Optional<Mended> of(Expression condition, Variables variables, NearMiss near) {
    Mending mending = new Mending(condition, variables, near);
    return mending.edits(mending.tree.getExpr(), true).flatMap(mending::made);
  }

  private Optional<Mended> made(List<Edit> edits) {
    String text = tree.getSource().getContent().toString();
    List<Edit> backwards =
        edits.stream().sorted(Comparator.comparingInt(Edit::from).reversed()).toList();
    for (Edit edit : backwards) {
      text = text.substring(0, edit.from()) + edit.text() + text.substring(edit.to());
    }
    List<String> words = edits.stream().map(Edit::words).distinct().toList();
    try {
      Expression after = Expression.of(Dialect.CONDITION, text);
      return after.evaluate(variables).is(true)
          ? Optional.of(new Mended(after, text, words, edits.stream().allMatch(Edit::same)))
          : Optional.empty();
    } catch (InvalidExpression e) {
      return Optional.empty();
    }
  }

  /** What makes a part as wanted; empty where nothing near does. */
  private Optional<List<Edit>> edits(CelExpr part, boolean wanted) {
    if (condition.evaluate(part, variables).is(wanted)) {
      return Optional.of(List.of());
    }
    if (part.getKind() != Kind.CALL) {
      return Optional.empty();
    }
    List<CelExpr> operands = part.call().args();
    return switch (Operator.findReverse(part.call().function()).orElse(Operator.ADD)) {
      case LOGICAL_NOT -> edits(operands.getFirst(), !wanted);
      case LOGICAL_AND -> wanted ? all(operands, true) : any(operands, false);
      case LOGICAL_OR -> wanted ? any(operands, true) : all(operands, false);
      case CONDITIONAL -> {
        Answer chosen = condition.evaluate(operands.getFirst(), variables);
        yield chosen instanceof Answer.Value
            ? edits(operands.get(chosen.is(true) ? 1 : 2), wanted)
            : Optional.empty();
      }
      case IN -> wanted ? element(operands) : Optional.empty();
      default -> wanted ? test(part) : Optional.empty();
    };
  }

  private Optional<List<Edit>> all(List<CelExpr> operands, boolean wanted) {
    List<Edit> all = new ArrayList<>();
    for (CelExpr operand : operands) {
      Optional<List<Edit>> edits = edits(operand, wanted);
      if (edits.isEmpty()) {
        return Optional.empty();
      }
      all.addAll(edits.get());
    }
    return Optional.of(all);
  }

  private Optional<List<Edit>> any(List<CelExpr> operands, boolean wanted) {
    return operands.stream().flatMap(it -> edits(it, wanted).stream()).findFirst();
  }

  private Optional<List<Edit>> test(CelExpr part) {
    Test test = TESTS.get(part.call().function());
    List<CelExpr> sides =
        Stream.concat(part.call().target().stream(), part.call().args().stream()).toList();
    if (test == null || sides.size() != 2) {
      return Optional.empty();
    }
    boolean turned = test == Test.EQUALS && Literal.isText(sides.getFirst());
    CelExpr literal = sides.get(turned ? 0 : 1);
    CelExpr other = sides.get(turned ? 1 : 0);
    return has(other)
        .flatMap(has -> edit(test, literal, has, turned || !isMember(other) ? null : part))
        .map(List::of);
  }

  /** One of a list: the first that is near. */
  private Optional<List<Edit>> element(List<CelExpr> operands) {
    CelExpr list = operands.get(1);
    return list.getKind() != Kind.LIST
        ? Optional.empty()
        : has(operands.getFirst())
            .flatMap(
                has ->
                    list.list().elements().stream()
                        .flatMap(each -> edit(Test.EQUALS, each, has, null).stream())
                        .findFirst())
            .map(List::of);
  }

  private Optional<String> has(CelExpr part) {
    return condition.evaluate(part, variables) instanceof Answer.Value(String text)
        ? Optional.of(text)
        : Optional.empty();
  }

  private static boolean isMember(CelExpr part) {
    return part.getKind() == Kind.SELECT || part.getKind() == Kind.IDENT;
  }

  /**
   * The text in the place of another.
   *
   * @param comparison that may become one of the beginning; null where it may not
   */
  private Optional<Edit> edit(
      Test test, CelExpr constant, String has, @Nullable CelExpr comparison) {
    return Literal.of(tree, constant)
        .flatMap(
            literal ->
                near.of(test, literal.value(), has)
                    .flatMap(
                        meant ->
                            meant.prefix()
                                ? beginning(literal, meant, comparison)
                                : inPlace(literal, meant)));
  }

  private static Optional<Edit> inPlace(Literal literal, Meant meant) {
    return literal
        .written(meant.text())
        .map(
            text ->
                new Edit(
                    literal.from(),
                    literal.to(),
                    text,
                    "%s becomes %s".formatted(literal.value(), meant.text()),
                    meant.same()));
  }

  private Optional<Edit> beginning(Literal literal, Meant meant, @Nullable CelExpr comparison) {
    String source = tree.getSource().getContent().toString();
    return Optional.ofNullable(comparison)
        .flatMap(it -> Literal.place(tree, it))
        .filter(place -> source.substring(place, literal.from()).matches("==\\s*"))
        .flatMap(
            place ->
                literal
                    .written(meant.text())
                    .map(
                        text ->
                            new Edit(
                                source.substring(0, place).stripTrailing().length(),
                                literal.to(),
                                ".startsWith(%s)".formatted(text),
                                "%s becomes all that begins with %s"
                                    .formatted(literal.value(), meant.text()),
                                meant.same())));
  }
}
