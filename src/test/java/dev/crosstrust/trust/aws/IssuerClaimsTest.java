package dev.crosstrust.trust.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.finding.Finding;
import dev.crosstrust.finding.Fix.Effect;
import dev.crosstrust.token.Token;
import dev.crosstrust.token.Tokens;
import dev.crosstrust.token.signature.SignatureCheck;
import dev.crosstrust.trust.Verdict;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The claims of shared issuers that AWS has made condition keys of since 2026.
 *
 * @see <a
 *     href="https://aws.amazon.com/about-aws/whats-new/2026/01/aws-sts-supports-validation-identity-provider-claims/">The
 *     announcement</a>
 */
class IssuerClaimsTest {
  private static final String GITHUB = "token.actions.githubusercontent.com";
  private static final String CLAIMS =
      """
      "sub": "repo:octo-org/octo-repo:ref:refs/heads/main", "repository": "octo-org/octo-repo",
      "repository_id": "74", "repository_owner_id": "65", "actor": "dependabot[bot]",
      "job_workflow_ref": "octo-org/octo-automation/.github/workflows/oidc.yml@refs/heads/main",
      "ref": "refs/heads/main", "environment": "prod", "run_attempt": 2, "event_name": "push"
      """;

  /** Columns: the condition on GitHub's keys, the verdict, the finding at the top. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"StringEquals": {"G:repository": "octo-org/octo-repo"}}                                | ADMITTED  | aws.policy-malformed
          {"StringEquals": {"G:repository": "octo-org/octo-repo"}, "StringLike": {"G:sub": "repo:octo-org/*"}} | ADMITTED |
          {"StringLike": {"G:sub": "*:ref:refs/heads/main"}}                                      | ADMITTED  | aws.trust-open-subject
          {"StringLike": {"G:sub": "repo:*"}}                                                     | ADMITTED  | aws.trust-open-subject
          {"StringLike": {"G:sub": ["repo:octo-org/octo-repo:*", "repo:octo-*"]}}                 | ADMITTED  | aws.trust-open-subject
          {"StringLike": {"G:sub": "repo:*"}, "StringEquals": {"G:repository_owner_id": "65"}}    | ADMITTED  |
          {"StringLike": {"G:sub": "repo:octo-org/*"}}                                            | ADMITTED  |
          {"StringEquals": {"G:Repository_ID": "74"}}                                             | ADMITTED  | aws.policy-malformed
          {"StringLike": {"G:job_workflow_ref": "octo-org/octo-automation/*@refs/heads/main"}}    | ADMITTED  |
          {"StringEquals": {"G:ref": "refs/heads/main"}}                                          | ADMITTED  | aws.trust-open-subject
          {"StringEqualsIfExists": {"G:repository": "octo-org/octo-repo"}}                        | ADMITTED  | aws.trust-open-subject
          {"StringEquals": {"G:repository": "octo-org/other"}}                                    | REFUSED   | aws.trust-value-mismatch
          {"StringEquals": {"G:repository": "Octo-Org/octo-repo"}}                                | REFUSED   | aws.trust-case-differs
          {"StringLike": {"G:repository": "Octo-Org/*"}}                                          | REFUSED   | aws.trust-case-differs
          {"StringEquals": {"G:enterprise_id": "1"}}                                              | REFUSED   | aws.trust-key-absent
          {"ForAllValues:StringEquals": {"G:enterprise_id": "1"}}                                 | ADMITTED  | aws.trust-open-subject
          {"StringNotEquals": {"G:actor": "dependabot[bot]"}}                                     | REFUSED   | aws.trust-value-mismatch
          {"StringEquals": {"G:event_name": "push"}}                                              | UNDECIDED | aws.trust-key-undecided
          {"StringEquals": {"G:event_name": "pull_request"}}                                      | REFUSED   | aws.trust-value-mismatch
          {"StringNotEquals": {"G:event_name": "pull_request"}}                                   | ADMITTED  | aws.trust-open-subject
          {"StringEquals": {"G:Event_Name": "push"}}                                              | UNDECIDED | aws.trust-key-undecided
          {"StringEquals": {"G:no_such_claim": "x"}}                                              | REFUSED   | aws.trust-key-absent
          {"NumericEquals": {"G:run_attempt": "2"}}                                               | UNDECIDED | aws.trust-key-undecided
          {"StringEquals": {"G:oaud": "sts.amazonaws.com"}}                                       | UNDECIDED | aws.trust-key-undecided
          """)
  void ofGitHub(String condition, Verdict verdict, String top) throws Exception {
    TrustReport report = check(GITHUB, CLAIMS, condition.replace("G:", GITHUB + ":"));

    assertThat(report.verdict()).isEqualTo(verdict);
    assertThat(ids(report).stream().findFirst().orElse(null)).isEqualTo(top);
  }

  /** Columns: the issuer, its token's claims, the condition's key and value. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          token.actions.githubusercontent.com/octo  | "sub": "s", "repository": "a/b"         | repository   | a/b | ADMITTED
          token.actions.acme.ghe.com                | "sub": "s", "workflow": "w"             | workflow     | w   | ADMITTED
          gitlab.com                                | "sub": "s", "project_id": "9"           | project_id   | 9   | ADMITTED
          gitlab.com                                | "sub": "s", "ci_config_sha": "9"        | ci_config_sha | 9  | UNDECIDED
          agent.buildkite.com                       | "sub": "s", "pipeline_slug": "p"        | pipeline_slug | p  | ADMITTED
          oidc.circleci.com/org/1-2                 | "sub": "s", "oidc.circleci.com/project-id": "q" | oidc.circleci.com/project-id | q | ADMITTED
          idcs-9f0a.identity.oraclecloud.com        | "sub": "s", "rpst_id": "o"              | rpst_id      | o   | ADMITTED
          token.actions.githubusercontent.com.evil.example | "sub": "s", "repository": "a/b"  | repository   | a/b | UNDECIDED
          gitlab.example.com                        | "sub": "s", "project_id": "9"           | project_id   | 9   | UNDECIDED
          gitlab.example.com                        | "sub": "s", "amr": ["mfa"]              | amr          | mfa | UNDECIDED
          gitlab.example.com                        | "sub": "s", "email": "a@b"              | EMail        | a@b | UNDECIDED
          gitlab.example.com                        | "sub": "s", "email": "a@b", "Email": "c" | email       | d   | UNDECIDED
          """)
  void ofOthers(String issuer, String claims, String key, String value, Verdict verdict)
      throws Exception {
    String condition = "{\"StringEquals\": {\"%s:%s\": \"%s\"}}".formatted(issuer, key, value);

    assertThat(check(issuer, claims, condition).verdict()).isEqualTo(verdict);
  }

  @Test
  void aPatternIsPutInTheTokensCaseAndKeepsItsWildcards() throws Exception {
    TrustReport report =
        check(
            GITHUB,
            CLAIMS,
            "{\"StringLike\": {\"%s:sub\": [\"repo:other/*\", \"repo:Octo-Org/*:REF:refs/?eads/*\"]}}"
                .formatted(GITHUB));

    assertThat(ids(report)).startsWith("aws.trust-case-differs");
    Correction correction = report.correctedPolicy();
    assertThat(correction).isNotNull();
    assertThat(correction.policy().toString())
        .contains("[\"repo:other/*\",\"repo:octo-org/*:ref:refs/?eads/*\"]");
    assertThat(correction.effect()).isEqualTo(Effect.WIDENS);
    assertThat(report.findings().getFirst().fix().getFirst().aws())
        .contains("repo:octo-org/*:ref:refs/?eads/*");
  }

  /** The guide has the key amr, a list, for Cognito. Columns: the condition, the verdict. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"ForAnyValue:StringEquals": {"C:amr": "authenticated"}}  | ADMITTED
          {"ForAnyValue:StringLike": {"C:amr": "authenticated"}}    | ADMITTED
          {"ForAnyValue:StringEquals": {"C:amr": "Authenticated"}}  | REFUSED
          {"ForAllValues:StringEquals": {"C:amr": "authenticated"}} | REFUSED
          {"StringEquals": {"C:amr": "authenticated"}}              | REFUSED
          """)
  void ofCognito(String condition, Verdict verdict) throws Exception {
    String cognito = "cognito-identity.amazonaws.com";
    String claims = "\"sub\": \"s\", \"amr\": [\"authenticated\", \"login.example\"]";

    assertThat(check(cognito, claims, condition.replace("C:", cognito + ":")).verdict())
        .isEqualTo(verdict);
  }

  /** Columns: conditions on GitHub's keys; what it does to let this token in. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"StringEquals": {"G:ref": "refs/heads/Main"}, "StringLike": {"G:sub": "repo:octo-org/*"}}    | WIDENS
          {"StringEquals": {"G:ref": "refs/heads/main/"}, "StringLike": {"G:sub": "repo:octo-org/*"}}   | WIDENS
          {"StringEquals": {"G:environment": "Prod", "G:sub": "SUB"}}                                   | WIDENS
          {"StringEquals": {"G:ref": "refs/heads/main "}, "StringLike": {"G:sub": "repo:octo-org/*"}}   | SAME
          {"StringEquals": {"G:aud": "STS.amazonaws.com", "G:sub": "SUB"}}                              | SAME
          {"StringEquals": {"G:aud": "STS.amazonaws.com"}, "StringLike": {"G:sub": "repo:octo-org/*"}}  | WIDENS
          """)
  void anotherBranchMayBeAnothers(String condition, Effect effect) throws Exception {
    TrustReport report =
        check(
            GITHUB,
            CLAIMS,
            condition
                .replace("G:", GITHUB + ":")
                .replace("SUB", "repo:octo-org/octo-repo:ref:refs/heads/main"));

    assertThat(report.correctedPolicy()).isNotNull();
    assertThat(report.correctedPolicy().effect()).isEqualTo(effect);
  }

  @Test
  void ofSeveralAlmostRightNoneIsGivenUp() throws Exception {
    String condition =
        """
        {"StringEquals": {"%s:sub": ["repo:octo-org/a:ref:refs/heads/main",
          "repo:octo-org/b:ref:refs/heads/main"]}}
        """
            .formatted(GITHUB);

    TrustReport report = check(GITHUB, CLAIMS, condition);

    assertThat(report.correctedPolicy()).isNotNull();
    assertThat(report.correctedPolicy().effect()).isEqualTo(Effect.WIDENS);
    assertThat(report.correctedPolicy().policy().toString())
        .contains(
            "[\"repo:octo-org/a:ref:refs/heads/main\",\"repo:octo-org/b:ref:refs/heads/main\","
                + "\"repo:octo-org/octo-repo:ref:refs/heads/main\"]");
  }

  /** Recorded: IAM answers MalformedPolicyDocument to a policy without, whatever else it pins. */
  @Test
  void aCorrectedPolicyPinsTheSubjectBesides() throws Exception {
    TrustReport report =
        check(
            GITHUB,
            CLAIMS,
            "{\"StringEquals\": {\"%s:repository\": \"Octo-Org/octo-repo\"}}".formatted(GITHUB));

    assertThat(report.correctedPolicy()).isNotNull();
    assertThat(report.correctedPolicy().policy().at("/Statement/0/Condition").toString())
        .isEqualTo(
            "{\"StringEquals\":{\"%1$s:repository\":\"octo-org/octo-repo\",\"%1$s:sub\":\"%2$s\"}}"
                .formatted(GITHUB, "repo:octo-org/octo-repo:ref:refs/heads/main"));
  }

