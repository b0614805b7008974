package dev.crosstrust.sandbox.aws.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.sandbox.aws.Authorizer.Decision;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatementTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "Action": "s3:GetObject"              | s3:GetObject  | true
          "Action": "S3:getobject"              | s3:GetObject  | true
          "Action": "s3:Get*"                   | s3:GetObject  | true
          "Action": "s3:Get*"                   | s3:PutObject  | false
          "Action": ["iam:*", "s3:?etObject"]   | s3:GetObject  | true
          "Action": "*"                         | s3:GetObject  | true
          "Action": "s3:*Object*"               | s3:GetObjectAcl | true
          "NotAction": "s3:Get*"                | s3:GetObject  | false
          "NotAction": ["s3:Get*", "s3:Put*"]   | iam:ListRoles | true
          """)
  void actionsMatchByWildcardsWithoutRegardToCase(String element, String action, boolean allowed) {
    String policy =
        "{\"Statement\": {\"Effect\": \"Allow\", \"Resource\": \"*\", %s}}".formatted(element);

    assertThat(allows(policy, action, "*", Map.of())).isEqualTo(allowed);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "Resource": "*"                         | arn:aws:s3:::b/k   | true
          "Resource": "arn:aws:s3:::b"            | arn:aws:s3:::b     | true
          "Resource": "arn:aws:s3:::b"            | arn:aws:s3:::b/k   | false
          "Resource": "arn:aws:s3:::b/*"          | arn:aws:s3:::b/k/l | true
          "Resource": "arn:aws:s3:::b/*"          | arn:aws:s3:::b     | false
          "Resource": "arn:aws:s3:::B"            | arn:aws:s3:::b     | false
          "Resource": "arn:aws:s3:::b?"           | arn:aws:s3:::b1    | true
          "Resource": ["arn:aws:s3:::a", "arn:aws:s3:::b"] | arn:aws:s3:::b | true
          "Resource": "arn:aws:iam::*:role/*"     | arn:aws:iam::111122223333:role/ | true
          "Resource": "arn:aws:s3:::*"            | *                  | false
          "NotResource": "arn:aws:s3:::b/*"       | arn:aws:s3:::b/k   | false
          "NotResource": "arn:aws:s3:::b/*"       | arn:aws:s3:::c     | true
          """)
  void resourcesMatchByWildcards(String element, String resource, boolean allowed) {
    String policy =
        "{\"Statement\": {\"Effect\": \"Allow\", \"Action\": \"s3:*\", %s}}".formatted(element);

    assertThat(allows(policy, "s3:GetObject", resource, Map.of())).isEqualTo(allowed);
  }

  /** Columns: version, resource of the policy, value of {@code aws:username}, requested object. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2012-10-17 | ${aws:username}          | ada  | ada            | true
          2012-10-17 | ${AWS:UserName}          | ada  | ada            | true
          2012-10-17 | ${aws:username}          | *    | ada            | false
          2012-10-17 | ${aws:username}*         | a    | ada            | true
          2012-10-17 | ${aws:absent}            | ada  | ada            | false
          2012-10-17 | ${aws:absent, 'nobody'}  | ada  | nobody         | true
          2012-10-17 | ${aws:username, 'x'}     | ada  | ada            | true
          2012-10-17 | a${*}                    | ada  | a*             | true
          2012-10-17 | a${*}                    | ada  | ada            | false
          2012-10-17 | a${?}${$}                | ada  | a?$            | true
          2012-10-17 | ${unclosed               | ada  | ${unclosed     | true
          2008-10-17 | ${aws:username}          | ada  | ada            | false
          2008-10-17 | ${aws:username}          | ada  | ${aws:username}| true
          """)
  void variablesWorkFromVersion2012On(
      String version, String pattern, String user, String object, boolean allowed) {
    String policy =
        """
        {"Version": "%s", "Statement": {"Effect": "Allow", "Action": "s3:GetObject",
         "Resource": "arn:aws:s3:::b/%s"}}\
        """
            .formatted(version, pattern);
    Map<String, List<String>> context = Map.of("aws:username", List.of(user));

    assertThat(allows(policy, "s3:GetObject", "arn:aws:s3:::b/" + object, context))
        .isEqualTo(allowed);
  }

  @Test
  void aVariableInAConditionStandsForItsValue() {
    String policy =
        """
        {"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "*", "Resource": "*",
         "Condition": {"StringEquals": {"s3:prefix": "${accounts.google.com:sub}/"}}}}\
        """;
    Map<String, List<String>> context =
        Map.of("accounts.google.com:sub", List.of("1148"), "s3:prefix", List.of("1148/"));

    assertThat(allows(policy, "s3:ListBucket", "arn:aws:s3:::b", context)).isTrue();
  }

  @Test
  void aVariableWithSeveralValuesMatchesNothing() {
    String policy =
        """
        {"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "*",
         "Resource": "arn:aws:s3:::${k, 'b'}"}}\
        """;

    assertThat(allows(policy, "s3:ListBucket", "arn:aws:s3:::b", Map.of("k", List.of("a", "b"))))
        .isFalse();
  }

  @Test
  void allConditionsOfAStatementMustHold() {
    String policy =
        """
        {"Statement": {"Effect": "Allow", "Action": "*", "Resource": "*", "Condition": {
         "StringEquals": {"a": "1", "b": "2"}, "Bool": {"c": "true"}}}}\
        """;
    Map<String, List<String>> all =
        Map.of("a", List.of("1"), "b", List.of("2"), "c", List.of("true"));

    assertThat(allows(policy, "s3:GetObject", "*", all)).isTrue();
    for (String missing : all.keySet()) {
      Map<String, List<String>> fewer = new HashMap<>(all);
      fewer.remove(missing);
      assertThat(allows(policy, "s3:GetObject", "*", fewer)).as("without %s", missing).isFalse();
    }
  }

  private static boolean allows(
      String policy, String action, String resource, Map<String, List<String>> context) {
    return Policies.decide(policy, action, resource, context) instanceof Decision.Allowed;
  }
}
