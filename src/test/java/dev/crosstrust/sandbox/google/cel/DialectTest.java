package dev.crosstrust.sandbox.google.cel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DialectTest {
  private static final Dialect DIALECT =
      new Dialect(
          Map.of(
              "assertion",
              MapType.create(SimpleType.STRING, SimpleType.DYN),
              "name",
              SimpleType.STRING));
  private static final String OBJECT =
      "projects/_/buckets/acme-orders-aaa/objects/data_lake/orders/"
          + "order_date=2019-11-03/aef87g87ae0876";
  private static final Map<String, Object> AWS =
      Map.of(
          "sub",
          "arn:aws:iam::111122223333:role/team/Lambda",
          "iat",
          1_763_726_400L,
          "https://sts.amazonaws.com/",
          Map.of("aws_account", "111122223333", "ou_path", List.of("o-1/r-1/")));

  /**
   * The rules of Google's page on {@code extract}, by cases like its own: {@code
   * cloud.google.com/iam/docs/conditions-attribute-reference#extract}.
   */
  @ParameterizedTest
  @CsvSource({
    "/order_date={date}/,         2019-11-03",
    "buckets/{name}/,             acme-orders-aaa",
    "/orders/{empty}order_date,   ''",
    "{start}/objects/data_lake,   projects/_/buckets/acme-orders-aaa",
    "orders/{end},                order_date=2019-11-03/aef87g87ae0876",
    "{all}, " + OBJECT,
    "/orders/{none}/order_date=,  ''",
    "/orders/order_date=2019-11-03/{id}/data_lake, ''",
    "no-such/{text},              ''",
    "orders{first}/,              -aaa",
  })
  void extractTakesWhatIsBetweenTheFirstPrefixAndTheNextSuffix(String template, String expected) {
    Expression expression = DIALECT.compile("name.extract('" + template + "')");

    assertThat(expression.evaluate(Map.of("name", OBJECT))).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"no placeholder", "{two}/{of}", "{open"})
  void aTemplateNeedsOnePlaceholder(String template) {
    Expression expression = DIALECT.compile("name.extract('" + template + "')");

    assertThat(expression.evaluate(Map.of("name", OBJECT))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "assertion['https://sts.amazonaws.com/'].aws_account == '111122223333'",
        "assertion.sub.startsWith('arn:aws:iam::111122223333:role/')",
        "assertion.sub.split('/')[2] == 'Lambda'",
        "['a', 'b'].join('-') == 'a-b'",
        "has(assertion.sub) && !has(assertion.email)",
        "'o-1/r-1/' in assertion['https://sts.amazonaws.com/'].ou_path",
        "assertion['https://sts.amazonaws.com/'].ou_path.exists(it, it.startsWith('o-1'))",
        "{'111122223333': 'prod'}[assertion.sub.extract('iam::{account}:')] == 'prod'",
        "assertion.iat > 1.5",
        "assertion.sub.matches('role/(team/)?Lambda$')",
      })
  void conditionsOnClaimsHold(String condition) {
    assertThat(DIALECT.compile(condition).holds(Map.of("assertion", AWS))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "assertion.nope == 'x'",
        "assertion.sub == 'other'",
        "assertion.sub",
        "assertion.iat.startsWith('1')"
      })
  void whatIsNotTrueOrCannotBeEvaluatedDoesNotHold(String condition) {
    assertThat(DIALECT.compile(condition).holds(Map.of("assertion", AWS))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"name = 'x'", "other == 'x'", "name.trim()", "name.charAt(1)", "name +"})
  void whatGoogleDoesNotKnowDoesNotCompile(String source) {
    assertThatThrownBy(() -> DIALECT.compile(source)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void anExpressionIsShownAsItWasWritten() {
    assertThat(DIALECT.compile("name == 'x'")).hasToString("name == 'x'");
  }
}
