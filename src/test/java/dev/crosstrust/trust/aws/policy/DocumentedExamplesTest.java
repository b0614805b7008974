package dev.crosstrust.trust.aws.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.trust.Ternary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * The examples of AWS's own guide, and what it says of them. The requests hold the keys that the
 * text beside each example speaks of; lists are written with commas.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html">Condition
 *     operators</a>
 */
class DocumentedExamplesTest {
  /** Columns: the page's section, the condition, the request's keys, whether it holds. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Conditions_String    | {"StringEquals": {"aws:PrincipalTag/job-category": "iamuser-admin"}} | aws:PrincipalTag/job-category=iamuser-admin | YES
          Conditions_String    | {"StringEquals": {"aws:PrincipalTag/job-category": "iamuser-admin"}} | aws:PrincipalTag/job-category=IAMUSER-admin | NO
          Conditions_String    | {"StringEquals": {"aws:PrincipalTag/job-category": "iamuser-admin"}} | | NO
          Conditions_String    | {"StringLike": {"s3:prefix": ["", "home/", "home/${aws:username}/"]}} | s3:prefix=home/David/;aws:username=David | YES
          Conditions_String    | {"StringLike": {"s3:prefix": ["", "home/", "home/${aws:username}/"]}} | s3:prefix=home/Jane/;aws:username=David  | NO
          Conditions_String    | {"StringLike": {"s3:prefix": ["", "home/", "home/${aws:username}/"]}} | s3:prefix=home/;aws:username=David       | YES
          Conditions_Numeric   | {"NumericLessThanEquals": {"s3:max-keys": "10"}}       | s3:max-keys=10  | YES
          Conditions_Numeric   | {"NumericLessThanEquals": {"s3:max-keys": "10"}}       | s3:max-keys=9   | YES
          Conditions_Numeric   | {"NumericLessThanEquals": {"s3:max-keys": "10"}}       | s3:max-keys=11  | NO
          Conditions_Date      | {"DateGreaterThan": {"aws:TokenIssueTime": "2020-01-01T00:00:01Z"}} | aws:TokenIssueTime=2020-01-01T00:00:02Z | YES
          Conditions_Date      | {"DateGreaterThan": {"aws:TokenIssueTime": "2020-01-01T00:00:01Z"}} | aws:TokenIssueTime=2020-01-01T00:00:01Z | NO
          Conditions_Date      | {"DateGreaterThan": {"aws:TokenIssueTime": "2020-01-01T00:00:01Z"}} | aws:TokenIssueTime=1577836802           | YES
          Conditions_Date      | {"DateGreaterThan": {"aws:TokenIssueTime": "2020-01-01T00:00:01Z"}} | | NO
          Conditions_Boolean   | {"Bool": {"aws:SecureTransport": "false"}}             | aws:SecureTransport=true  | NO
          Conditions_Boolean   | {"Bool": {"aws:SecureTransport": "false"}}             | aws:SecureTransport=false | YES
          Conditions_Boolean   | {"Bool": {"aws:SecureTransport": false}}               | aws:SecureTransport=false | YES
          Conditions_BinaryEquals | {"BinaryEquals": {"key": "QmluYXJ5VmFsdWVJbkJhc2U2NA=="}} | key=QmluYXJ5VmFsdWVJbkJhc2U2NA== | YES
          Conditions_IPAddress | {"IpAddress": {"aws:SourceIp": "203.0.113.0/24"}}      | aws:SourceIp=203.0.113.0   | YES
          Conditions_IPAddress | {"IpAddress": {"aws:SourceIp": "203.0.113.0/24"}}      | aws:SourceIp=203.0.113.255 | YES
          Conditions_IPAddress | {"IpAddress": {"aws:SourceIp": "203.0.113.0/24"}}      | aws:SourceIp=203.0.114.0   | NO
          Conditions_IPAddress | {"IpAddress": {"aws:SourceIp": ["203.0.113.0/24", "2001:DB8:1234:5678::/64"]}} | aws:SourceIp=2001:db8:1234:5678::1 | YES
          Conditions_IPAddress | {"IpAddress": {"aws:SourceIp": ["203.0.113.0/24", "2001:DB8:1234:5678::/64"]}} | aws:SourceIp=2001:db8:1234:5679::1 | NO
          Conditions_IPAddress | {"NotIpAddress": {"aws:SourceIp": "203.0.113.7"}}      | aws:SourceIp=203.0.113.7   | NO
          Conditions_ARN       | {"StringLike": {"aws:SourceArn": "arn:aws:someservice:*:111122223333:finance/*"}} | aws:SourceArn=arn:aws:someservice:us-east-2:999999999999:store/abc:111122223333:finance/document.txt | YES
          Conditions_ARN       | {"ArnLike": {"aws:SourceArn": "arn:aws:someservice:*:111122223333:finance/*"}}    | aws:SourceArn=arn:aws:someservice:us-east-2:999999999999:store/abc:111122223333:finance/document.txt | NO
          Conditions_ARN       | {"ArnEquals": {"aws:SourceArn": "arn:aws:sns:us-east-2:123456789012:TOPIC-ID"}}   | aws:SourceArn=arn:aws:sns:us-east-2:123456789012:TOPIC-ID | YES
          Conditions_ARN       | {"ArnEquals": {"aws:SourceArn": "arn:aws:sns:us-east-2:123456789012:TOPIC-ID"}}   | | NO
          Conditions_IfExists  | {"StringLike": {"ec2:InstanceType": ["t1.*", "t2.*", "m3.*"]}}         | | NO
          Conditions_IfExists  | {"StringLikeIfExists": {"ec2:InstanceType": ["t1.*", "t2.*", "m3.*"]}} | | YES
          Conditions_IfExists  | {"StringLikeIfExists": {"ec2:InstanceType": ["t1.*", "t2.*", "m3.*"]}} | ec2:InstanceType=t2.micro | YES
          Conditions_IfExists  | {"StringLikeIfExists": {"ec2:InstanceType": ["t1.*", "t2.*", "m3.*"]}} | ec2:InstanceType=c5.large | NO
          Conditions_Null      | {"Null": {"aws:TokenIssueTime": "true"}}               | | YES
          Conditions_Null      | {"Null": {"aws:TokenIssueTime": "true"}}               | aws:TokenIssueTime=2020-01-01T00:00:02Z | NO
          topiclist            | {"StringNotLike": {"ec2:InstanceType": "t1.*"}}        | | YES
          topiclist            | {"ArnNotLike": {"aws:SourceArn": "arn:aws:sns:*:*:*"}} | | YES
          """)
  void ofOperators(String section, String condition, String keys, Ternary holds) throws Exception {
    assertThat(statement(condition).holds(Requests.with(keys))).as(section).isEqualTo(holds);
  }

  /**
   * Columns as above.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html">Keys
   *     of several values</a>, with the table of the requested attributes
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"ForAllValues:StringLike": {"dynamodb:requestedAttributes": ["PostDateTime", "Message", "Tags"]}} | dynamodb:requestedAttributes=PostDateTime,Message  | YES
          {"ForAllValues:StringLike": {"dynamodb:requestedAttributes": ["PostDateTime", "Message", "Tags"]}} | dynamodb:requestedAttributes=PostDateTime,UserName | NO
          {"ForAllValues:StringLike": {"dynamodb:requestedAttributes": ["PostDateTime", "Message", "Tags"]}} | | YES
          {"ForAnyValue:StringLike": {"dynamodb:requestedAttributes": ["ID", "PostDateTime"]}} | dynamodb:requestedAttributes=UserName,Message,PostDateTime | YES
          {"ForAnyValue:StringLike": {"dynamodb:requestedAttributes": ["ID", "PostDateTime"]}} | dynamodb:requestedAttributes=UserName | NO
          {"ForAnyValue:StringLike": {"dynamodb:requestedAttributes": ["ID", "PostDateTime"]}} | | NO
          {"StringLike": {"dynamodb:requestedAttributes": ["ID", "PostDateTime"]}}             | dynamodb:requestedAttributes=ID,PostDateTime | NO
          {"StringNotLike": {"dynamodb:requestedAttributes": ["Other"]}}                       | dynamodb:requestedAttributes=ID,PostDateTime | NO
          """)
  void ofSets(String condition, String keys, Ternary holds) throws Exception {
    assertThat(statement(condition).holds(Requests.with(keys))).isEqualTo(holds);
  }

  /**
   * Columns as above.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html">Variables</a>
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"StringLike": {"sns:endpoint": "https://example.com/${aws:username}/"}}     | sns:endpoint=https://example.com/Jane/;aws:username=Jane | YES
          {"StringLike": {"sns:endpoint": "https://example.com/${AWS:UserName}/*"}}    | sns:endpoint=https://example.com/Jane/x;aws:username=Jane | YES
          {"StringLike": {"s3:prefix": "${aws:username}/x"}}                           | s3:prefix=Jane/x;aws:username=*  | NO
          {"StringLike": {"s3:prefix": "${aws:username}"}}                             | s3:prefix=Jane                   | NO
          {"StringLike": {"s3:prefix": "${aws:PrincipalTag/team, 'company-wide'}/*"}}  | s3:prefix=company-wide/a         | YES
          {"StringLike": {"s3:prefix": "${aws:PrincipalTag/team, 'company-wide'}/*"}}  | s3:prefix=company-wide/a;aws:PrincipalTag/team=yellow | NO
          {"StringLike": {"s3:prefix": "a${*}b"}}                                      | s3:prefix=a*b                    | YES
          {"StringLike": {"s3:prefix": "a${*}b"}}                                      | s3:prefix=axb                    | NO
          {"StringEquals": {"s3:prefix": "a${?}${$}"}}                                 | s3:prefix=a?$                    | YES
          """)
  void ofVariables(String condition, String keys, Ternary holds) throws Exception {
    assertThat(statement(condition).holds(Requests.with(keys))).isEqualTo(holds);
  }

  /** The time is bounded by far more than it takes. */
  @Test
  @Timeout(60)
  void nobodyIsKeptWaitingByBlanks() throws Exception {
    String blanks = " ".repeat(60_000);
    String inside = "{\"StringEquals\": {\"a\": \"${%s}\"}}".formatted(blanks);
    String defaulted = inside.replace("}\"", "b%s,%s'x'%s}\"".replace("%s", blanks));

    assertThat(statement(inside).holds(Requests.with("a=x"))).isEqualTo(Ternary.NO);
    assertThat(statement(defaulted).holds(Requests.with("a=x"))).isEqualTo(Ternary.YES);
  }

  static Statement statement(String condition) throws MalformedPolicy {
    return PolicyDocument.of(
            JsonMapper.shared()
                .readTree(
                    """
                    {"Version": "2012-10-17",
                     "Statement": {"Effect": "Allow", "Principal": {"AWS": "111122223333"},
                                   "Action": "sts:AssumeRole", "Condition": %s}}
                    """
                        .formatted(condition)))
        .statements()
        .getFirst();
  }
}
