package dev.crosstrust.trust.google.cel;

import dev.cel.runtime.CelAttribute;
import dev.cel.runtime.CelAttributePattern;
import dev.cel.runtime.PartialVars;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What an expression sees, and what of it is not known. Immutable. */
public final class Variables {
  /** Nothing is there. */
  public static final Variables NONE = new Variables(Map.of(), Map.of(), List.of());

  private final Map<String, Map<String, Object>> doubles;
  private final Map<String, Map<String, Object>> integers;
  private final List<CelAttributePattern> unknown;

  private Variables(
      Map<String, Map<String, Object>> doubles,
      Map<String, Map<String, Object>> integers,
      List<CelAttributePattern> unknown) {
    this.doubles = doubles;
    this.integers = integers;
    this.unknown = unknown;
  }

  /** A token's claims as {@code assertion}. */
  public static Variables of(JsonNode claims) {
    return new Variables(
        Map.of("assertion", Claims.DOUBLES.object(claims)),
        Map.of("assertion", Claims.INTEGERS.object(claims)),
        List.of());
  }

  /** The same with another variable: texts, lists of texts, and times, by name. */
  public Variables with(String variable, Map<String, Object> members) {
    return new Variables(
        plus(doubles, variable, members), plus(integers, variable, members), unknown);
  }

  private static Map<String, Map<String, Object>> plus(
      Map<String, Map<String, Object>> some, String variable, Map<String, Object> members) {
    Map<String, Map<String, Object>> all = new LinkedHashMap<>(some);
    all.put(variable, members);
    return all;
  }

  /** The same where this member, or one within it, may be anything, or not there. */
  public Variables unknown(String variable, String... path) {
    CelAttributePattern member = CelAttributePattern.create(variable);
    for (String name : path) {
      member = member.qualify(CelAttribute.Qualifier.ofString(name));
    }
    List<CelAttributePattern> all = new ArrayList<>(unknown);
    all.add(member);
    return new Variables(doubles, integers, all);
  }

  /** Whether all is known. */
  public boolean complete() {
    return unknown.isEmpty();
  }

  PartialVars reading(Claims numbers) {
    return PartialVars.of(
        numbers == Claims.DOUBLES ? doubles : integers,
        unknown.toArray(CelAttributePattern[]::new));
  }
}
