package dev.crosstrust.trust.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.finding.Finding;
import dev.crosstrust.token.Token;
import dev.crosstrust.token.Tokens;
import dev.crosstrust.token.signature.SignatureCheck;
import dev.crosstrust.trust.Verdict;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Whole cases, a policy and a token each, with what AWS's pages say of them or what people wrote
 * that they met with; where each comes from stands in its first column: {@code guide} with a page
 * of the IAM User Guide, {@code recorded} with a file of github.com/radkawar/stackd, which keeps
 * real answers of AWS, or the issue of a repository.
 */
class ReportedCasesTest {
  private static final String ROLE = "arn:aws:iam::111122223333:role/Workload";
  private static final String OIDC = "arn:aws:iam::111122223333:oidc-provider/issuer.example";
  private static final String PIN =
      "\"accounts.google.com:oaud\": \"sts.amazonaws.com\","
          + " \"accounts.google.com:sub\": \"114809731204417780391\"";

  /** Columns: source, the condition, the verdict, the finding at the top. The azp is the id. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          guide condition-logic            | {"StringEquals": {"G:sub": ["1", "114809731204417780391"], "G:oaud": "sts.amazonaws.com"}}                     | ADMITTED  |
          guide condition-logic            | {"StringEquals": {"G:sub": "114809731204417780391", "G:oaud": "other"}}                                       | REFUSED   | aws.trust-value-mismatch
          guide condition-logic            | {"StringNotEquals": {"G:sub": ["1", "114809731204417780391"]}, "StringEquals": {"G:oaud": "sts.amazonaws.com"}} | REFUSED   | aws.trust-value-mismatch
          guide elements_condition         | {"StringEquals": {"ACCOUNTS.google.com:SUB": "114809731204417780391", "G:oaud": "sts.amazonaws.com"}}         | ADMITTED  |
          guide condition_operators String | {"StringLike": {"G:sub": "1148*0391", "G:oaud": "sts.*"}}                                                     | ADMITTED  | aws.trust-open-subject
          guide condition_operators String | {"StringLike": {"G:sub": "11480973120441778039?"}, "StringEquals": {"G:oaud": "sts.amazonaws.com"}}           | ADMITTED  | aws.trust-open-subject
          guide condition_operators String | {"StringEqualsIgnoreCase": {"G:oaud": "STS.Amazonaws.COM", "G:sub": "114809731204417780391"}}                 | ADMITTED  |
          guide condition_operators String | {"StringNotLike": {"G:oaud": "sts.*"}, "StringEquals": {"G:sub": "114809731204417780391"}}                    | REFUSED   | aws.trust-value-mismatch
          guide condition_operators String | {"StringNotEqualsIgnoreCase": {"G:oaud": "STS.AMAZONAWS.COM"}, "StringEquals": {"G:sub": "114809731204417780391"}} | REFUSED | aws.trust-value-mismatch
          guide condition_operators Null   | {"Null": {"G:sub": "true"}, "StringEquals": {"G:oaud": "sts.amazonaws.com"}}                                  | REFUSED   | aws.trust-value-mismatch
          guide condition_operators Null   | {"Null": {"G:email": true}, "StringEquals": {PIN}}                                                            | ADMITTED  |
          guide condition_operators Null   | {"Null": {"G:email": ["true", "false"]}, "StringEquals": {PIN}}                                               | ADMITTED  |
          guide condition_operators IfExists | {"StringEqualsIfExists": {"G:email": "nobody"}, "StringEquals": {PIN}}                                      | ADMITTED  | aws.trust-key-unknown
          guide condition_operators IfExists | {"StringNotEqualsIfExists": {"G:email": "nobody"}, "StringEquals": {PIN}}                                   | ADMITTED  | aws.trust-key-unknown
          guide condition_operators IfExists | {"StringNotEquals": {"G:email": "nobody"}, "StringEquals": {PIN}}                                           | ADMITTED  | aws.trust-key-unknown
          guide condition_operators Arn    | {"ArnLike": {"G:sub": "arn:aws:*"}, "StringEquals": {"G:oaud": "sts.amazonaws.com"}}                          | REFUSED   | aws.policy-malformed
          guide condition_operators Arn    | {"ArnLike": {"G:sub": "arn:aws:iam::*:*"}, "StringEquals": {"G:oaud": "sts.amazonaws.com"}}                   | REFUSED   | aws.trust-value-mismatch
          guide condition_operators Numeric | {"NumericEquals": {"G:sub": "114809731204417780391"}, "StringEquals": {"G:oaud": "sts.amazonaws.com"}}       | ADMITTED  |
          guide condition_operators Numeric | {"NumericEquals": {"G:sub": "114809731204417780392"}, "StringEquals": {"G:oaud": "sts.amazonaws.com"}}       | REFUSED   | aws.trust-value-mismatch
          guide condition_operators Date   | {"DateGreaterThan": {"aws:CurrentTime": "2026-11-21T00:00:00Z"}, "StringEquals": {PIN}}                       | ADMITTED  |
          guide condition_operators Date   | {"DateLessThan": {"aws:CurrentTime": "2026-11-21"}, "StringEquals": {PIN}}                                    | REFUSED   | aws.trust-value-mismatch
          guide condition_operators Date   | {"NumericGreaterThan": {"aws:EpochTime": "1700000000"}, "StringEquals": {PIN}}                                | ADMITTED  |
          guide condition_operators Date   | {"DateLessThan": {"aws:EpochTime": "1700000000"}, "StringEquals": {PIN}}                                      | REFUSED   | aws.trust-value-mismatch
          guide multi-valued keys          | {"ForAllValues:StringEquals": {"G:email": "nobody"}, "StringEquals": {PIN}}                                   | ADMITTED  | aws.trust-forallvalues-open
          guide multi-valued keys          | {"ForAnyValue:StringEquals": {"G:email": "nobody"}, "StringEquals": {PIN}}                                    | REFUSED   | aws.trust-key-unknown
          guide multi-valued keys          | {"ForAnyValue:StringNotEquals": {"G:email": "nobody"}, "StringEquals": {PIN}}                                 | REFUSED   | aws.trust-key-unknown
          guide multi-valued keys          | {"ForAnyValue:StringLike": {"G:sub": ["9*", "1148*"]}, "StringEquals": {"G:oaud": "sts.amazonaws.com"}}       | ADMITTED  | aws.trust-open-subject
          guide condition-keys MFA         | {"Bool": {"aws:MultiFactorAuthPresent": "true"}, "StringEquals": {PIN}}                                       | REFUSED   | aws.trust-key-absent
          guide condition-keys MFA         | {"BoolIfExists": {"aws:MultiFactorAuthPresent": "true"}, "StringEquals": {PIN}}                               | ADMITTED  |
          guide condition-keys MFA         | {"NumericLessThan": {"aws:MultiFactorAuthAge": "3600"}, "StringEquals": {PIN}}                                | REFUSED   | aws.trust-key-absent
          guide condition-keys SourceArn   | {"ArnLike": {"aws:SourceArn": "arn:aws:sns:*:*:*"}, "StringEquals": {PIN}}                                    | REFUSED   | aws.trust-key-absent
          guide condition-keys TokenIssueTime | {"DateGreaterThan": {"aws:TokenIssueTime": "2020-01-01T00:00:01Z"}, "StringEquals": {PIN}}                 | REFUSED   | aws.trust-key-absent
          guide condition-keys SourceIp    | {"NotIpAddress": {"aws:SourceIp": "203.0.113.0/24"}, "StringEquals": {PIN}}                                   | UNDECIDED | aws.trust-key-undecided
          guide condition-keys OrgID       | {"StringEquals": {"aws:PrincipalOrgID": "o-1", PIN}}                                                          | UNDECIDED | aws.trust-key-undecided
          guide iam-condition-keys sts     | {"StringEquals": {"sts:ExternalId": "1", PIN}}                                                                | REFUSED   | aws.trust-key-absent
          guide iam-condition-keys sts     | {"StringLike": {"sts:RoleSessionName": "gcp-*"}, "StringEquals": {PIN}}                                       | UNDECIDED | aws.trust-key-undecided
          guide policies_variables         | {"StringEquals": {"G:sub": "${accounts.google.com:aud}", "G:oaud": "sts.amazonaws.com"}}                      | ADMITTED  | aws.trust-open-subject
          guide policies_variables         | {"StringEquals": {"G:sub": "${accounts.google.com:email}", "G:oaud": "sts.amazonaws.com"}}                    | REFUSED   | aws.trust-value-mismatch
          guide policies_variables         | {"StringEquals": {"G:sub": "${accounts.google.com:email, '114809731204417780391'}", "G:oaud": "sts.amazonaws.com"}} | ADMITTED | aws.trust-open-subject
          guide policies_variables         | {"StringEquals": {"G:oaud": "sts${*}amazonaws.com", "G:sub": "114809731204417780391"}}                        | REFUSED   | aws.trust-value-mismatch
          guide policies_variables         | {"StringLike": {"G:oaud": "${?}ts.amazonaws.com"}, "StringEquals": {"G:sub": "114809731204417780391"}}        | REFUSED   | aws.trust-value-mismatch
          guide grammar                    | {"StringEquals": {"G:sub": 114809731204417780391, "G:oaud": "sts.amazonaws.com"}}                             | ADMITTED  | aws.trust-number-mangled
          recorded condition_values        | {"Bool": {"sts:RoleAuthorizedByIdp": "no"}, "StringEquals": {PIN}}                                            | ADMITTED  |
          access-analyzer empty array      | {"StringNotEquals": {"G:email": []}, "StringEquals": {PIN}}                                                   | UNDECIDED | aws.trust-key-undecided
          access-analyzer empty array      | {"ForAnyValue:StringEquals": {"G:sub": []}, "StringEquals": {PIN}}                                           | REFUSED   | aws.trust-value-mismatch
          terraform-provider-aws 33026     | {"StringEquals": {"G:sub": "1", "G:sub": "114809731204417780391", "G:oaud": "sts.amazonaws.com"}}             | ADMITTED  |
          github/docs 17463                | {"ForAllValues:StringEquals": {PIN}}                                                                          | ADMITTED  | aws.trust-forallvalues-open
          """)
  void aCondition(String source, String condition, Verdict verdict, @Nullable String top)
      throws Exception {
    TrustReport report = google(TrustCheckTest.policy(written(condition)));

    assertThat(report.verdict()).as(source).isEqualTo(verdict);
    assertThat(top(report)).as(source).isEqualTo(top);
  }

  /**
   * Columns: source, statements (P is the pinned condition), the verdict, the finding at the top.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          guide elements_principal        | {"Effect": "Allow", "Principal": {"Federated": ["cognito-identity.amazonaws.com", "accounts.google.com"]}, "Action": "sts:AssumeRoleWithWebIdentity", P} | ADMITTED |
          recorded aws-trust              | {"Effect": "Allow", "Principal": {"AWS": "*"}, "Action": "sts:AssumeRoleWithWebIdentity", P}              | REFUSED   | aws.trust-principal-wrong
          aws-cdk 5732                    | {"Effect": "Allow", "Principal": "*", "Action": "sts:AssumeRoleWithWebIdentity", P}                      | REFUSED   | aws.policy-malformed
          aws-cdk 10994                   | ALLOW, {"Effect": "Deny", "Principal": "*", "Action": "sts:AssumeRole"}                                  | REFUSED   | aws.policy-malformed
          guide elements_principal        | {"Effect": "Allow", "Principal": {"Federated": "*"}, "Action": "sts:AssumeRoleWithWebIdentity", P}        | REFUSED   | aws.trust-principal-wrong
          guide elements_principal        | {"Effect": "Allow", "Principal": {"Service": "ec2.amazonaws.com", "Federated": "accounts.google.com"}, "Action": "sts:AssumeRoleWithWebIdentity", P} | ADMITTED |
          guide elements_notprincipal     | {"Effect": "Allow", "NotPrincipal": {"Federated": "cognito-identity.amazonaws.com"}, "Action": "sts:AssumeRoleWithWebIdentity", P} | UNDECIDED | aws.policy-malformed
          guide elements_notprincipal     | ALLOW, {"Effect": "Deny", "NotPrincipal": {"Federated": "accounts.google.com"}, "Action": "sts:*"}       | ADMITTED  |
          guide elements_notaction        | {"Effect": "Allow", "Principal": {"Federated": "accounts.google.com"}, "NotAction": "sts:AssumeRole", P}  | ADMITTED  |
          guide elements_notaction        | {"Effect": "Allow", "Principal": {"Federated": "accounts.google.com"}, "NotAction": "sts:AssumeRoleWith*", P} | REFUSED | aws.trust-action-wrong
          guide elements_action           | {"Effect": "Allow", "Principal": {"Federated": "accounts.google.com"}, "Action": "STS:assumerolewithWEBidentity", P} | ADMITTED |
          guide elements_action           | {"Effect": "Allow", "Principal": {"Federated": "accounts.google.com"}, "Action": ["sts:TagSession", "sts:AssumeRole"], P} | REFUSED | aws.trust-action-wrong
          guide elements_action           | {"Effect": "Allow", "Principal": {"Federated": "accounts.google.com"}, "Action": "sts:AssumeRole*", P}    | ADMITTED  |
          guide evaluation-logic          | ALLOW, {"Effect": "Deny", "Principal": {"Federated": "accounts.google.com"}, "Action": "sts:AssumeRoleWithWebIdentity", "Condition": {"StringNotEquals": {"G:oaud": "other"}}} | REFUSED | aws.trust-explicit-deny
          guide evaluation-logic          | ALLOW, {"Effect": "Deny", "Principal": {"Federated": "accounts.google.com"}, "Action": "sts:AssumeRoleWithWebIdentity", "Condition": {"StringEquals": {"G:oaud": "other"}}} | ADMITTED |
          guide evaluation-logic          | ALLOW, {"Effect": "Deny", "Principal": {"Federated": "accounts.google.com"}, "Action": "sts:*", "Condition": {"StringNotEquals": {"G:email": "nobody"}}} | REFUSED | aws.trust-explicit-deny
          guide evaluation-logic          | ALLOW, {"Effect": "Deny", "Principal": {"AWS": "*"}, "Action": "sts:*"}                                   | ADMITTED  |
          guide evaluation-logic          | ALLOW, {"Effect": "Deny", "Principal": {"Federated": "accounts.google.com"}, "Action": "sts:*", "Condition": {"IpAddress": {"aws:SourceIp": "203.0.113.0/24"}}} | UNDECIDED | aws.trust-key-undecided
          guide evaluation-logic          | {"Effect": "Allow", "Principal": {"Federated": "accounts.google.com"}, "Action": "sts:AssumeRoleWithWebIdentity", "Condition": {"StringEquals": {"G:sub": "1"}}}, ALLOW | ADMITTED |
          guide elements_condition        | {"Effect": "Allow", "Principal": {"Federated": "accounts.google.com"}, "Action": "sts:AssumeRoleWithWebIdentity", "Condition": {}} | ADMITTED | aws.trust-open-subject
          guide grammar                   | {"Effect": "Allow", "Principal": {"Federated": "accounts.google.com"}, "Action": "sts:AssumeRoleWithWebIdentity", "Resource": "*"} | REFUSED | aws.policy-malformed
          guide grammar                   | {"Effect": "Allow", "Principal": {"Federated": "accounts.google.com"}, "Action": "sts:AssumeRoleWithWebIdentity", "Condition": {"StringEqualsAlways": {"G:sub": "1"}}} | REFUSED | aws.policy-malformed
          """)
  void statements(String source, String statements, Verdict verdict, @Nullable String top)
      throws Exception {
    String allow =
        "{\"Effect\": \"Allow\", \"Principal\": {\"Federated\": \"accounts.google.com\"},"
            + " \"Action\": \"sts:AssumeRoleWithWebIdentity\", P}";
    String written =
        statements
            .replace("ALLOW", allow)
            .replace(", P}", ", \"Condition\": {\"StringEquals\": {%s}}}".formatted(PIN));

    TrustReport report =
        google("{\"Version\": \"2012-10-17\", \"Statement\": [%s]}".formatted(written(written)));

    assertThat(report.verdict()).as(source).isEqualTo(verdict);
    assertThat(top(report)).as(source).isEqualTo(top);
  }

  /** Columns: source, the condition on a registered issuer's token, the verdict. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          recorded aws-trust           | {"StringEquals": {"aws:PrincipalAccount": "111122223333"}}       | ADMITTED
          recorded aws-trust           | {"StringEquals": {"aws:PrincipalAccount": "anonymous"}}          | REFUSED
          recorded aws-trust           | {"StringEquals": {"aws:PrincipalType": "User"}}                  | ADMITTED
          recorded aws-trust           | {"StringEquals": {"aws:PrincipalType": "FederatedUser"}}         | REFUSED
          recorded aws-trust           | {"StringEquals": {"aws:PrincipalType": "AssumedRole"}}           | REFUSED
          recorded aws-trust           | {"StringEquals": {"aws:userid": "OIDC"}}                         | ADMITTED
          recorded aws-trust           | {"StringEquals": {"aws:userid": "me"}}                           | REFUSED
          recorded aws-trust           | {"Null": {"aws:PrincipalArn": "true"}}                           | ADMITTED
          recorded aws-trust           | {"StringEquals": {"aws:PrincipalArn": "OIDC"}}                   | REFUSED
          guide iam-condition-keys     | {"ArnEquals": {"aws:FederatedProvider": "OIDC"}}                 | ADMITTED
          guide condition_operators    | {"ArnLike": {"aws:FederatedProvider": "arn:*:iam::*:oidc-provider/issuer.*"}}   | ADMITTED
          guide condition_operators    | {"ArnLike": {"aws:FederatedProvider": "arn:aws:iam:*:oidc-provider/issuer.*"}}  | REFUSED
          guide iam-condition-keys aud | {"StringEquals": {"issuer.example:aud": "sts.amazonaws.com"}}    | ADMITTED
          guide iam-condition-keys amr | {"ForAnyValue:StringEquals": {"issuer.example:amr": "mfa"}}      | UNDECIDED
          guide iam-condition-keys amr | {"Null": {"issuer.example:amr": "false"}}                        | UNDECIDED
          guide iam-condition-keys     | {"StringEquals": {"issuer.example:email": "me@example.com"}}     | UNDECIDED
          guide iam-condition-keys     | {"StringEquals": {"issuer.example:email": "you@example.com"}}    | REFUSED
          """)
  void ofARegisteredIssuer(String source, String condition, Verdict verdict) throws Exception {
    Token token =
        token(
            "\"iss\": \"https://issuer.example\", \"aud\": \"sts.amazonaws.com\", \"sub\": \"me\","
                + " \"amr\": [\"pwd\", \"mfa\"], \"email\": \"me@example.com\"");
    String policy =
        TrustCheckTest.policy(condition.replace("OIDC", OIDC)).replace("accounts.google.com", OIDC);

    assertThat(check(token, policy, registered("sts.amazonaws.com")).verdict())
        .as(source)
        .isEqualTo(verdict);
  }

  /**
   * Columns: source, the token's claims, the client ids of the provider, the verdict. The policy
   * admits whoever is taken.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          recorded aws.json baseline         | "aud": "client-a", "sub": "s"                                 | client-a | ADMITTED
          recorded aws.json aud-array-one    | "aud": ["client-a"], "sub": "s"                               | client-a | ADMITTED
          recorded aws.json aud-many         | "aud": ["client-a", "client-b"], "sub": "s"                   | client-a | REFUSED
          recorded aws.json aud-many-azp     | "aud": ["client-a", "x"], "azp": "client-a", "sub": "s"       | client-a | ADMITTED
          recorded aws.json azp-mismatch     | "aud": "client-a", "azp": "x", "sub": "s"                     | client-a | REFUSED
          recorded aws.json azp-empty        | "aud": "client-a", "azp": "", "sub": "s"                      | client-a | REFUSED
          recorded aws.json aud-empty        | "aud": "", "sub": "s"                                         | client-a | REFUSED
          recorded aws.json sub-number       | "aud": "client-a", "sub": 42                                  | client-a | ADMITTED
          recorded aws.json nbf-fraction     | "aud": "client-a", "sub": "s", "nbf": 1.5                     | client-a | REFUSED
          configure-aws-credentials 1309     | "aud": "https://github.com/acme", "sub": "s"                  | sts.amazonaws.com | REFUSED
          """)
  void aToken(String source, String claims, String client, Verdict verdict) throws Exception {
    Token token = token("\"iss\": \"https://issuer.example\", " + claims);
    String policy = TrustCheckTest.policy("{}").replace("accounts.google.com", OIDC);

    assertThat(check(token, policy, registered(client)).verdict()).as(source).isEqualTo(verdict);
  }

  /** In Version 2008-10-17, or without any, a variable is a text like others. */
  @ParameterizedTest
  @CsvSource({"2012-10-17, ADMITTED", "2008-10-17, REFUSED", "'', REFUSED"})
  void variablesAreOfTheNewVersion(String version, Verdict verdict) throws Exception {
    String policy =
        TrustCheckTest.policy(
            written(
                "{\"StringEquals\": {\"G:sub\": \"${G:aud}\", \"G:oaud\":"
                    + " \"sts.amazonaws.com\"}}"));

    assertThat(
            google(
                    version.isEmpty()
                        ? policy.replace("\"Version\": \"2012-10-17\",", "")
                        : policy.replace("2012-10-17", version))
                .verdict())
        .isEqualTo(verdict);
  }

  private static String written(String text) {
    return text.replace("PIN", PIN).replace("G:", "accounts.google.com:");
  }

  private static @Nullable String top(TrustReport report) {
    return report.findings().stream().map(Finding::id).findFirst().orElse(null);
  }

  private static List<OidcProvider> registered(String client) {
    return List.of(new OidcProvider(OIDC, "issuer.example", List.of(client)));
  }

  private static Token token(String claims) {
    return Tokens.jwt(
        "{\"exp\": %d, \"iat\": %d, %s}"
            .formatted(
                Tokens.ISSUED.plusSeconds(3600).getEpochSecond(),
                Tokens.ISSUED.getEpochSecond(),
                claims));
  }

  private static TrustReport google(String policy) throws Exception {
    return check(Tokens.google(Tokens.UNIQUE_ID), policy, null);
  }

  private static TrustReport check(
      Token token, String policy, @Nullable List<OidcProvider> providers) throws Exception {
    return TrustCheck.of(
        new TrustQuestion(
            token,
            policy,
            ROLE,
            providers,
            SignatureCheck.notAsked(token),
            Tokens.ISSUED.plusSeconds(60),
            Map.of()));
  }
}
