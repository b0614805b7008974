package dev.crosstrust.sandbox.aws.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crosstrust.sandbox.aws.Authorizer.Decision;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyDocumentTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          no json                                             | This policy contains invalid Json
          []                                                  | Syntax errors in policy.
          {"Version": "2012-10-17"}                           | Syntax errors in policy.
          {"Version": "2013-01-01", "Statement": []}          | The policy must contain a valid version string
          {"Statement": {"Action": "a:b", "Resource": "*"}}   | Missing required field Effect
          {"Statement": {"Effect": "allow", "Action": "a:b", "Resource": "*"}} | Syntax errors in policy.
          {"Statement": {"Effect": "Allow", "Resource": "*"}} | Policy statement must contain actions.
          {"Statement": {"Effect": "Allow", "Action": "a:b"}} | Policy statement must contain resources.
          {"Statement": {"Effect": "Allow", "Action": "ab", "Resource": "*"}} | Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.
          {"Statement": {"Effect": "Allow", "Action": "a:b", "Resource": "*", "Principal": "*"}} | Policy document should not specify a principal.
          {"Statement": {"Effect": "Allow", "Action": "a:b", "Resource": "*", "Conditions": {}}} | Syntax errors in policy.
          {"Statement": {"Effect": "Allow", "Action": "a:b", "Resource": "*", "Condition": {"Equals": {"k": "v"}}}} | Invalid Condition type : Equals
          {"Statement": {"Effect": "Allow", "Action": "a:b", "Resource": "*", "Condition": {"ForSome:StringEquals": {"k": "v"}}}} | Invalid Condition type : ForSome:StringEquals
          """)
  void whatIsNoPolicyIsRefused(String json, String message) {
    assertThatThrownBy(() -> PolicyDocument.identity(json))
        .isInstanceOf(MalformedPolicyException.class)
        .hasMessage(message);
  }

  @Test
  void aTrustPolicyNeedsAPrincipalAndNoResource() {
    assertThatThrownBy(
            () ->
                PolicyDocument.trust(
                    "{\"Statement\": {\"Effect\": \"Allow\", \"Action\": \"sts:AssumeRole\"}}"))
        .hasMessage("Missing required field Principal");
    assertThatThrownBy(
            () ->
                PolicyDocument.trust(
                    """
                    {"Statement": {"Effect": "Allow", "Action": "sts:AssumeRole",
                     "Principal": {"AWS": "*"}, "Resource": "*"}}\
                    """))
        .hasMessage("Has prohibited field Resource");
  }

  /** Elsewhere it means the same as {@code {"AWS": "*"}}. */
  @Test
  void aTrustPolicyNamesNobodyByAnAsteriskAlone() {
    String all =
        "{\"Statement\": {\"Effect\": \"Allow\", \"Action\": \"sts:AssumeRole\", \"Principal\":"
            + " \"*\"}}";

    assertThatThrownBy(() -> PolicyDocument.trust(all))
        .hasMessage("AssumeRolepolicy contained an invalid principal: \"STAR\":\"*\".");
  }

  @Test
  void ofADoubledKeyTheLastCounts() {
    String policy =
        """
        {"Statement": {"Effect": "Allow", "Action": "s3:GetObject", "Action": "s3:PutObject",
         "Resource": "*"}}\
        """;

    assertThat(Policies.decide(policy, "s3:PutObject", "*", Map.of()))
        .isInstanceOf(Decision.Allowed.class);
    assertThat(Policies.decide(policy, "s3:GetObject", "*", Map.of()))
        .isInstanceOf(Decision.Denied.class);
  }

  @Test
  void theTextIsKeptToTheLetter() {
    String text = " {\"Statement\":\n{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\"}} ";

    assertThat(PolicyDocument.identity(text).text()).isEqualTo(text);
  }
}
