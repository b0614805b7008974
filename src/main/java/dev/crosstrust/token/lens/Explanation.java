package dev.crosstrust.token.lens;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.crosstrust.token.Jwt;
import dev.crosstrust.token.SignedRequest;
import dev.crosstrust.token.Token;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One claim for people.
 *
 * @param claim its path: members of an object after a dot
 * @param value as the token has it
 * @param meaning one or two sentences
 * @param awsKey the condition key of a trust policy that reads it; several with a comma between
 * @param cel how the mapping or condition of a Google pool provider addresses it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Explanation(
    String claim, JsonNode value, String meaning, @Nullable String awsKey, @Nullable String cel) {

  /** All claims of a token in its own order; times are told as seen at this instant. */
  public static List<Explanation> of(Token token, Instant now) {
    return ClaimPath.leaves(token.claims()).stream()
        .map(claim -> explain(token, claim, now))
        .toList();
  }

  private static Explanation explain(Token token, ClaimPath claim, Instant now) {
    ClaimMeaning meaning = ClaimMeaning.of(token, claim);
    String cel =
        switch (token) {
          case Jwt _ -> claim.cel();
          case SignedRequest _ -> null;
        };
    return new Explanation(
        claim.name(), claim.value(), meaning.tell(token, claim, now), meaning.awsKey(token), cel);
  }
}
