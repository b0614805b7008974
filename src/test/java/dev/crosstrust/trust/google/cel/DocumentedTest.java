package dev.crosstrust.trust.google.cel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Examples of Google's own pages. */
class DocumentedTest {
  private static final String OBJECT =
      "projects/_/buckets/acme-orders-aaa/data_lake/orders/order_date=2019-11-03/aef87g87ae0876";

  /**
   * Columns: template, piece.
   *
   * @see <a
   *     href="https://cloud.google.com/iam/docs/conditions-attribute-reference#extract">extract</a>
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/order_date={date}/ | 2019-11-03",
        "buckets/{name}/ | acme-orders-aaa",
        "/orders/{empty}order_date | ''",
        "{start}/data_lake | projects/_/buckets/acme-orders-aaa",
        "orders/{end} | order_date=2019-11-03/aef87g87ae0876",
        "{all} | " + OBJECT,
        "/orders/{none}/order_date= | ''",
        "/orders/order_date={id}/data_lake | ''",
      })
  void extractTakesWhatStandsBetween(String template, String piece) throws InvalidExpression {
    assertThat(
            Expression.of(Dialect.MAPPING, "assertion.name.extract('%s')".formatted(template))
                .evaluate(Variables.of(JsonMapper.shared().createObjectNode().put("name", OBJECT))))
        .isEqualTo(new Answer.Value(piece));
  }

  /**
   * Columns: the claims, an expression, what it gives. From the pages on <a
   * href="https://cloud.google.com/iam/docs/workload-identity-federation#mapping">mappings</a>, <a
   * href="https://cloud.google.com/iam/docs/workload-identity-federation-with-other-clouds">AWS and
   * Azure</a>, <a
   * href="https://cloud.google.com/iam/docs/workload-identity-federation-with-deployment-pipelines">pipelines</a>
   * and the <a
   * href="https://cloud.google.com/iam/docs/reference/rest/v1/projects.locations.workloadIdentityPools.providers">reference</a>.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{\"arn\":\"arn:aws:sts::1:assumed-role/R/S\"} | assertion.arn.contains('assumed-role')"
            + " ? assertion.arn.extract('{account_arn}assumed-role/') + 'assumed-role/'"
            + " + assertion.arn.extract('assumed-role/{role_name}/') : assertion.arn"
            + " | arn:aws:sts::1:assumed-role/R",
        "{\"arn\":\"arn:aws:iam::1:user/U\"} | assertion.arn.contains('assumed-role')"
            + " ? assertion.arn.extract('{account_arn}assumed-role/') + 'assumed-role/'"
            + " + assertion.arn.extract('assumed-role/{role_name}/') : assertion.arn"
            + " | arn:aws:iam::1:user/U",
        "{\"arn\":\"arn:aws:sts::1:assumed-role/R/S\"} |"
            + " assertion.arn.extract('assumed-role/{role}/') | R",
        "{\"sub\":\"s\"} | assertion.sub | s",
        "{\"arn\":\"arn:aws:sts::1:assumed-role/R/S\"} |"
            + " assertion.arn.startsWith('arn:aws:sts::1:assumed-role/') | true",
        "{\"groups\":[\"admins\"]} | 'admins' in assertion.groups | true",
        "{\"repository_owner\":\"o\"} | assertion.repository_owner == 'o' | true",
        "{\"namespace_id\":\"1\"} | assertion.namespace_id == '2' | false",
        "{\"appid\":\"a\"} | assertion.appid in ['a', 'b'] | true",
        "{\"a\":\"x\"} | {'x': 'first', 'y': 'second'}[assertion.a] | first",
        "{\"a\":\"b,c\"} | assertion.a.split(',')[1] | c",
        "{\"a\":[\"b\",\"c\"]} | assertion.a.join('-') | b-c",
        "{\"sub\":\"s\"} | has(assertion.email) ? assertion.email : assertion.sub | s",
      })
  void mappingsAndConditionsGiveWhatThePagesSay(String claims, String expression, String value)
      throws InvalidExpression {
    Answer answer =
        Expression.of(Dialect.CONDITION, expression)
            .evaluate(Variables.of(JsonMapper.shared().readTree(claims)));

    assertThat(answer).isInstanceOf(Answer.Value.class);
    assertThat(((Answer.Value) answer).value().toString()).isEqualTo(value);
  }

  /** Each would be a text of many gigabytes. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "assertion.sub%1$s == 'x'",
        "assertion.sub%2$s == 'x'",
        "['aaaa']%3$s.size() == 1",
      })
  @Timeout(60)
  void whatGrowsWithoutMeasureIsNotEvaluated(String expression) throws InvalidExpression {
    String filled =
        expression.formatted(
            ".replace('a', '%s')".formatted("a".repeat(60)).repeat(6),
            ".split('a').join('%s')".formatted("a".repeat(60)).repeat(6),
            ".map(a, a+a+a+a)".repeat(40));

    assertThat(
            Expression.of(Dialect.CONDITION, filled)
                .evaluate(Variables.of(JsonMapper.shared().readTree("{\"sub\":\"aaaa\"}"))))
        .isEqualTo(new Answer.Open());
  }

  @Test
  void aListThatIsLongerThanIsFollowedLeavesItOpen() throws InvalidExpression {
    String ones = "[" + "1,".repeat(89) + "1]";

    assertThat(
            Expression.of(Dialect.CONDITION, "%1$s.all(a,%1$s.all(b,a==b))".formatted(ones))
                .evaluate(Variables.of(JsonMapper.shared().readTree("{}"))))
        .isEqualTo(new Answer.Open());
  }
}
