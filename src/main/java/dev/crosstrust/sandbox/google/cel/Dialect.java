package dev.crosstrust.sandbox.google.cel;

import dev.cel.bundle.Cel;
import dev.cel.bundle.CelBuilder;
import dev.cel.bundle.CelFactory;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOptions;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.CelType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.extensions.CelExtensions;
import dev.cel.extensions.CelStringExtensions;
import dev.cel.extensions.CelStringExtensions.Function;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelFunctionBinding;
import java.util.List;
import java.util.Map;

/**
 * The language with the variables of one use: standard CEL, and of what Google adds {@code
 * extract}, {@code split}, {@code join} and {@code api.getAttribute}. Numbers of different types
 * may be compared, for JSON has only one. Safe for many threads.
 *
 * @see <a href="https://cloud.google.com/iam/docs/conditions-attribute-reference">Attribute
 *     reference for IAM Conditions</a>
 */
public final class Dialect {
  private final Cel cel;

  /** The dialect in which these variables exist, by name. */
  public Dialect(Map<String, CelType> variables) {
    CelStringExtensions strings = CelExtensions.strings(Function.SPLIT, Function.JOIN);
    CelBuilder builder =
        CelFactory.plannerCelBuilder()
            .setOptions(CelOptions.current().enableHeterogeneousNumericComparisons(true).build())
            .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
            .addCompilerLibraries(strings)
            .addRuntimeLibraries(strings)
            .addFunctionDeclarations(
                CelFunctionDecl.newFunctionDeclaration(
                    "extract",
                    CelOverloadDecl.newMemberOverload(
                        "string_extract_string",
                        SimpleType.STRING,
                        SimpleType.STRING,
                        SimpleType.STRING)),
                CelFunctionDecl.newFunctionDeclaration(
                    "getAttribute",
                    CelOverloadDecl.newMemberOverload(
                        "api_get_attribute",
                        SimpleType.STRING,
                        MapType.create(SimpleType.STRING, SimpleType.DYN),
                        SimpleType.STRING,
                        SimpleType.STRING)))
            .addFunctionBindings(
                CelFunctionBinding.fromOverloads(
                    "extract",
                    CelFunctionBinding.from(
                        "string_extract_string", String.class, String.class, Extraction::extract)))
            .addFunctionBindings(
                CelFunctionBinding.fromOverloads(
                    "getAttribute",
                    CelFunctionBinding.from(
                        "api_get_attribute",
                        List.of(Map.class, String.class, String.class),
                        Dialect::attribute)));
    variables.forEach(builder::addVar);
    this.cel = builder.build();
  }

  private static Object attribute(Object[] arguments) {
    Object value = ((Map<?, ?>) arguments[0]).get(arguments[1]);
    return value == null ? arguments[2] : value;
  }

  /**
   * Reads an expression.
   *
   * @throws IllegalArgumentException when it does not compile, with the place and the reason
   */
  public Expression compile(String source) {
    try {
      return new Expression(source, cel.createProgram(cel.compile(source).getAst()));
    } catch (CelValidationException | CelEvaluationException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }
}
