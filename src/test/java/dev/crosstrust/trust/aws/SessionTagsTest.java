package dev.crosstrust.trust.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.finding.Finding;
import dev.crosstrust.token.Token;
import dev.crosstrust.token.Tokens;
import dev.crosstrust.trust.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What a token brings for its session is known, and so are the keys that come of it.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html">Session
 *     tags</a>
 */
class SessionTagsTest {
  private static final String TAGGED =
      """
      "https://aws.amazon.com/tags": {"principal_tags": {"Project": ["Automation"], "Cost": ["7"]},
        "transitive_tag_keys": ["Project"]},
      "https://aws.amazon.com/source_identity": "alice",
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"StringEquals": {"aws:RequestTag/Project": "Automation"}}               | ADMITTED
          {"StringEquals": {"aws:RequestTag/project": "Automation"}}               | ADMITTED
          {"StringEquals": {"aws:RequestTag/Project": "automation"}}               | REFUSED
          {"StringEquals": {"aws:RequestTag/Team": "a"}}                           | REFUSED
          {"Null": {"aws:RequestTag/Team": "true"}}                                | ADMITTED
          {"ForAllValues:StringEquals": {"aws:TagKeys": ["Project", "Cost"]}}      | ADMITTED
          {"ForAllValues:StringEquals": {"aws:TagKeys": ["Project"]}}              | REFUSED
          {"ForAnyValue:StringEquals": {"aws:TagKeys": ["Cost"]}}                  | ADMITTED
          {"StringEquals": {"aws:TagKeys": "Project"}}                             | REFUSED
          {"ForAllValues:StringEquals": {"sts:TransitiveTagKeys": ["Project"]}}    | ADMITTED
          {"StringEquals": {"sts:TransitiveTagKeys": "Project"}}                   | REFUSED
          {"StringEquals": {"sts:SourceIdentity": "alice"}}                        | ADMITTED
          {"StringLike": {"sts:SourceIdentity": "a*"}}                             | ADMITTED
          {"StringEquals": {"sts:SourceIdentity": "bob"}}                          | REFUSED
          """)
  void aConditionOnThemIsDecided(String condition, Verdict verdict) throws Exception {
    assertThat(check(TAGGED, condition).verdict()).isEqualTo(verdict);
  }

  /** Columns: what the token brings, the verdict. The first four are recorded answers of AWS. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "https://aws.amazon.com/tags": {"principal_tags": {"a": ["b"]}}      | ADMITTED  |
          "https://aws.amazon.com/tags/principal_tags/a": "b"                  | ADMITTED  |
          "https://aws.amazon.com/tags": {"principal_tags": {"a": "b"}}        | REFUSED   | aws.session-tags
          "https://aws.amazon.com/tags": {"principal_tags": {"a": ["b", "c"]}} | REFUSED   | aws.session-tags
          "https://aws.amazon.com/tags": {"principal_tags": {"a": []}}         | REFUSED   | aws.session-tags
          "https://aws.amazon.com/tags": {"principal_tags": ["a"]}             | REFUSED   | aws.session-tags
          "https://aws.amazon.com/tags/principal_tags/a": ["b"]                | UNDECIDED | aws.session-tags
          """)
  void theirFormIsSeenTo(String claim, Verdict verdict, String top) throws Exception {
    TrustReport report =
        check(
            claim + ",",
            "{\"StringEquals\": {\"accounts.google.com:sub\": \"114809731204417780391\","
                + " \"accounts.google.com:oaud\": \"sts.amazonaws.com\"}}");

    assertThat(report.verdict()).isEqualTo(verdict);
    assertThat(report.findings().stream().map(Finding::id).findFirst().orElse(null)).isEqualTo(top);
    assertThat(report.tokenRefused()).isEqualTo(verdict == Verdict.REFUSED);
  }

  /** Columns: another statement about sts:TagSession; the finding at the top, its last reason. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Allow | {"StringEquals": {"aws:RequestTag/Project": "Other"}} | aws.session-tags        | Statement 2 wants aws:RequestTag/Project, under StringEquals, to be Other; it is Automation.
          Deny  | {}                                                    | aws.trust-explicit-deny | Statement 2 denies sts:TagSession, whatever others allow.
          """)
  void whatGuardsThemStays(String effect, String condition, String id, String because)
      throws Exception {
    String tags = effect.equals("Deny") ? ", \"sts:TagSession\"" : "";
    String policy =
        """
        {"Version": "2012-10-17", "Statement": [
          {"Effect": "Allow", "Principal": {"Federated": "accounts.google.com"},
           "Action": ["sts:AssumeRoleWithWebIdentity", "sts:SetSourceIdentity"%s],
           "Condition": {"StringEquals": {"accounts.google.com:sub": "114809731204417780391"}}},
          {"Effect": "%s", "Principal": {"Federated": "accounts.google.com"},
           "Action": "sts:TagSession", "Condition": %s}]}
        """
            .formatted(tags, effect, condition);

    TrustReport report = TrustCheckTest.check(token(TAGGED), policy);

    assertThat(report.verdict()).isEqualTo(Verdict.REFUSED);
    assertThat(report.findings().getFirst().id()).isEqualTo(id);
    assertThat(report.findings().getFirst().because()).endsWith(because);
    assertThat(report.correctedPolicy()).isNull();
  }

  @Test
  void withoutThemTheirKeysAreAbsent() throws Exception {
    assertThat(check("", "{\"StringEquals\": {\"aws:RequestTag/a\": \"b\"}}").verdict())
        .isEqualTo(Verdict.REFUSED);
    assertThat(check("", "{\"Null\": {\"sts:SourceIdentity\": \"true\"}}").verdict())
        .isEqualTo(Verdict.ADMITTED);
  }

  private static TrustReport check(String claims, String condition) throws Exception {
    return TrustCheckTest.check(
        token(claims),
        TrustCheckTest.policy(condition)
            .replace(
                "\"sts:AssumeRoleWithWebIdentity\"",
                "[\"sts:AssumeRoleWithWebIdentity\", \"sts:TagSession\","
                    + " \"sts:SetSourceIdentity\"]"));
  }

  private static Token token(String claims) {
    return Tokens.jwt(
        Tokens.google(Tokens.UNIQUE_ID)
            .claims()
            .toString()
            .replaceFirst("\\{", "{" + claims.replace("\n", " ")));
  }
}
