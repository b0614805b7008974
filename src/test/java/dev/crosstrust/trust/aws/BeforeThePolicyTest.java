package dev.crosstrust.trust.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.finding.Finding;
import dev.crosstrust.token.Token;
import dev.crosstrust.token.Tokens;
import dev.crosstrust.token.signature.KeySource;
import dev.crosstrust.token.signature.SignatureCheck;
import dev.crosstrust.token.signature.TokenVerifier;
import dev.crosstrust.trust.Match;
import dev.crosstrust.trust.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What STS looks at before it reads the policy: the token, the account's provider, the roles. */
class BeforeThePolicyTest {
  private static final String ROLE = "arn:aws:iam::111122223333:role/Workload";
  private static final String OPEN = TrustCheckTest.policy("{}");
  private static final Instant SOON = Tokens.ISSUED.plusSeconds(60);
  private static final String OTHER =
      """
      {"Statement": {"Effect": "Allow", "Action": "sts:AssumeRoleWithWebIdentity",
        "Principal": {"Federated": "arn:aws:iam::111122223333:oidc-provider/issuer.example/t"},
        "Condition": {"StringEquals": {"issuer.example/t:sub": "114809731204417780391"}}}}
      """;

  /** Columns: seconds after the token was issued; it lasts an hour. */
  @ParameterizedTest
  @CsvSource({
    "-301, REFUSED, aws.token-not-yet-valid",
    "-300, ADMITTED, aws.token-not-yet-valid",
    "3899, ADMITTED, aws.token-expired",
    "3900, REFUSED, aws.token-expired",
  })
  void fiveMinutesAreAllowedEachWay(int seconds, Verdict verdict, String id) throws Exception {
    TrustReport report = check(google(), OPEN, null, Tokens.ISSUED.plusSeconds(seconds), ROLE);

    assertThat(report.verdict()).isEqualTo(verdict);
    assertThat(report.tokenRefused()).isEqualTo(verdict == Verdict.REFUSED);
    assertThat(ids(report)).startsWith(id);
    assertThat(report.correctedPolicy()).isNull();
  }

  /** Columns: what stands in the token instead of what; the finding at the top. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "sub":                    | "subject":                      | aws.claim-missing
          "azp":"114809731204417780391" | "azp":""                    | aws.claim-missing
          "iss":"https://accounts.google.com" | "iss":"https://a1b2c3d4-0000-4000-8000-111122223333.tokens.sts.global.api.aws" | aws.not-an-id-token
          "email_verified":true     | "https://aws.amazon.com/roles":["arn:aws:iam::111122223333:role/Other"] | aws.roles-claim-refuses
          "email_verified":true     | "nbf":1.5                       | aws.timestamp-invalid
          """)
  void whatTheTokenItselfGetsWrong(String old, String other, String id) throws Exception {
    String claims = google().claims().toString();
    assertThat(claims).contains(old);

    TrustReport report = check(Tokens.jwt(claims.replace(old, other)), OPEN, null, SOON, ROLE);

    assertThat(report.verdict()).isEqualTo(Verdict.REFUSED);
    assertThat(ids(report)).startsWith(id);
    assertThat(report.tokenRefused()).isTrue();
  }

  @Test
  void aTokenForThisRoleIsAuthorizedByItsIssuer() throws Exception {
    Token token =
        Tokens.jwt(
            google()
                .claims()
                .toString()
                .replace(
                    "\"email_verified\":true",
                    "\"https://aws.amazon.com/roles\":\"arn:aws:iam::1:x; %s\"".formatted(ROLE)));
    String policy = TrustCheckTest.policy("{\"Bool\": {\"sts:RoleAuthorizedByIdp\": \"true\"}}");

    assertThat(check(token, policy, null, SOON, ROLE).verdict()).isEqualTo(Verdict.ADMITTED);
    assertThat(check(token, policy, null, SOON, null).verdict()).isEqualTo(Verdict.UNDECIDED);
    assertThat(ids(check(token, policy, null, SOON, null))).startsWith("aws.roles-claim-refuses");
    assertThat(check(google(), policy, null, SOON, ROLE).verdict()).isEqualTo(Verdict.REFUSED);
  }

  @Test
  void aSignatureThatDoesNotVerifyIsRefused() throws Exception {
    Token token = google();
    SignatureCheck check =
        TokenVerifier.verify(token, KeySource.given("{\"keys\":[]}", "an empty set"));

    TrustReport report =
        TrustCheck.of(new TrustQuestion(token, OPEN, ROLE, null, check, SOON, Map.of()));

    assertThat(report.verdict()).isEqualTo(Verdict.REFUSED);
    assertThat(ids(report)).startsWith("aws.key-not-found");
  }

  @Test
  void keysThatCannotBeHadLeaveItOpen() throws Exception {
    Token token = google();
    SignatureCheck check =
        TokenVerifier.verify(token, KeySource.given("no keys", "a page instead of keys"));

    TrustReport report =
        TrustCheck.of(new TrustQuestion(token, OPEN, ROLE, null, check, SOON, Map.of()));

    assertThat(report.verdict()).isEqualTo(Verdict.UNDECIDED);
    assertThat(ids(report)).startsWith("aws.keys-unreachable");
  }

  /** Columns: the account's providers as URL=CLIENT, the verdict, the finding at the top. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          issuer.example/t=114809731204417780391  | ADMITTED  |
          issuer.example/t=sts.amazonaws.com      | REFUSED   | aws.provider-audience-missing
          issuer.example/t/=114809731204417780391 | REFUSED   | aws.provider-url-mismatch
          issuer.example=114809731204417780391    | REFUSED   | aws.provider-url-mismatch
          ISSUER.example/t=114809731204417780391  | REFUSED   | aws.provider-url-mismatch
          sts.googleapis.com=x                    | REFUSED   | aws.provider-missing
                                                  | UNDECIDED | aws.provider-missing
          """)
  void anotherIssuerNeedsAProvider(@Nullable String providers, Verdict verdict, @Nullable String id)
      throws Exception {
    Token token =
        Tokens.jwt(
            google()
                .claims()
                .toString()
                .replace("https://accounts.google.com", "https://issuer.example/t"));

    TrustReport report = check(token, OTHER, providers, SOON, ROLE);

    assertThat(report.verdict()).isEqualTo(verdict);
    assertThat(ids(report).stream().findFirst().orElse(null)).isEqualTo(id);
  }

  /** It is what a registration has to name for this token to be taken. */
  @Test
  void aMissingProviderIsToTakeTheTokensClient() throws Exception {
    String claims =
        google()
            .claims()
            .toString()
            .replace("https://accounts.google.com", "https://issuer.example/t");

    TrustReport report = check(Tokens.jwt(claims), OTHER, "other.example=x", SOON, ROLE);

    assertThat(report.findings().getFirst().fix().getFirst().aws())
        .endsWith("--client-id-list " + Tokens.UNIQUE_ID);
    assertThat(report.findings().getFirst().fix().getFirst().terraform())
        .contains("client_id_list = [\"%s\"]".formatted(Tokens.UNIQUE_ID));
  }

