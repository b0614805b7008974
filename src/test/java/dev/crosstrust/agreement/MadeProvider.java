package dev.crosstrust.agreement;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import dev.crosstrust.sandbox.google.OutsideIssuer;
import dev.crosstrust.sandbox.google.federation.Provider;
import dev.crosstrust.sandbox.google.federation.Source;
import dev.crosstrust.trust.google.PoolProvider;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A provider for the outside issuer, mostly right. */
record MadeProvider(
    boolean disabled,
    String issuer,
    List<String> audiences,
    @Nullable String jwks,
    Map<String, String> mapping,
    String condition) {

  private static final List<String> VALUES =
      List.of(
          "assertion.sub",
          "assertion.sub.extract('role/{name}')",
          "assertion.sub.extract('role/{path}/')",
          "assertion.sub.extract('{before}:role/')",
          "assertion.sub.extract('nothing/{name}')",
          "assertion.sub.split(':')[4]",
          "assertion.sub.split('/').join('-')",
          "assertion.team",
          "assertion.team + '-' + assertion.sub",
          "string(assertion.level)",
          "assertion.level",
          "has(assertion.team) ? assertion.team : 'none'",
          "assertion['https://sts.amazonaws.com/'].aws_account",
          "assertion.groups[0]",
          "assertion.aud",
          "'x'",
          "{'a': 'first', 'b': 'second'}[assertion.team]",
          "assertion.sub.startsWith('arn:') ? 'aws' : 'other'");

  private static final List<String> CLAIMS =
      List.of(
          "assertion.sub", "google.subject", "assertion.team", "attribute.one", "assertion.aud");

  private static final List<String> TEXTS =
      List.of(
          "'" + MadeAssertion.ROLE + "'",
          "'a'",
          "'Reader'",
          "'arn:aws:iam::111122223333:'",
          "'app/'",
          "''");

  private static final List<String> OTHERS =
      List.of(
          "true",
          "false",
          "has(assertion.team)",
          "'admins' in google.groups",
          "'admins' in assertion.groups",
          "assertion.groups.exists(g, g == 'ops')",
          "assertion.groups.all(g, g.startsWith('a'))",
          "assertion.level > 3",
          "assertion.level == 7",
          "assertion.level in [1, 7]",
          "assertion.exp - assertion.iat <= 3600",
          "size(assertion.groups) > 1",
          "assertion.team in ['a', 'b']",
          "assertion['https://sts.amazonaws.com/'].aws_account == '111122223333'",
          "assertion.sub.matches('^arn:aws:iam::[0-9]{12}:role/.*Reader$')",
          "attribute.one == attribute.two",
          "assertion.flag",
          "assertion.sub");

  /** What neither takes. */
  private static final List<String> BROKEN =
      List.of("assertion.sub = 'x'", "'text'", "claims.sub == 'x'", "nothing(assertion.sub)", "(");

  static MadeProvider of(Choices choices) {
    Map<String, String> mapping = new LinkedHashMap<>();
    mapping.put("google.subject", choices.onceIn(3) ? choices.oneOf(VALUES) : "assertion.sub");
    if (choices.onceIn(4)) {
      mapping.put(
          "google.groups", choices.oneOf("assertion.groups", "['admins']", "assertion.sub"));
    }
    if (choices.onceIn(2)) {
      mapping.put("attribute.one", choices.oneOf(VALUES));
    }
    if (choices.onceIn(4)) {
      mapping.put("attribute.two", choices.oneOf(VALUES));
    }
    if (choices.onceIn(60)) {
      mapping.put(choices.oneOf("subject", "attribute.One", "google.email"), "assertion.sub");
    }
    return new MadeProvider(
        choices.onceIn(30),
        choices.onceIn(30) ? "https://issuer.example/" : OutsideIssuer.URL,
        choices.onceIn(4)
            ? choices.oneOf(List.of("my-audience"), List.of("x", MadeAssertion.AUDIENCE))
            : List.of(),
        choices.onceIn(8) ? keys(choices) : null,
        mapping,
        choices.onceIn(40)
            ? choices.oneOf(BROKEN)
            : choices.onceIn(3) ? "" : condition(choices, 3));
  }

  private static String keys(Choices choices) {
    List<JWK> all = OutsideIssuer.published().getKeys();
    return new JWKSet(choices.onceIn(4) ? all : all.subList(0, choices.oneOf(1, 2))).toString();
  }

  private static String condition(Choices choices, int depth) {
    if (depth == 0 || choices.onceIn(3)) {
      return choices.onceIn(2) ? choices.oneOf(OTHERS) : test(choices);
    }
    String left = condition(choices, depth - 1);
    String right = condition(choices, depth - 1);
    return switch (choices.below(5)) {
      case 0, 1 -> "(%s) && (%s)".formatted(left, right);
      case 2 -> "(%s) || (%s)".formatted(left, right);
      case 3 -> "!(%s)".formatted(left);
      default -> "(%s) ? (%s) : (%s)".formatted(condition(choices, 0), left, right);
    };
  }

  private static String test(Choices choices) {
    String form =
        choices.oneOf(
            "%s == %s", "%s != %s", "%s.startsWith(%s)", "%s.contains(%s)", "%s.endsWith(%s)");
    return form.formatted(choices.oneOf(CLAIMS), choices.oneOf(TEXTS));
  }

  Provider ofSandbox() {
    return Provider.of(
            MadeAssertion.PROVIDER, new Source.Oidc(issuer, audiences, jwks), mapping, condition)
        .disabled(disabled);
  }

  PoolProvider ours() {
    return new PoolProvider(
        MadeAssertion.PROVIDER, false, disabled, mapping, condition, issuer, audiences, null, jwks);
  }
}
