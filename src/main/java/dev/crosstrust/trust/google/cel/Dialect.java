package dev.crosstrust.trust.google.cel;

import dev.cel.bundle.Cel;
import dev.cel.bundle.CelBuilder;
import dev.cel.bundle.CelFactory;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOptions;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.SimpleType;
import dev.cel.extensions.CelExtensions;
import dev.cel.extensions.CelStringExtensions.Function;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelFunctionBinding;
import java.util.List;

/**
 * What an expression may use. Building it takes a tenth of a second, so it is built once; it never
 * changes and may be used by many threads.
 *
 * <p>More functions are understood than Google documents, so that an expression with one of them
 * can be explained instead of refused: {@link Undocumented} names them, and nothing evaluates them.
 *
 * @see <a href="https://cloud.google.com/iam/docs/workload-identity-federation#mapping">Attribute
 *     mappings</a>
 */
public enum Dialect {
  /** Of a mapping, which sees the token's claims alone. */
  MAPPING(List.of("assertion")),
  /** Of a condition, which sees what the mapping made of them too. */
  CONDITION(List.of("assertion", "google", "attribute")),
  /** Of a grant's condition, which sees what is asked for, when, and of what. */
  GRANT(List.of("request", "resource", "api", "destination"));

  /** Of a mapping's expression, in characters. */
  public static final int LONGEST_MAPPING = 2048;

  /** Of a condition, in characters. */
  public static final int LONGEST_CONDITION = 4096;

  private static final String EXTRACT = "extract";

  private final Cel cel;

  Dialect(List<String> variables) {
    CelBuilder builder =
        CelFactory.plannerCelBuilder()
            .setOptions(
                CelOptions.current()
                    .enableHeterogeneousNumericComparisons(true)
                    .enableUnknownTracking(true)
                    .populateMacroCalls(true)
                    .comprehensionMaxIterations(2_000)
                    .build())
            .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
            .addCompilerLibraries(CelExtensions.strings())
            .addRuntimeLibraries(CelExtensions.strings(Function.SPLIT, Function.JOIN))
            .addFunctionDeclarations(
                CelFunctionDecl.newFunctionDeclaration(
                    EXTRACT,
                    CelOverloadDecl.newMemberOverload(
                        "string_extract_string",
                        SimpleType.STRING,
                        SimpleType.STRING,
                        SimpleType.STRING)))
            .addFunctionBindings(
                CelFunctionBinding.fromOverloads(
                    EXTRACT,
                    CelFunctionBinding.from(
                        "string_extract_string", String.class, String.class, Extract::from)));
    for (String variable : variables) {
      builder.addVar(variable, GrantFunctions.MEMBERS);
    }
    if (variables.contains("request")) {
      GrantFunctions.addTo(builder);
    }
    this.cel = builder.build();
  }

  Cel cel() {
    return cel;
  }
}