  @Test
  void aProviderOfAnotherAccountIsCalledThat() throws Exception {
    TrustReport report =
        check(
            GITHUB,
            CLAIMS,
            "{\"StringEquals\": {\"%s:ref\": \"refs/heads/main\"}}".formatted(GITHUB),
            "999988887777");

    assertThat(report.findings().getFirst().title())
        .isEqualTo("The policy trusts this issuer's provider in another account than the role's");
    assertThat(report.correctedPolicy()).isNotNull();
    assertThat(report.correctedPolicy().policy().at("/Statement/0/Principal/Federated").asString())
        .isEqualTo("arn:aws:iam::111122223333:oidc-provider/" + GITHUB);
  }

  @Test
  void aClaimThatIsNotThereIsCalledByItsName() throws Exception {
    TrustReport report =
        check(
            GITHUB, CLAIMS, "{\"StringEquals\": {\"%s:enterprise_id\": \"1\"}}".formatted(GITHUB));

    assertThat(report.findings().getFirst().because())
        .containsExactly(
            "Statement 1 wants token.actions.githubusercontent.com:enterprise_id, under"
                + " StringEquals, to be 1; the token has no enterprise_id.");
  }

  private static List<String> ids(TrustReport report) {
    return report.findings().stream().map(Finding::id).toList();
  }

  private static TrustReport check(String issuer, String claims, String condition)
      throws Exception {
    return check(issuer, claims, condition, "111122223333");
  }

  private static TrustReport check(String issuer, String claims, String condition, String account)
      throws Exception {
    Token token =
        Tokens.jwt(
            "{\"iss\": \"https://%s\", \"aud\": \"sts.amazonaws.com\", \"exp\": %d, \"iat\": %d, %s}"
                .formatted(
                    issuer,
                    Tokens.ISSUED.plusSeconds(3600).getEpochSecond(),
                    Tokens.ISSUED.getEpochSecond(),
                    claims));
    String arn = "arn:aws:iam::111122223333:oidc-provider/" + issuer;
    return TrustCheck.of(
        new TrustQuestion(
            token,
            TrustCheckTest.policy(condition)
                .replace("accounts.google.com", arn.replace("111122223333", account)),
            "arn:aws:iam::111122223333:role/Workload",
            List.of(new OidcProvider(arn, issuer, List.of("sts.amazonaws.com"))),
            SignatureCheck.notAsked(token),
            Tokens.ISSUED.plusSeconds(60),
            Map.of()));
  }
}
