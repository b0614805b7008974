package dev.crosstrust.sandbox.aws.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.sandbox.aws.Authorizer.Decision;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionTest {
  /** Columns: operator, values of the policy, value of the request's key {@code k}, outcome. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          StringEquals                 | "a"                    | a                    | true
          StringEquals                 | "a"                    | A                    | false
          StringEquals                 | ["b","a"]              | a                    | true
          StringEquals                 | "a*"                   | abc                  | false
          StringEquals                 | []                     | a                    | false
          StringEquals                 | true                   | true                 | true
          StringEquals                 | 114809731204417780391  | 114809731204417780391| true
          StringNotEquals              | ["a","b"]              | b                    | false
          StringNotEquals              | ["a","b"]              | c                    | true
          StringEqualsIgnoreCase       | "Sts.AmazonAws.com"    | STS.amazonaws.com    | true
          StringNotEqualsIgnoreCase    | "A"                    | a                    | false
          StringLike                   | "a*d?"                 | abcde                | true
          StringLike                   | "a*d?"                 | abcd                 | false
          StringLike                   | "*"                    | ''                   | true
          StringLike                   | "?"                    | 𐐀                    | false
          StringLike                   | "??"                   | 𐐀                    | true
          StringLike                   | "[a].+"                | [a].+                | true
          StringNotLike                | "a*"                   | b                    | true
          NumericEquals                | 900                    | 900.0                | true
          NumericEquals                | "0900"                 | 900                  | true
          NumericLessThan              | 900                    | 900                  | false
          NumericLessThanEquals        | 900                    | 900                  | true
          NumericGreaterThan           | 899                    | 900                  | true
          NumericGreaterThanEquals     | 901                    | 900                  | false
          NumericNotEquals             | 1                      | one                  | true
          NumericEquals                | 1                      | one                  | false
          DateLessThan                 | "2026-11-21T00:00:00Z" | 2026-11-20T23:59:59Z | true
          DateGreaterThan              | "2026-11-21"           | 2026-11-21T01:00:00Z | true
          DateEquals                   | "2026-11-21T02:00:00+02:00" | 1795219200      | true
          DateEquals                   | "2026"                 | 2026-01-01T00:00Z    | true
          DateNotEquals                | "2026-11-21"           | yesterday            | true
          DateGreaterThanEquals        | "2026-11-21"           | yesterday            | false
          DateLessThanEquals           | 1795219200             | 2026-11-21T00:00:00.000Z | true
          Bool                         | "true"                 | TRUE                 | true
          Bool                         | true                   | false                | false
          Bool                         | "false"                | neither              | true
          BinaryEquals                 | "QmFy"                 | QmFy                 | true
          BinaryEquals                 | "QmFy"                 | QmF6                 | false
          IpAddress                    | "203.0.113.0/24"       | 203.0.113.7          | true
          IpAddress                    | "203.0.113.9/24"       | 203.0.113.7          | true
          IpAddress                    | "203.0.113.7"          | 203.0.113.8          | false
          IpAddress                    | "2001:db8::/32"        | 2001:db8:1::1        | true
          IpAddress                    | "2001:db8::5/64"       | 2001:db8::5          | false
          IpAddress                    | "0.0.0.0/0"            | ::1                  | false
          NotIpAddress                 | "203.0.113.0/24"       | 198.51.100.1         | true
          NotIpAddress                 | "203.0.113.0/24"       | localhost            | false
          ArnLike                      | "arn:aws:iam::*:role/*"| arn:aws:iam::111122223333:role/a/b | true
          ArnEquals                    | "arn:aws:iam::*:role/a"| arn:aws:iam::111122223333:role/a | true
          ArnLike                      | "arn:aws:*:role/a"     | arn:aws:iam::111122223333:role/a | false
          ArnLike                      | "*"                    | arn:aws:iam::111122223333:role/a | false
          ArnNotLike                   | "arn:aws:iam::1:role/a"| arn:aws:iam::1:role/b | true
          ArnNotEquals                 | "arn:aws:iam::1:role/a"| no arn               | false
          Null                         | "false"                | here                 | true
          Null                         | "true"                 | here                 | false
          StringEqualsIfExists         | "a"                    | b                    | false
          ForAnyValue:StringEquals     | "a"                    | a                    | true
          ForAllValues:StringLike      | "a*"                   | abc                  | true
          """)
  void aPresentKeyIsCompared(String operator, String expected, String actual, boolean holds) {
    assertThat(allows(operator, expected, Map.of("k", List.of(actual)))).isEqualTo(holds);
  }

  /** Columns: operator, outcome without the key. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          StringEquals                 | false
          StringLike                   | false
          StringNotEquals              | true
          StringNotLike                | true
          StringNotEqualsIgnoreCase    | true
          NumericNotEquals             | true
          DateNotEquals                | true
          NotIpAddress                 | true
          ArnNotLike                   | true
          Bool                         | false
          StringEqualsIfExists         | true
          BoolIfExists                 | true
          ForAnyValue:StringEquals     | false
          ForAnyValue:StringNotEquals  | false
          ForAllValues:StringEquals    | true
          ForAllValues:StringNotEquals | true
          """)
  void anAbsentKeyHasItsOwnRules(String operator, boolean holds) {
    assertThat(allows(operator, "\"true\"", Map.of())).isEqualTo(holds);
  }

  /** Columns: operator, values of the policy, values of the request (by blank), outcome. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          StringEquals                 | ["a","b"]  | a b | false
          StringNotEquals              | "c"        | a b | false
          StringEqualsIfExists         | "a"        | a b | false
          ForAnyValue:StringEquals     | "b"        | a b | true
          ForAnyValue:StringEquals     | "c"        | a b | false
          ForAnyValue:StringNotEquals  | "a"        | a b | true
          ForAnyValue:StringNotEquals  | ["a","b"]  | a b | false
          ForAllValues:StringEquals    | ["a","b"]  | a b | true
          ForAllValues:StringEquals    | "a"        | a b | false
          ForAllValues:StringNotEquals | "c"        | a b | true
          ForAllValues:StringNotEquals | "b"        | a b | false
          """)
  void severalValuesNeedASetOperator(
      String operator, String expected, String actual, boolean holds) {
    assertThat(allows(operator, expected, Map.of("k", List.of(actual.split(" ")))))
        .isEqualTo(holds);
  }

  @Test
  void aKeyPresentWithoutValuesIsNotAbsent() {
    Map<String, List<String>> empty = Map.of("k", List.of());

    assertThat(allows("Null", "\"false\"", empty)).isTrue();
    assertThat(allows("ForAllValues:StringEquals", "\"a\"", empty)).isTrue();
    assertThat(allows("ForAnyValue:StringEqualsIfExists", "\"a\"", empty)).isFalse();
    assertThat(allows("StringEqualsIfExists", "\"a\"", empty)).isFalse();
  }

  @Test
  void nullIsSatisfiedByAnAbsentKey() {
    assertThat(allows("Null", "\"true\"", Map.of())).isTrue();
    assertThat(allows("Null", "true", Map.of())).isTrue();
    assertThat(allows("Null", "\"false\"", Map.of())).isFalse();
  }

  @Test
  void keysCompareWithoutRegardToCase() {
    assertThat(allows("StringEquals", "\"a\"", Map.of("K", List.of("a")))).isTrue();
  }

  @Test
  void theAudiencesOfAnOutboundTokenMatchAPlainOperatorWhileThereIsOne() {
    String policy =
        """
        {"Version": "2012-10-17", "Statement": {"Effect": "Allow",
         "Action": "sts:GetWebIdentityToken", "Resource": "*",
         "Condition": {"StringEquals": {"sts:IdentityTokenAudience": "https://pool"}}}}\
        """;

    assertThat(mayGetToken(policy, List.of("https://pool"))).isTrue();
    assertThat(mayGetToken(policy, List.of("https://other"))).isFalse();
    assertThat(mayGetToken(policy, List.of("https://pool", "https://other"))).isFalse();
  }

  private static boolean mayGetToken(String policy, List<String> audiences) {
    return Policies.decide(
            policy,
            "sts:GetWebIdentityToken",
            "arn:aws:sts::111122223333:self",
            Map.of("sts:IdentityTokenAudience", audiences))
        instanceof Decision.Allowed;
  }

  private static boolean allows(
      String operator, String expected, Map<String, List<String>> context) {
    String policy =
        """
        {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "*",
         "Resource": "*", "Condition": {"%s": {"k": %s}}}]}\
        """
            .formatted(operator, expected);
    return Policies.decide(policy, "s3:GetObject", "*", context) instanceof Decision.Allowed;
  }
}
