package dev.crosstrust.trust.google;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.finding.Finding;
import dev.crosstrust.finding.Fix;
import dev.crosstrust.token.Token;
import dev.crosstrust.token.Tokens;
import dev.crosstrust.token.signature.SignatureCheck;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A question to the pool check that is answered with yes, to be spoilt in one thing. */
final class Asked {
  static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
  static final long NOW = NOON.getEpochSecond();
  static final String ISSUER =
      "https://8b1f0f7a-51f2-4b5f-9a20-3f0c9a5f7c11.tokens.sts.global.api.aws";
  static final String POOL =
      "projects/123456789012/locations/global/workloadIdentityPools/my-aws-app";
  static final String PROVIDER = POOL + "/providers/my-aws-app";
  static final String AUDIENCE = "//iam.googleapis.com/" + PROVIDER;
  static final String ROLE = "arn:aws:iam::111122223333:role/LambdaOutboundSTSRole";
  static final String SESSION =
      "arn:aws:sts::111122223333:assumed-role/LambdaOutboundSTSRole/session-1";

  final Map<String, Object> claims = new LinkedHashMap<>();
  final Map<String, String> mapping = new LinkedHashMap<>();
  String name = PROVIDER;
  boolean deleted;
  boolean disabled;
  String condition = "";
  @Nullable String issuer = ISSUER;
  List<String> audiences = List.of();
  @Nullable String account;
  @Nullable String jwks;
  @Nullable String audience;
  @Nullable IamPolicy bindings;
  @Nullable String caller;
  @Nullable Token token;
  Instant at = NOON;
  String universe = PoolQuestion.DEFAULT_UNIVERSE;

  Asked() {
    claims.put("iss", ISSUER);
    claims.put("aud", AUDIENCE);
    claims.put("sub", ROLE);
    claims.put("iat", NOW);
    claims.put("exp", NOW + 300);
    claims.put(
        "https://sts.amazonaws.com/", Map.of("aws_account", "111122223333", "org_id", "o-1"));
    mapping.put("google.subject", "assertion.sub");
  }

  /** Of an AWS provider and a signed request, whose signer is known. */
  static Asked ofRequest() {
    Asked asked = new Asked();
    asked.name = "projects/1/locations/global/workloadIdentityPools/p/providers/aws";
    asked.issuer = null;
    asked.account = "111122223333";
    asked.mapping.clear();
    asked.token = Tokens.signedRequest();
    asked.caller = SESSION;
    asked.at = Tokens.ISSUED;
    return asked;
  }

  /** What is said of a token like another but for its algorithm. */
  static PoolReport signedWith(String algorithm) {
    Asked asked = new Asked();
    asked.token =
        Tokens.read(
            Tokens.compact(
                "{\"alg\":\"%s\",\"kid\":\"k1\"}".formatted(algorithm),
                JsonMapper.shared().writeValueAsString(asked.claims)));
    return asked.report();
  }

  Asked claim(String name, @Nullable Object value) {
    if (value == null) {
      claims.remove(name);
    } else {
      claims.put(name, value);
    }
    return this;
  }

  Asked map(String attribute, String expression) {
    mapping.put(attribute, expression);
    return this;
  }

  Asked condition(String text) {
    condition = text;
    return this;
  }

  PoolProvider provider() {
    return new PoolProvider(
        name, deleted, disabled, mapping, condition, issuer, audiences, account, jwks);
  }

  PoolReport report() {
    Token presented =
        token == null ? Tokens.jwt(JsonMapper.shared().writeValueAsString(claims)) : token;
    PoolReport report =
        PoolCheck.of(
            new PoolQuestion(
                presented,
                provider(),
                audience,
                bindings,
                SignatureCheck.notAsked(presented),
                at,
                caller,
                universe));
    assertThat(report.findings()).allSatisfy(Asked::isWritten);
    return report;
  }

  /** A title is a line of its own; evidence and advice are sentences. */
  private static void isWritten(Finding finding) {
    assertThat(finding.title()).doesNotEndWith(".");
    assertThat(finding.because()).allMatch(it -> it.endsWith("."));
    assertThat(finding.fix()).extracting(Fix::text).allMatch(it -> it.endsWith("."));
    assertThat(finding.source()).isNotNull();
  }

  /** The ids of the findings, lints aside. */
  List<String> ids() {
    return report().findings().stream()
        .map(Finding::id)
        .filter(id -> !id.equals("google.condition-missing"))
        .toList();
  }
}
