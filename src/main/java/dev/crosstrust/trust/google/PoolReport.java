package dev.crosstrust.trust.google;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.crosstrust.finding.Finding;
import dev.crosstrust.token.signature.SignatureCheck;
import dev.crosstrust.trust.Match;
import dev.crosstrust.trust.Verdict;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What Google STS would answer, as whom it would take the token, and why; in the shape of the
 * command line's JSON.
 *
 * @param attributes what the mapping makes of the token: texts, and lists of texts
 * @param subjectBytes the length of {@code google.subject} in UTF-8; null where there is none
 * @param principals as policies may name the token's bearer, the narrowest first; none at a
 *     provider for other tokens, which makes nothing of this one
 * @param bindings null where no policy was given, or nothing is made of the token
 * @param findings the most likely first
 */
public record PoolReport(
    Verdict verdict,
    Comparison audience,
    Comparison issuer,
    SignatureCheck signature,
    Map<String, Object> attributes,
    @Nullable Integer subjectBytes,
    Condition condition,
    List<String> principals,
    @Nullable List<BindingCheck> bindings,
    List<Finding> findings) {
  public PoolReport {
    attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    principals = List.copyOf(principals);
    bindings = bindings == null ? null : List.copyOf(bindings);
    findings = List.copyOf(findings);
  }

  /** The same with another verdict, and these findings in the place of its own. */
  public PoolReport with(Verdict other, List<Finding> found) {
    return new PoolReport(
        other,
        audience,
        issuer,
        signature,
        attributes,
        subjectBytes,
        condition,
        principals,
        bindings,
        found);
  }

  /** Whether there is a policy, and nothing in it is for the token's bearer. */
  @JsonIgnore
  public boolean isGrantedNothing() {
    return bindings != null && bindings.stream().noneMatch(BindingCheck::matches);
  }

  /** What the provider takes, and what the token has. */
  public record Comparison(List<String> expected, List<String> has, Match result) {
    public Comparison {
      expected = List.copyOf(expected);
      has = List.copyOf(has);
    }
  }

  /**
   * The provider's condition, or a grant's.
   *
   * @param expression CEL; empty for none
   * @param result null where it cannot be decided
   * @param because each part that makes it false, innermost first, with the values it saw
   * @param failed whether evaluating it is an error, which is as good as false
   */
  public record Condition(
      String expression,
      @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Boolean result,
      List<String> because,
      @JsonIgnore boolean failed) {
    public Condition {
      because = List.copyOf(because);
    }

    /** One whose evaluation is no error. */
    public Condition(String expression, @Nullable Boolean result, List<String> because) {
      this(expression, result, because, false);
    }
  }

  /**
   * One member of one binding.
   *
   * @param resource on which the binding stands: kind and name; null where that is not known
   * @param matches whether it names the bearer, under no condition that is false
   * @param condition the grant's own, where it names the bearer; null for none
   * @param because for one that misses, what keeps it from naming the principal; null where it is
   *     about somebody else altogether
   */
  public record BindingCheck(
      String role,
      String member,
      @Nullable String resource,
      boolean matches,
      @Nullable Condition condition,
      @Nullable String because) {}
}
