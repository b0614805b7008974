package dev.crosstrust.setup.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.trust.Ternary;
import dev.crosstrust.trust.aws.policy.KeyValue;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyTest {
  private static final Request READ =
      Request.of(
          "s3:GetObject",
          "arn:aws:s3:::b/reports/a.csv",
          Map.of("aws:PrincipalAccount", List.of("111122223333"), "s3:max-keys", List.of("100")));

  private static Ternary allow(String... statements) {
    return Policy.of(
            List.of(
                "{'Version': '2012-10-17', 'Statement': [%s]}"
                    .formatted(String.join(",", statements))
                    .replace('\'', '"')))
        .orElseThrow()
        .allow(READ);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          'Action': 's3:GetObject', 'Resource': 'arn:aws:s3:::b/*'           | YES
          'Action': ['iam:*', 'S3:get*'], 'Resource': '*'                    | YES
          'NotAction': 'iam:*', 'Resource': '*'                              | YES
          'NotAction': 's3:*', 'Resource': '*'                               | NO
          'Action': 's3:GetObject', 'Resource': 'arn:aws:s3:::b/r?ports/*'   | YES
          'Action': 's3:GetObject', 'Resource': 'arn:aws:s3:::b'             | NO
          'Action': 's3:GetObject', 'NotResource': 'arn:aws:s3:::b/*'        | NO
          'Action': 's3:GetObject', 'Resource': 'arn:aws:s3:::b/${aws:username}/*' | UNDECIDED
          'Action': 's3:PutObject', 'Resource': '*'                          | NO
          """)
  void actionsAndResourcesArePatterns(String statement, Ternary answer) {
    assertThat(allow("{'Effect': 'Allow', %s}".formatted(statement))).isEqualTo(answer);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          'StringEquals': {'aws:principalaccount': '111122223333'}                 | YES
          'StringEquals': {'aws:PrincipalAccount': ['1', '111122223333']}          | YES
          'StringEquals': {'aws:PrincipalAccount': '4444'}                         | NO
          'StringNotEquals': {'aws:PrincipalAccount': '111122223333'}              | NO
          'StringLike': {'aws:PrincipalAccount': '1111*'}                          | YES
          'StringEquals': {'aws:PrincipalAccount': '1111*'}                        | NO
          'ForAnyValue:StringEquals': {'aws:PrincipalAccount': '111122223333'}     | YES
          'StringEqualsIfExists': {'aws:PrincipalAccount': '4444'}                 | NO
          'NumericLessThanEquals': {'s3:max-keys': '100'}                          | YES
          'NumericLessThan': {'s3:max-keys': 100}                                  | NO
          'StringEquals': {'aws:SourceVpc': 'vpc-1'}                               | UNDECIDED
          'IpAddress': {'aws:PrincipalAccount': '10.0.0.0/8'}                      | NO
          'IpAddress': {'aws:SourceIp': '10.0.0.0/8'}                              | UNDECIDED
          'StringLike': {'aws:PrincipalAccount': '${aws:SourceAccount}'}           | UNDECIDED
          'Null': {'aws:TokenIssueTime': 'false'}                                  | UNDECIDED
          """)
  void aConditionIsDecidedAsFarAsItsKeyIsKnown(String condition, Ternary answer) {
    assertThat(
            allow(
                "{'Effect': 'Allow', 'Action': '*', 'Resource': '*', 'Condition': {%s}}"
                    .formatted(condition)))
        .isEqualTo(answer);
  }

  @Test
  void aDenyWinsAndOneThatMayHitLeavesItOpen() {
    String all = "{'Effect': 'Allow', 'Action': '*', 'Resource': '*'}";

    assertThat(allow(all, "{'Effect': 'Deny', 'Action': 's3:*', 'Resource': '*'}"))
        .isEqualTo(Ternary.NO);
    assertThat(
            allow(
                all,
                "{'Effect': 'Deny', 'Action': '*', 'Resource': '*', 'Condition': {'Bool':"
                    + " {'aws:MultiFactorAuthPresent': 'false'}}}"))
        .isEqualTo(Ternary.UNDECIDED);
    assertThat(allow(all, "{'Effect': 'Deny', 'Action': 'iam:*', 'Resource': '*'}"))
        .isEqualTo(Ternary.YES);
  }

  @Test
  void aKeyThatIsCertainlyAbsentFailsUnlessTheOperatorForgivesIt() {
    Request request = new Request("a:b", "*", _ -> KeyValue.absent());
    String statement =
        "{\"Statement\": {\"Effect\": \"Allow\", \"Action\": \"*\", \"Resource\": \"*\","
            + " \"Condition\": {\"%s\": {\"a:key\": \"x\"}}}}";

    assertThat(policy(statement.formatted("StringEquals")).allow(request)).isEqualTo(Ternary.NO);
    assertThat(policy(statement.formatted("StringEqualsIfExists")).allow(request))
        .isEqualTo(Ternary.YES);
    assertThat(policy(statement.formatted("ForAllValues:StringEquals")).allow(request))
        .isEqualTo(Ternary.YES);
    assertThat(policy(statement.formatted("StringNotEquals")).allow(request))
        .isEqualTo(Ternary.YES);
  }

  @Test
  void whatIsNoPolicyIsNotTakenForOneThatAllowsNothing() {
    assertThat(Policy.of(List.of("not JSON"))).isEmpty();
    assertThat(Policy.of(List.of("[]"))).isEmpty();
    assertThat(
            Policy.of(
                List.of("{\"Statement\": {\"Condition\": {\"StringIs\": {\"a:b\": \"c\"}}}}")))
        .isEmpty();
  }

  @Test
  void aVersionWithoutVariablesTakesThemAsTheyAreWritten() {
    Request own = Request.of("s3:GetObject", "arn:aws:s3:::b/${aws:username}/a", Map.of());

    assertThat(
            policy(
                    "{\"Statement\": {\"Effect\": \"Allow\", \"Action\": \"*\","
                        + " \"Resource\": \"arn:aws:s3:::b/${aws:username}/*\"}}")
                .allow(own))
        .isEqualTo(Ternary.YES);
  }

  private static Policy policy(String document) {
    return Policy.of(List.of(document)).orElseThrow();
  }
}
