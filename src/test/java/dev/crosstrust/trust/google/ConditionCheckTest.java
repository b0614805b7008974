package dev.crosstrust.trust.google;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.finding.Confidence;
import dev.crosstrust.finding.Fix;
import dev.crosstrust.trust.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionCheckTest {
  private final Asked asked = new Asked();

  /** Columns: condition, the parts that are not true. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "assertion.iss != '' && assertion.sub.startsWith('arn:aws:iam::999')"
            + "| assertion.sub.startsWith(\"arn:aws:iam::999\") is false: assertion.sub is"
            + " \"arn:aws:iam::111122223333:role/LambdaOutboundSTSRole\"",
        "google.subject in ['a', 'b']"
            + "| google.subject in [\"a\", \"b\"] is false: google.subject is"
            + " \"arn:aws:iam::111122223333:role/LambdaOutboundSTSRole\"",
        "!(assertion.sub.contains('Lambda'))"
            + "| assertion.sub.contains(\"Lambda\") is true: assertion.sub is"
            + " \"arn:aws:iam::111122223333:role/LambdaOutboundSTSRole\"",
        "assertion.exp > 1 ? assertion.aud == 'x' : true| assertion.aud == \"x\" is false:"
            + " assertion.aud is"
            + " \"//iam.googleapis.com/projects/123456789012/locations/global/workloadIdentityPools/my-aws-app/providers/my-aws-app\"",
        "assertion.team == 'a'"
            + "| assertion.team == \"a\" cannot be evaluated: there is no `team`.",
        "'admins' in google.groups"
            + "| \"admins\" in google.groups cannot be evaluated: there is no `groups`.",
      })
  void theFalsePartIsNamedWithWhatItSaw(String condition, String because) {
    PoolReport report = asked.condition(condition).report();

    assertThat(report.verdict()).isEqualTo(Verdict.REFUSED);
    assertThat(report.condition().result()).isFalse();
    assertThat(report.condition().because()).containsExactly(because);
    assertThat(asked.ids()).containsExactly("google.condition-refused");
  }

  @Test
  void eachPartOfAnAlternativeIsNamed() {
    asked.condition("assertion.sub == 'a' || assertion.sub == 'b'");

    assertThat(asked.report().condition().because()).hasSize(2);
  }

  /** Columns: condition, what is wrong with it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "assertion.sub = 'x'|line 1, column 15: = is no operator; == compares.",
        "'text'|It gives neither true nor false.",
        "assertion.sub == |line 1, column 17: it ends too early.",
        "unknownFunction(assertion.sub)|line 1, column 16: there is no 'unknownFunction'.",
        "claims.sub == 'x'|line 1, column 1: there is no 'claims'.",
      })
  void aConditionThatGoogleWouldNotTakeIsRefused(String condition, String because) {
    asked.condition(condition);

    assertThat(asked.ids()).containsExactly("google.condition-invalid");
    assertThat(asked.report().findings().getFirst().because()).containsExactly(because);
    assertThat(asked.report().verdict()).isEqualTo(Verdict.REFUSED);
    assertThat(asked.report().condition().result()).isNull();
  }

  @Test
  void aConditionHas4096CharactersAtMost() {
    asked.condition("'" + "x".repeat(4090) + "' != ''");

    assertThat(asked.ids()).containsExactly("google.condition-invalid");
  }

  /** How deep is followed is no rule of Google's. */
  @Test
  void whatIsNestedTooDeepToBeReadIsLeftOpen() {
    for (String deep :
        List.of("(".repeat(400) + "true" + ")".repeat(400), "1" + "-1".repeat(400) + " == 1")) {
      PoolReport report = new Asked().condition(deep).report();

      assertThat(report.verdict()).isEqualTo(Verdict.UNDECIDED);
      assertThat(report.condition().result()).isNull();
      assertThat(report.findings().getFirst().confidence()).isEqualTo(Confidence.POSSIBLE);
      assertThat(report.condition().because().getFirst()).contains("deeper than is followed here");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "timestamp(int(assertion.iat)) > timestamp('2020-01-01T00:00:00Z')",
        "assertion.sub.lowerAscii() != ''",
      })
  void whatGoogleDoesNotDocumentIsNotPromised(String condition) {
    asked.condition(condition);

    assertThat(asked.report().verdict()).isEqualTo(Verdict.UNDECIDED);
    assertThat(asked.ids()).containsExactly("google.condition-invalid");
  }

  @Test
  void numbersAreComparedWhicheverWayTheyAreRead() {
    assertThat(asked.condition("assertion.exp - assertion.iat <= 300").report().verdict())
        .isEqualTo(Verdict.ADMITTED);
    assertThat(asked.condition("assertion.exp - 300 == assertion.iat").report().verdict())
        .isEqualTo(Verdict.UNDECIDED);
  }

  @Test
  void aCommentAtItsEndDoesNotEndThePrintedCondition() {
    asked.condition("assertion.sub == 'a' // only a");
    List<Fix> fixes = asked.report().findings().getFirst().fix();

    assertThat(fixes.getLast().gcloud()).contains("// only a\\012) || assertion.sub == ");
  }
}
