package dev.crosstrust.trust.aws.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crosstrust.trust.Ternary;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What AWS answered to requests that others made on purpose and wrote down, where its guide leaves
 * the answer open.
 *
 * @see <a href="https://github.com/radkawar/stackd/tree/main/testdata/aws/iam">Recorded answers of
 *     AWS, September 2026</a>
 */
class RecordedAnswersTest {
  /** Columns: the file with the record, the condition, the request's keys, whether it holds. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          condition_values  | {"NumericEquals": {"aws:RequestTag/value": "1"}}           | aws:RequestTag/value=01         | YES
          condition_values  | {"NumericEquals": {"aws:RequestTag/value": "1"}}           | aws:RequestTag/value=+1         | YES
          condition_values  | {"NumericEquals": {"aws:RequestTag/value": "1"}}           | aws:RequestTag/value=1.0        | YES
          condition_values  | {"NumericEquals": {"aws:RequestTag/value": "1"}}           | aws:RequestTag/value=1e0        | YES
          condition_values  | {"NumericEquals": {"aws:RequestTag/value": "1"}}           | aws:RequestTag/value=NaN        | NO
          condition_values  | {"NumericEquals": {"aws:RequestTag/value": "1"}}           | aws:RequestTag/value=           | NO
          condition_values  | {"NumericNotEquals": {"aws:RequestTag/value": "1"}}        | aws:RequestTag/value=no-number  | YES
          condition_values  | {"NumericNotEquals": {"aws:RequestTag/value": "1"}}        | aws:RequestTag/value=           | YES
          condition_values  | {"NumericNotEquals": {"aws:RequestTag/value": "1"}}        | aws:RequestTag/value=1e0        | NO
          condition_values  | {"DateEquals": {"aws:RequestTag/value": "2030-01-01T00:00:00Z"}}    | aws:RequestTag/value=1893456000 | YES
          condition_values  | {"DateEquals": {"aws:RequestTag/value": "2030-01-01T00:00:00Z"}}    | aws:RequestTag/value=2030-01-01 | YES
          condition_values  | {"DateEquals": {"aws:RequestTag/value": "2030-01-01T00:00:00Z"}}    | aws:RequestTag/value=not-a-date | NO
          condition_values  | {"DateNotEquals": {"aws:RequestTag/value": "2030-01-01T00:00:00Z"}} | aws:RequestTag/value=not-a-date | YES
          condition_values  | {"Bool": {"aws:RequestTag/value": "false"}}                | aws:RequestTag/value=yes        | YES
          condition_values  | {"Bool": {"aws:RequestTag/value": "yes"}}                  | aws:RequestTag/value=false      | YES
          condition_values  | {"Null": {"aws:RequestTag/value": "yes"}}                  | aws:RequestTag/value=present    | YES
          condition_values  | {"Null": {"aws:RequestTag/value": "yes"}}                  |                                 | NO
          condition_values  | {"Null": {"aws:RequestTag/value": "TRUE"}}                 | aws:RequestTag/value=present    | NO
          condition_values  | {"ArnNotLike": {"aws:RequestTag/value": "arn:aws:iam::*:user/*"}} | aws:RequestTag/value=not-an-arn | NO
          condition_values  | {"NotIpAddress": {"aws:RequestTag/value": "192.0.2.0/24"}} | aws:RequestTag/value=not-an-ip  | NO
          condition_ip      | {"IpAddress": {"aws:SourceIp": "192.0.2.7/24"}}            | aws:SourceIp=192.0.2.200        | YES
          condition_ip      | {"IpAddress": {"aws:SourceIp": "2001:db8::4/127"}}         | aws:SourceIp=2001:db8::5        | YES
          condition_sets    | {"Null": {"aws:RequestTag/team": "false"}}                 | aws:RequestTag/team=            | YES
          condition_sets    | {"StringEquals": {"aws:RequestTag/team": ""}}              | aws:RequestTag/team=            | YES
          condition_sets    | {"StringEquals": {"aws:RequestTag/team": ""}}              |                                 | NO
          condition_sets    | {"ForAllValues:StringEquals": {"aws:RequestTag/team": "capture"}} | aws:RequestTag/team=     | NO
          condition_sets    | {"ForAllValues:StringEquals": {"aws:RequestTag/team": "capture"}} |                          | YES
          condition_sets    | {"ForAnyValue:StringEquals": {"aws:RequestTag/team": ""}}  | aws:RequestTag/team=            | YES
          condition_sets    | {"ForAnyValue:StringNotEquals": {"aws:TagKeys": "team"}}   |                                 | NO
          condition_sets    | {"ForAnyValue:StringNotEquals": {"aws:TagKeys": "team"}}   | aws:TagKeys=team,env            | YES
          condition_sets    | {"ForAllValues:StringNotEquals": {"aws:TagKeys": "team"}}  |                                 | YES
          condition_sets    | {"StringNotEquals": {"aws:TagKeys": "other"}}              | aws:TagKeys=team,env            | NO
          condition_sets    | {"StringNotEqualsIfExists": {"aws:TagKeys": "other"}}      | aws:TagKeys=team,env            | NO
          condition_sets    | {"StringEquals": {"aws:RequestTag/team": "${aws:TagKeys, 'fallback'}"}}    | aws:RequestTag/team=fallback;aws:TagKeys=team,env | NO
          condition_sets    | {"StringNotEquals": {"aws:RequestTag/team": "${aws:TagKeys}"}}             | aws:RequestTag/team=team;aws:TagKeys=team,env     | YES
          condition_strings | {"StringEqualsIgnoreCase": {"aws:RequestTag/value": "ΟΣ"}} | aws:RequestTag/value=ος         | YES
          condition_strings | {"StringEqualsIgnoreCase": {"aws:RequestTag/value": "Σ"}}  | aws:RequestTag/value=ς          | NO
          condition_strings | {"StringEqualsIgnoreCase": {"aws:RequestTag/value": "S"}}  | aws:RequestTag/value=ſ          | NO
          condition_strings | {"StringEquals": {"aws:RequestTag/value": "\u00e9"}}       | aws:RequestTag/value=e\u0301    | NO
          condition_strings | {"StringLike": {"aws:RequestTag/value": "?"}}              | aws:RequestTag/value=𐐀         | NO
          condition_strings | {"StringLike": {"aws:RequestTag/value": "??"}}             | aws:RequestTag/value=𐐀         | YES
          condition_strings | {"StringLike": {"aws:RequestTag/value": "[a-z]"}}          | aws:RequestTag/value=b          | NO
          conditions        | {"StringNotEqualsIfExists": {"aws:PrincipalTag/team": "trusted"}} |                          | YES
          """)
  void ofConditions(String record, String condition, String keys, Ternary holds) throws Exception {
    assertThat(DocumentedExamplesTest.statement(condition).holds(Requests.with(keys)))
        .as(record)
        .isEqualTo(holds);
  }

  /**
   * Of an empty list the guide's checks say what set operators make of it; of others its words and
   * what people saw differ.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html">Empty
   *     array condition, with its forms for ForAllValues, ForAnyValue and IfExists</a>
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"ForAllValues:StringNotEquals": {"k": []}} | k=v | NO
          {"ForAllValues:StringEquals": {"k": []}}    |     | YES
          {"ForAnyValue:StringNotEquals": {"k": []}}  | k=v | NO
          {"ForAnyValue:StringNotEquals": {"k": []}}  |     | NO
          {"StringNotEqualsIfExists": {"k": []}}      | k=v | NO
          {"StringEquals": {"k": []}}                 | k=v | UNDECIDED
          {"StringNotEquals": {"k": []}}              | k=v | UNDECIDED
          {"StringNotEquals": {"k": []}}              |     | UNDECIDED
          {"StringNotEqualsIfExists": {"k": []}}      |     | UNDECIDED
          {"Null": {"k": []}}                         |     | UNDECIDED
          """)
  void ofEmptyLists(String condition, String keys, Ternary holds) throws Exception {
    assertThat(DocumentedExamplesTest.statement(condition).holds(Requests.with(keys)))
        .isEqualTo(holds);
  }

  /** {@code policy_storage} of the records. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"NumericEquals\": {\"k\": \"01\"}}",
        "{\"Bool\": {\"k\": \"TRUE\"}}",
        "{\"Bool\": {\"k\": \"yes\"}}",
        "{\"Null\": {\"k\": \"yes\"}}",
        "{\"StringEquals\": {\"k\": []}}",
      })
  void isStored(String condition) {
    assertThatCode(() -> DocumentedExamplesTest.statement(condition)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"NumericEquals\": {\"k\": \"NaN\"}}",
        "{\"NumericEquals\": {\"k\": \"no-number\"}}",
        "{\"DateEquals\": {\"k\": \"not-a-date\"}}",
        "{\"ArnLike\": {\"k\": \"not-an-arn\"}}",
        "{\"IpAddress\": {\"k\": \"not-an-ip\"}}",
        "{\"IpAddress\": {\"k\": \"2001:db8::5/64\"}}",
        "{\"IpAddress\": {\"k\": \"::ffff:192.0.2.1\"}}",
        "{\"BinaryEquals\": {\"k\": \"no-binary\"}}",
      })
  void isNotStored(String condition) {
    assertThatThrownBy(() -> DocumentedExamplesTest.statement(condition))
        .isInstanceOf(MalformedPolicy.class);
  }
}
