package dev.crosstrust.trust.google.cel;

import static dev.cel.common.types.SimpleType.BOOL;
import static dev.cel.common.types.SimpleType.DYN;
import static dev.cel.common.types.SimpleType.STRING;

import dev.cel.bundle.CelBuilder;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelFunctionBinding;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * What conditions of grants have besides. All but {@code date} ask for what is not known here: they
 * are understood, and leave open what depends on them.
 *
 * @see <a href="https://cloud.google.com/iam/docs/conditions-attribute-reference">Attribute
 *     reference for IAM Conditions</a>
 */
final class GrantFunctions {
  static final CelType MEMBERS = MapType.create(STRING, DYN);
  private static final String DATE = "date";
  private static final String DATE_OF_TEXT = "date_string";

  /** Functions of what is asked for: what they give, and of what. */
  private static final Map<String, List<CelType>> OPEN =
      Map.of(
          "getAttribute", List.of(DYN, MEMBERS, STRING, DYN),
          "hasOnly", List.of(BOOL, DYN, ListType.create(DYN)),
          "matchTag", List.of(BOOL, MEMBERS, STRING, STRING),
          "matchTagId", List.of(BOOL, MEMBERS, STRING, STRING),
          "hasTagKey", List.of(BOOL, MEMBERS, STRING),
          "hasTagKeyId", List.of(BOOL, MEMBERS, STRING));

  private GrantFunctions() {}

  static void addTo(CelBuilder builder) {
    builder.addFunctionDeclarations(
        CelFunctionDecl.newFunctionDeclaration(
            DATE, CelOverloadDecl.newGlobalOverload(DATE_OF_TEXT, SimpleType.TIMESTAMP, STRING)));
    builder.addFunctionBindings(
        CelFunctionBinding.fromOverloads(
            DATE,
            CelFunctionBinding.from(
                DATE_OF_TEXT,
                String.class,
                day -> LocalDate.parse(day).atStartOfDay(ZoneOffset.UTC).toInstant())));
    OPEN.forEach((name, types) -> addOpen(builder, name, types));
  }

  private static void addOpen(CelBuilder builder, String name, List<CelType> types) {
    List<CelType> operands = types.subList(1, types.size());
    String overload = "open_" + name;
    builder.addFunctionDeclarations(
        CelFunctionDecl.newFunctionDeclaration(
            name, CelOverloadDecl.newMemberOverload(overload, types.getFirst(), operands)));
    builder.addFunctionBindings(
        CelFunctionBinding.fromOverloads(
            name,
            CelFunctionBinding.from(
                overload,
                Collections.nCopies(operands.size(), Object.class),
                _ -> {
                  throw new CelEvaluationException(name + " is not known here");
                })));
  }

  /** Whether what cannot be evaluated may be a matter of one of them. */
  static boolean areIn(CelAbstractSyntaxTree tree) {
    return CelNavigableAst.fromAst(tree)
        .getRoot()
        .allNodes()
        .map(node -> node.expr())
        .anyMatch(node -> node.getKind() == Kind.CALL && OPEN.containsKey(node.call().function()));
  }
}
