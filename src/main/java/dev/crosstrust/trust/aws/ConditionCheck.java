package dev.crosstrust.trust.aws;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.crosstrust.trust.Match;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One condition of a statement, held against the token.
 *
 * @param key as the policy writes it
 * @param operator as the policy writes it, with its prefix and {@code IfExists}
 * @param wants the policy's values
 * @param has the token's, or the request's
 * @param claim what the key is read from: {@code azp}; null where it is no claim, or not known
 */
public record ConditionCheck(
    String key,
    String operator,
    List<String> wants,
    List<String> has,
    @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String claim,
    Match result) {
  public ConditionCheck {
    wants = List.copyOf(wants);
    has = List.copyOf(has);
  }
}
