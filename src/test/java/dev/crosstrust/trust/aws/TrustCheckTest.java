package dev.crosstrust.trust.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crosstrust.finding.Finding;
import dev.crosstrust.finding.Fix;
import dev.crosstrust.finding.Fix.Effect;
import dev.crosstrust.token.Token;
import dev.crosstrust.token.Tokens;
import dev.crosstrust.token.signature.SignatureCheck;
import dev.crosstrust.trust.Match;
import dev.crosstrust.trust.UnreadableDocument;
import dev.crosstrust.trust.Verdict;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrustCheckTest {
  private static final String STORY =
      """
      {"StringEquals": {"accounts.google.com:oaud": "sts.amazonaws.com",
                        "accounts.google.com:sub": "114809731204417780391"}}
      """;

  /** Columns: the condition, the verdict, the finding at the top. The azp is the numeric id. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"StringEquals": {"accounts.google.com:oaud": "sts.amazonaws.com", "accounts.google.com:sub": "114809731204417780391"}} | ADMITTED |
          {"StringEquals": {"accounts.google.com:aud": "sts.amazonaws.com", "accounts.google.com:sub": "114809731204417780391"}}  | REFUSED | aws.aud-key-reads-azp
          {"StringEquals": {"accounts.google.com:aud": "poc@demo-product-sbx.iam.gserviceaccount.com"}}          | REFUSED  | aws.azp-depends-on-source
          {"StringEquals": {"accounts.google.com:oaud": "sts.googleapis.com"}}                                   | REFUSED  | aws.trust-value-mismatch
          {"StringEquals": {"accounts.google.com:oaud": "STS.amazonaws.com"}}                                    | REFUSED  | aws.trust-case-differs
          {"StringEquals": {"accounts.google.com:oaud": "https://sts.amazonaws.com"}}                            | REFUSED  | aws.trust-near-miss
          {"StringEquals": {"accounts.google.com:sub": "114809731204417780392"}}                                 | REFUSED  | aws.trust-near-miss
          {"StringEquals": {"accounts.google.com:sub": "1148*"}}                                                 | REFUSED  | aws.trust-wildcard-in-equals
          {"StringEquals": {"accounts.google.com:sub": 114809731204417780000}}                                   | REFUSED  | aws.trust-number-mangled
          {"StringEquals": {"accounts.google.com:sub": "1.1480973120441778e20"}}                                 | REFUSED  | aws.trust-number-mangled
          {"StringEquals": {"accounts.google.com:azp": "114809731204417780391"}}                                 | REFUSED  | aws.trust-key-unknown
          {"StringEquals": {"accounts.google.com:email": "poc@demo-product-sbx.iam.gserviceaccount.com"}}        | REFUSED  | aws.trust-key-unknown
          {"StringEquals": {"https://accounts.google.com:sub": "114809731204417780391"}}                         | REFUSED  | aws.trust-key-unknown
          {"StringEquals": {"token.actions.githubusercontent.com:sub": "repo:a/b:ref:refs/heads/main"}}          | REFUSED  | aws.trust-key-absent
          {"NumericEquals": {"accounts.google.com:google/organization_number": "42"}}                            | REFUSED  | aws.trust-key-absent
          {"IpAddress": {"aws:SourceIp": "203.0.113.0/24"}}                                                      | UNDECIDED | aws.trust-key-undecided
          {}                                                                                                     | ADMITTED | aws.trust-open-subject
          {"ForAllValues:StringEquals": {"accounts.google.com:sub": "114809731204417780391"}}                    | ADMITTED | aws.trust-no-audience
          {"ForAllValues:StringEquals": {"accounts.google.com:sub": "114809731204417780391"}, "StringEquals": {"accounts.google.com:oaud": "sts.amazonaws.com"}} | ADMITTED | aws.trust-forallvalues-open
          {"ForAllValues:StringEquals": {"accounts.google.com:sub": "114809731204417780391"}, "StringEquals": {"accounts.google.com:oaud": "sts.amazonaws.com"}, "Null": {"accounts.google.com:sub": "false"}} | ADMITTED |
          {"StringLike": {"accounts.google.com:sub": "*"}, "StringEquals": {"accounts.google.com:oaud": "sts.amazonaws.com"}} | ADMITTED | aws.trust-open-subject
          {"StringEquals": {"accounts.google.com:sub": "${accounts.google.com:sub}", "accounts.google.com:oaud": "sts.amazonaws.com"}} | ADMITTED | aws.trust-open-subject
          {"Bool": {"accounts.google.com:sub": "false"}, "StringEquals": {"accounts.google.com:oaud": "sts.amazonaws.com"}} | ADMITTED | aws.trust-open-subject
          {"NumericNotEquals": {"accounts.google.com:oaud": "5"}}                                                | ADMITTED | aws.trust-open-subject
          {"DateNotEquals": {"accounts.google.com:oaud": "2026-11-21"}}                                          | ADMITTED | aws.trust-open-subject
          {"StringEquals": {"accounts.google.com:sub": "114809731204417780391"}}                                 | ADMITTED | aws.trust-no-audience
          {"StringEquals": {"accounts.google.com:sub": 114809731204417780391, "accounts.google.com:oaud": "sts.amazonaws.com"}} | ADMITTED | aws.trust-number-mangled
          """)
  void theConditionDecides(String condition, Verdict verdict, String top) throws Exception {
    TrustReport report = check(google(), policy(condition));

    assertThat(report.verdict()).isEqualTo(verdict);
    assertThat(report.findings().stream().map(Finding::id).findFirst().orElse(null)).isEqualTo(top);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "[{\"Effect\": \"Deny\", \"Principal\": {\"Federated\": \"accounts.google.com\"},"
            + " \"Action\": \"sts:AssumeRole\"}]"
      })
  void aPolicyWithoutAnAllowAllowsNothing(String statements) throws Exception {
    TrustReport report =
        check(google(), "{\"Version\": \"2012-10-17\", \"Statement\": %s}".formatted(statements));

    assertThat(report.verdict()).isEqualTo(Verdict.REFUSED);
    assertThat(report.findings().getFirst().id()).isEqualTo("aws.trust-nothing-allowed");
    assertThat(report.correctedPolicy()).isNotNull();
  }

  @Test
  void aPolicyThatIsFarTooLongIsToBeShortened() throws Exception {
    TrustReport report = check(google(), policy("{}") + " ".repeat(140_000));

    assertThat(report.findings().getFirst().fix())
        .extracting(Fix::text)
        .first()
        .asString()
        .startsWith("Shorten it, or split it");
  }

  /** Columns: what a second statement denies, and what is left to be warned of. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"StringEquals": {"G:sub": "114809731204417780391"}}  | {"StringNotEquals": {"G:oaud": "sts.amazonaws.com"}}     |
          {"StringEquals": {"G:sub": "114809731204417780391"}}  | {"StringEquals": {"G:oaud": "https://example.com"}}       | aws.trust-no-audience
          {"StringEquals": {"G:oaud": "sts.amazonaws.com"}}     | {"StringNotEquals": {"G:sub": "114809731204417780391"}}   |
          {"StringEquals": {"G:oaud": "sts.amazonaws.com"}}     | {"StringNotEquals": {"G:aud": "114809731204417780391"}}   |
          {"StringEquals": {"G:oaud": "sts.amazonaws.com"}}     | {"StringEquals": {"G:sub": "114809731204417780399"}}      | aws.trust-open-subject
          """)
  void whatAnotherStatementDeniesNobodyIsWarnedOf(String allowed, String denied, String warning)
      throws Exception {
    String policy =
        """
        {"Version": "2012-10-17", "Statement": [
          {"Effect": "Allow", "Principal": {"Federated": "accounts.google.com"},
           "Action": "sts:AssumeRoleWithWebIdentity", "Condition": %s},
          {"Effect": "Deny", "Principal": {"Federated": "accounts.google.com"},
           "Action": "sts:AssumeRoleWithWebIdentity", "Condition": %s}]}
        """
            .formatted(allowed, denied)
            .replace("G:", "accounts.google.com:");

    TrustReport report = check(google(), policy);

    assertThat(report.verdict()).isEqualTo(Verdict.ADMITTED);
    assertThat(report.findings().stream().map(Finding::id).findFirst().orElse(null))
        .isEqualTo(warning);
  }

  /** Columns: the number that the policy wants, of a token that says 42. */
  @ParameterizedTest
  @CsvSource({
    "NumericEquals,            42, UNDECIDED, aws.trust-org-number-undecided",
    "NumericEquals,            43, REFUSED,   aws.trust-value-mismatch",
    "NumericNotEquals,         43, ADMITTED,  aws.trust-open-subject",
    "NumericEqualsIfExists,    42, ADMITTED,  aws.trust-open-subject",
  })
  void howeverItIsSpeltTheOrganisationsNumberIsOne(
      String operator, int number, Verdict verdict, String top) throws Exception {
    Token token =
        Tokens.jwt(
            google()
                .claims()
                .toString()
                .replace("\"email_verified\":true", "\"google\":{\"organization_number\":42}"));

    TrustReport report =
        check(
            token,
            policy(
                "{\"%s\": {\"accounts.google.com:google/organization_number\": %d}}"
                    .formatted(operator, number)));

    assertThat(report.verdict()).isEqualTo(verdict);
    assertThat(report.findings().getFirst().id()).isEqualTo(top);
  }

  @Test
  void everyConditionIsHeldAgainstItsClaim() throws Exception {
    TrustReport report = check(google(), policy(STORY));

    assertThat(report.statements()).hasSize(1);
    StatementCheck statement = report.statements().getFirst();
    assertThat(statement.principal())
        .isEqualTo(new StatementCheck.Principal("accounts.google.com", Match.MATCH));
    assertThat(statement.conditions())
        .containsExactly(
            new ConditionCheck(
                "accounts.google.com:oaud",
                "StringEquals",
                List.of("sts.amazonaws.com"),
                List.of("sts.amazonaws.com"),
                "aud",
                Match.MATCH),
            new ConditionCheck(
                "accounts.google.com:sub",
                "StringEquals",
                List.of(Tokens.UNIQUE_ID),
                List.of(Tokens.UNIQUE_ID),
                "sub",
                Match.MATCH));
    assertThat(report.correctedPolicy()).isNull();
  }

  @Test
  void theAudienceIsPutUnderTheKeyThatReadsIt() throws Exception {
    TrustReport report =
        check(
            google(), policy(STORY.replace("accounts.google.com:oaud", "accounts.google.com:aud")));

    Correction correction = report.correctedPolicy();
    assertThat(correction).isNotNull();
    assertThat(correction.policy().toString())
        .isEqualTo(policy(STORY).replaceAll("\\s*\\n\\s*", "").replaceAll("([:,]) ", "$1"));
    assertThat(correction.effect()).isEqualTo(Effect.SAME);
    assertThat(report.findings().getFirst().fix().getFirst().aws())
        .startsWith("aws iam update-assume-role-policy --role-name Workload --policy-document '{");
  }

  /** Columns: the statement's members before its conditions, and the finding at the top. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "Principal": {"Federated": "accounts.google.com"}, "Action": "sts:AssumeRole"                           | aws.trust-action-wrong
          "Principal": {"Federated": "https://accounts.google.com"}, "Action": "sts:AssumeRoleWithWebIdentity"    | aws.trust-principal-wrong
          "Principal": {"AWS": "*"}, "Action": "sts:AssumeRoleWithWebIdentity"                                    | aws.trust-principal-wrong
          "Principal": {"Federated": "arn:aws:iam::111122223333:oidc-provider/sts.googleapis.com"}, "Action": "*" | fossil.sts-googleapis-provider
          """)
  void theStatementIsAboutSomethingElse(String members, String top) throws Exception {
    String policy =
        "{\"Statement\": {\"Effect\": \"Allow\", %s, \"Condition\": %s}}".formatted(members, STORY);

    TrustReport report = check(google(), policy);

    assertThat(report.verdict()).isEqualTo(Verdict.REFUSED);
    assertThat(report.findings().getFirst().id()).isEqualTo(top);
    Correction correction = report.correctedPolicy();
    assertThat(correction).isNotNull();
    assertThat(correction.effect()).isEqualTo(Effect.WIDENS);
    assertThat(check(google(), correction.policy().toString()).verdict())
        .isEqualTo(Verdict.ADMITTED);
  }

  @Test
  void aDenyIsNotCorrected() throws Exception {
    String allow = policy(STORY).strip();
    String policy =
        allow.substring(0, allow.length() - 2)
            + ", {\"Effect\": \"Deny\", \"Principal\": {\"Federated\": \"accounts.google.com\"},"
            + " \"Action\": \"sts:*\"}]}";

    TrustReport report = check(google(), policy);

    assertThat(report.verdict()).isEqualTo(Verdict.REFUSED);
    assertThat(report.findings().getFirst().id()).isEqualTo("aws.trust-explicit-deny");
    assertThat(report.correctedPolicy()).isNull();
  }

  @Test
  void anAddressInTheAuthorizedPartyIsOfTheSameAccount() throws Exception {
    String pinned =
        policy(STORY)
            .replace(
                "\"accounts.google.com:sub\"",
                "\"accounts.google.com:aud\": \"114809731204417780391\","
                    + " \"accounts.google.com:sub\"");

    TrustReport report =
        check(Tokens.google("poc@demo-product-sbx.iam.gserviceaccount.com"), pinned);

    assertThat(report.findings().getFirst().id()).isEqualTo("aws.azp-depends-on-source");
    assertThat(report.correctedPolicy()).isNotNull();
    assertThat(report.correctedPolicy().effect()).isEqualTo(Effect.SAME);
    assertThat(report.correctedPolicy().policy().toString())
        .isEqualTo(policy(STORY).replaceAll("\\s*\\n\\s*", "").replaceAll("([:,]) ", "$1"));
  }

  @Test
  void anotherSubjectIsLetInBesidesNotInstead() throws Exception {
    TrustReport report =
        check(
            google(),
            policy("{\"StringEquals\": {\"accounts.google.com:sub\": \"100000000000000000001\"}}"));

    assertThat(report.findings().getFirst().id()).isEqualTo("aws.trust-value-mismatch");
    assertThat(report.correctedPolicy()).isNotNull();
    assertThat(report.correctedPolicy().effect()).isEqualTo(Effect.WIDENS);
    assertThat(
            report
                .correctedPolicy()
                .policy()
                .at("/Statement/0/Condition/StringEquals/accounts.google.com:sub")
                .toString())
        .isEqualTo("[\"100000000000000000001\",\"114809731204417780391\"]");
  }

  /** The error text is IAM's; github.com/aws/aws-cdk, issue 5732. */
  @Test
  void everybodyIsNoPrincipalOfATrustPolicy() throws Exception {
    TrustReport report =
        check(google(), policy(STORY).replace("{\"Federated\": \"accounts.google.com\"}", "\"*\""));

    assertThat(report.verdict()).isEqualTo(Verdict.REFUSED);
    assertThat(report.findings().getFirst().id()).isEqualTo("aws.policy-malformed");
  }

  @Test
  void tagsNeedAnActionOfTheirOwn() throws Exception {
    Token token =
        Tokens.jwt(
            google()
                .claims()
                .toString()
                .replace(
                    "\"email_verified\":true",
                    "\"https://aws.amazon.com/tags\":{\"principal_tags\":{\"team\":[\"a\"]}}"));

    assertThat(check(token, policy(STORY)).findings().getFirst().id())
        .isEqualTo("aws.session-tags");
    assertThat(check(token, policy(STORY)).verdict()).isEqualTo(Verdict.REFUSED);
    assertThat(
            check(token, policy(STORY).replace("WithWebIdentity\"", "WithWebIdentity*\""))
                .verdict())
        .isEqualTo(Verdict.REFUSED);
    assertThat(
            check(token, policy(STORY).replace("sts:AssumeRoleWithWebIdentity", "sts:*")).verdict())
        .isEqualTo(Verdict.ADMITTED);
  }

  @Test
  void whatAwsWouldNotStoreIsNoBadInput() throws Exception {
    TrustReport report = check(google(), "{\"Statement\": [{\"Effect\": \"Allow\"}]}");

    assertThat(report.verdict()).isEqualTo(Verdict.REFUSED);
    assertThat(report.findings().getFirst().id()).isEqualTo("aws.policy-malformed");
    assertThat(report.findings().getFirst().because().getFirst())
        .isEqualTo("Statement 1 is to have one of Principal and NotPrincipal.");
  }

  @Test
  void theKeysOfATokenAreListedWhetherAskedForOrNot() {
    assertThat(TrustKeys.of(google()))
        .containsExactly(
            new TrustKeys.TokenKey("accounts.google.com:aud", "azp", List.of(Tokens.UNIQUE_ID)),
            new TrustKeys.TokenKey("accounts.google.com:oaud", "aud", List.of("sts.amazonaws.com")),
            new TrustKeys.TokenKey("accounts.google.com:sub", "sub", List.of(Tokens.UNIQUE_ID)));
  }

  @Test
  void aMarkOfTheByteOrderIsNoPartOfThePolicy() throws Exception {
    assertThat(check(google(), "\ufeff" + policy(STORY)).verdict()).isEqualTo(Verdict.ADMITTED);
  }

  @Test
  void whatIsNoJsonIsRefusedWithItsPlace() {
    assertThatThrownBy(() -> check(google(), "{\n  \"Version\": oops}"))
        .isInstanceOf(UnreadableDocument.class)
        .hasMessage("the trust policy is not JSON: it cannot be read at line 2, column 14");
  }

  static TrustReport check(Token token, String policy) throws UnreadableDocument {
    return TrustCheck.of(
        new TrustQuestion(
            token,
            policy,
            "arn:aws:iam::111122223333:role/Workload",
            null,
            SignatureCheck.notAsked(token),
            Tokens.ISSUED.plusSeconds(60),
            Map.of()));
  }

  private static Token google() {
    return Tokens.google(Tokens.UNIQUE_ID);
  }

  static String policy(String condition) {
    return """
    {"Version": "2012-10-17",
     "Statement": [{"Effect": "Allow", "Principal": {"Federated": "accounts.google.com"},
     "Action": "sts:AssumeRoleWithWebIdentity", "Condition": %s}]}
    """
        .formatted(condition);
  }
}