  /** {@code WebIdentityToken} has 4 to 20000 characters. */
  @Test
  void aTokenHasSoManyCharacters() throws Exception {
    int bytes = 20_000 - google().raw().reveal().length();
    String claims = google().claims().toString();
    String longest =
        claims.replaceFirst("\\{", "{\"p\":\"%s\",".formatted("y".repeat(bytes * 3 / 4 - 8)));
    String longer =
        claims.replaceFirst("\\{", "{\"p\":\"%s\",".formatted("y".repeat(bytes * 3 / 4)));

    TrustReport taken = check(Tokens.jwt(longest), OPEN, null, SOON, ROLE);
    TrustReport refused = check(Tokens.jwt(longer), OPEN, null, SOON, ROLE);

    assertThat(Tokens.jwt(longest).raw().reveal()).hasSizeBetween(19_990, 20_000);
    assertThat(taken.verdict()).isEqualTo(Verdict.ADMITTED);
    assertThat(refused.verdict()).isEqualTo(Verdict.REFUSED);
    assertThat(refused.tokenRefused()).isTrue();
    assertThat(ids(refused)).containsExactly("aws.not-an-id-token");
  }

  @Test
  void withoutProvidersTheBuiltInOneIsTakenAndThatIsSaid() throws Exception {
    assertThat(check(google(), OPEN, null, SOON, ROLE).provider())
        .isEqualTo(
            new TrustReport.Provider(
                "accounts.google.com",
                Match.MATCH,
                "The account's IAM OIDC providers were not given: the built-in one is taken."));
  }

  @Test
  void aProviderForGoogleTakesTheBuiltInOnesPlace() throws Exception {
    TrustReport refused =
        check(google(), OPEN, "accounts.google.com=sts.amazonaws.com", SOON, ROLE);
    TrustReport open = check(google(), OPEN, "accounts.google.com=" + Tokens.UNIQUE_ID, SOON, ROLE);

    assertThat(refused.verdict()).isEqualTo(Verdict.REFUSED);
    assertThat(ids(refused)).startsWith("aws.provider-shadows-builtin");
    assertThat(open.verdict()).isEqualTo(Verdict.UNDECIDED);
    assertThat(ids(open)).startsWith("aws.provider-shadows-builtin");
  }

  @Test
  void aProviderForAnEndpointOfGoogleIsAFossil() throws Exception {
    TrustReport report = check(google(), OPEN, "sts.googleapis.com=x", SOON, ROLE);

    assertThat(report.verdict()).isEqualTo(Verdict.ADMITTED);
    assertThat(ids(report)).startsWith("fossil.sts-googleapis-provider");
  }

  private static Token google() {
    return Tokens.google(Tokens.UNIQUE_ID);
  }

  private static List<String> ids(TrustReport report) {
    return report.findings().stream().map(Finding::id).toList();
  }

  private static TrustReport check(
      Token token, String policy, @Nullable String provider, Instant at, @Nullable String role)
      throws Exception {
    String[] parts = provider == null ? new String[0] : provider.split("=", 2);
    List<OidcProvider> providers =
        provider == null ? null : List.of(new OidcProvider("", parts[0], List.of(parts[1])));
    return TrustCheck.of(
        new TrustQuestion(
            token, policy, role, providers, SignatureCheck.notAsked(token), at, Map.of()));
  }
}
