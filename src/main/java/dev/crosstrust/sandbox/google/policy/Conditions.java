package dev.crosstrust.sandbox.google.policy;

import dev.cel.bundle.Cel;
import dev.cel.bundle.CelFactory;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelRuntime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * IAM conditions: CEL over {@code resource.name}, {@code resource.type}, {@code resource.service},
 * {@code request.time} and {@code api.getAttribute(name, otherwise)}, with Google's {@code
 * extract}. Safe for many threads.
 *
 * @see <a href="https://cloud.google.com/iam/docs/conditions-attribute-reference">Attribute
 *     reference</a>
 */
final class Conditions {
  private final Map<String, Optional<CelRuntime.Program>> programs = new ConcurrentHashMap<>();

  /** CEL takes a while to come up, and most sandboxes never ask for it before the second call. */
  private static final class Environment {
    private static final MapType ATTRIBUTES = MapType.create(SimpleType.STRING, SimpleType.DYN);
    private static final Cel CEL = create();

    private static Cel create() {
      return CelFactory.plannerCelBuilder()
          .addVar("resource", ATTRIBUTES)
          .addVar("request", ATTRIBUTES)
          .addVar("api", ATTRIBUTES)
          .addFunctionDeclarations(
              CelFunctionDecl.newFunctionDeclaration(
                  "extract",
                  CelOverloadDecl.newMemberOverload(
                      "string_extract", SimpleType.STRING, SimpleType.STRING, SimpleType.STRING)),
              CelFunctionDecl.newFunctionDeclaration(
                  "getAttribute",
                  CelOverloadDecl.newMemberOverload(
                      "api_get_attribute",
                      SimpleType.STRING,
                      ATTRIBUTES,
                      SimpleType.STRING,
                      SimpleType.STRING)))
          .addFunctionBindings(
              CelFunctionBinding.from("string_extract", String.class, String.class, Extract::apply),
              CelFunctionBinding.from(
                  "api_get_attribute",
                  List.of(Map.class, String.class, String.class),
                  Environment::attribute))
          .build();
    }

    private static Object attribute(Object[] arguments) {
      Object value = ((Map<?, ?>) arguments[0]).get(arguments[1]);
      return value == null ? arguments[2] : value;
    }
  }

  /** Whether the expression can be understood. */
  boolean understands(String expression) {
    return program(expression).isPresent();
  }

  /** Whether the condition holds; one that cannot be evaluated does not. */
  boolean hold(String expression, Map<String, ?> variables) {
    Optional<CelRuntime.Program> program = program(expression);
    if (program.isEmpty()) {
      return false;
    }
    try {
      return Boolean.TRUE.equals(program.get().eval(variables));
    } catch (CelEvaluationException undecided) {
      return false;
    }
  }

  private Optional<CelRuntime.Program> program(String expression) {
    return programs.computeIfAbsent(expression, Conditions::compile);
  }

  private static Optional<CelRuntime.Program> compile(String expression) {
    try {
      return Optional.of(
          Environment.CEL.createProgram(Environment.CEL.compile(expression).getAst()));
    } catch (CelValidationException | CelEvaluationException notUnderstood) {
      return Optional.empty();
    }
  }
}
