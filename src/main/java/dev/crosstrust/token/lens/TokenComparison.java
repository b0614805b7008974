package dev.crosstrust.token.lens;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.crosstrust.finding.Finding;
import dev.crosstrust.token.Token;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Two tokens claim by claim: those of the left in its order, then what only the right has. */
public record TokenComparison(List<Row> claims, List<Finding> findings) {
  /**
   * One claim of both.
   *
   * @param claim its path: members of an object after a dot
   * @param left null where only the right has it
   * @param right null where only the left has it
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record Row(
      String claim, @Nullable JsonNode left, @Nullable JsonNode right, Result result) {
    static Row of(String claim, @Nullable JsonNode left, @Nullable JsonNode right) {
      if (left == null) {
        return new Row(claim, null, right, Result.RIGHT_ONLY);
      }
      if (right == null) {
        return new Row(claim, left, null, Result.LEFT_ONLY);
      }
      return new Row(claim, left, right, left.equals(right) ? Result.SAME : Result.DIFFERENT);
    }
  }

  /** How the two stand to each other; a number and the same digits in a string differ. */
  public enum Result {
    SAME,
    DIFFERENT,
    LEFT_ONLY,
    RIGHT_ONLY;

    /** The name in JSON. */
    @JsonValue
    public String id() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  public TokenComparison {
    claims = List.copyOf(claims);
    findings = List.copyOf(findings);
  }

  /** Compares what they claim, not their headers or signatures. */
  public static TokenComparison of(Token left, Token right) {
    Map<String, JsonNode> ours = byName(left);
    Map<String, JsonNode> theirs = byName(right);
    Set<String> names = new LinkedHashSet<>(ours.keySet());
    names.addAll(theirs.keySet());
    List<Row> rows =
        names.stream().map(name -> Row.of(name, ours.get(name), theirs.get(name))).toList();
    return new TokenComparison(rows, ComparisonFindings.of(left, right));
  }

  private static Map<String, JsonNode> byName(Token token) {
    Map<String, JsonNode> byName = new LinkedHashMap<>();
    ClaimPath.leaves(token.claims()).forEach(claim -> byName.put(claim.name(), claim.value()));
    return byName;
  }
}
