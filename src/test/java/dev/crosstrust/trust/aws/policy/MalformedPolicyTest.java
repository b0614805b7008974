package dev.crosstrust.trust.aws.policy;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class MalformedPolicyTest {
  private static final String ALLOW =
      "\"Effect\": \"Allow\", \"Principal\": {\"Federated\": \"accounts.google.com\"},"
          + " \"Action\": \"sts:AssumeRoleWithWebIdentity\"";

  /** Columns: the document, ALLOW standing for a whole statement's members; what is said. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          []                                                        | A policy is a JSON object.
          {}                                                        | The policy has no Statement.
          {"Version": "2012-10-18", "Statement": [{ALLOW}]}         | There is no version 2012-10-18
          {"Statements": [{ALLOW}]}                                 | A policy has no member "Statements".
          {"Statement": ["x"]}                                      | Statement 1 is no object.
          {"Statement": [{ALLOW}, {"Effect": "allow"}]}             | Statement 2: Effect is to be Allow or Deny.
          {"Statement": {ALLOW, "Resource": "*"}}                   | has a member "Resource"
          {"Statement": {ALLOW, "NotAction": "sts:*"}}              | Statement 1 is to have one of Action and NotAction.
          {"Statement": {"Effect": "Deny", "Action": "*"}}          | one of Principal and NotPrincipal
          {"Statement": {"Effect": "Deny", "Action": "*", "Principal": {"OIDC": "x"}}} | no kind of principal "OIDC"
          {"Statement": {"Effect": "Deny", "Action": ["sts:*", "s3:GetObject"], "Principal": {"AWS": "*"}}} | Statement 1: a trust policy is about actions of sts only, not about s3:GetObject.
          {"Statement": {"Effect": "Deny", "Action": 7, "Principal": {"AWS": "*"}}}    | a text is wanted, not 7.
          {"Statement": {"Effect": "Deny", "Action": "*", "Principal": "*"}}           | Statement 1: a trust policy takes no mere text as its principal
          {"Statement": {"Effect": "Deny", "Action": "*", "NotPrincipal": "*"}}        | Statement 1: a trust policy takes no mere text as its principal
          {"Statement": {ALLOW, "Condition": {"StringMatches": {"a": "b"}}}}           | no operator "StringMatches"
          {"Statement": {ALLOW, "Condition": {"NullIfExists": {"a": "true"}}}}         | no operator "NullIfExists"
          {"Statement": {ALLOW, "Condition": {"BoolNot": {"a": "true"}}}}              | no operator "BoolNot"
          {"Statement": {ALLOW, "Condition": {"StringEquals": {"a": {"b": 1}}}}}       | a text is wanted, or a list of texts
          {"Statement": {ALLOW, "Condition": {"NumericEquals": {"a": "many"}}}}        | "many" is not a number.
          {"Statement": {ALLOW, "Condition": {"DateLessThan": {"a": "tomorrow"}}}}     | "tomorrow" is not a date.
          {"Statement": {ALLOW, "Condition": {"IpAddress": {"a": "10.0.0.0/33"}}}}     | "10.0.0.0/33" is not an IP address or network.
          {"Statement": {ALLOW, "Condition": {"ArnLike": {"a": "role/x"}}}}            | "role/x" is not an ARN.
          """)
  void isNamedWithItsPlace(String document, String sentence) {
    assertThatThrownBy(
            () -> PolicyDocument.of(JsonMapper.shared().readTree(document.replace("ALLOW", ALLOW))))
        .isInstanceOf(MalformedPolicy.class)
        .hasMessageContaining(sentence);
  }
}
