package dev.crosstrust.trust.google;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.finding.Fix;
import dev.crosstrust.token.Jwt;
import dev.crosstrust.token.Tokens;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What somebody can do about keys that are out of reach depends on whose issuer it is. */
class UnreachableKeysTest {
  @Test
  void whoHasAnIssuerOfTheirOwnMendsIt() {
    assertThat(fixes("https://issuer.example"))
        .first()
        .asString()
        .contains("Have the issuer answer there", "publicly trusted certificate");
  }

  @Test
  void nobodyMendsTheIssuerOfAws() {
    assertThat(fixes(Asked.ISSUER))
        .noneMatch(text -> text.contains("certificate"))
        .anyMatch(text -> text.contains("still issues tokens, and under this very URL"))
        .anyMatch(text -> text.contains("https://health.aws.amazon.com"));
  }

  private static List<String> fixes(String issuer) {
    Jwt jwt = Tokens.jwt("{\"iss\":\"%s\"}".formatted(issuer));
    PoolProvider provider =
        new PoolProvider(Asked.PROVIDER, false, false, Map.of(), "", issuer, List.of(), null, null);
    return new UnreachableKeys(jwt, provider)
        .finding("It answered with HTTP 503.").fix().stream().map(Fix::text).toList();
  }
}
