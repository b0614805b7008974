package dev.crosstrust.token.lens;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.crosstrust.token.Jwt;
import dev.crosstrust.token.SignedRequest;
import dev.crosstrust.token.Token;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * One claim for people.
 *
 * @param claim its path: members of an object after a dot
 * @param value as the token has it; missing (in JSON {@code null}) where only AWS knows it
 * @param meaning one or two sentences
 * @param awsKey the condition key of a trust policy that reads it; several with a comma between
 * @param cel how the mapping or condition of a Google pool provider addresses it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Explanation(
    String claim, JsonNode value, String meaning, @Nullable String awsKey, @Nullable String cel) {

  private static final List<String> TOLD_BY_AWS = List.of("arn", "account", "userid");

  /** All claims of a token in its own order; times are told as seen at this instant. */
  public static List<Explanation> of(Token token, Instant now) {
    Stream<Explanation> own =
        ClaimPath.leaves(token.claims()).stream().map(claim -> explain(token, claim, now));
    return switch (token) {
      case Jwt _ -> own.toList();
      case SignedRequest request -> Stream.concat(own, toldByAws(request, now)).toList();
    };
  }

  /** What Google makes the claims of: AWS's answer, which the request does not have. */
  private static Stream<Explanation> toldByAws(SignedRequest request, Instant now) {
    return TOLD_BY_AWS.stream()
        .map(
            name -> {
              ClaimPath claim = new ClaimPath(List.of(name), MissingNode.getInstance());
              String meaning = ClaimMeaning.of(request, claim).tell(request, claim, now);
              return new Explanation(name, claim.value(), meaning, null, claim.cel());
            });
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

  /** The value for people: text without quotes, else as JSON; a dash where it is not known. */
  public String shown() {
    if (value.isMissingNode()) {
      return "—";
    }
    return value.isString() ? value.asString() : value.toString();
  }
}
