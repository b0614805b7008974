package dev.crosstrust.trust.google;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.trust.Verdict;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MappingTest {
  private final Asked asked = new Asked();

  @Test
  void aProviderOfAwsHasAMappingOfItsOwn() {
    PoolReport report = Asked.ofRequest().report();

    assertThat(report.verdict()).isEqualTo(Verdict.ADMITTED);
    assertThat(report.attributes())
        .isEqualTo(
            Map.of(
                "google.subject",
                Asked.SESSION,
                "attribute.aws_role",
                "arn:aws:sts::111122223333:assumed-role/LambdaOutboundSTSRole"));
  }

  @Test
  void whomAwsWouldNameIsNotGuessed() {
    Asked request = Asked.ofRequest();
    request.caller = null;

    PoolReport report = request.condition("assertion.account == '111122223333'").report();

    assertThat(report.verdict()).isEqualTo(Verdict.UNDECIDED);
    assertThat(report.condition().result()).isNull();
    assertThat(report.attributes()).isEmpty();
    assertThat(report.principals()).hasSize(1);
  }

  @Test
  void theSignerIsOfTheProvidersAccount() {
    Asked request = Asked.ofRequest();
    request.account = "444455556666";

    assertThat(request.ids()).containsExactly("aws4.account-mismatch");
    assertThat(request.report().verdict()).isEqualTo(Verdict.REFUSED);
  }

  @Test
  void groupsAreAListAndEachIsAPrincipalSet() {
    asked.claim("groups", List.of("admins", "ops")).map("google.groups", "assertion.groups");

    assertThat(asked.report().attributes())
        .containsEntry("google.groups", List.of("admins", "ops"));
    assertThat(asked.report().principals())
        .contains("principalSet://iam.googleapis.com/" + Asked.POOL + "/group/ops");
  }

  @Test
  void aSubjectThatCannotBeMadeIsRefused() {
    asked.map("google.subject", "assertion.email");

    assertThat(asked.ids()).containsExactly("google.subject-empty");
    assertThat(asked.report().findings().getFirst().because())
        .containsExactly("assertion.email cannot be evaluated: there is no `email`.");
    assertThat(asked.report().verdict()).isEqualTo(Verdict.REFUSED);

    asked.map("google.subject", "assertion.sub.extract('user/{name}')");
    assertThat(asked.ids()).containsExactly("google.subject-empty");
  }

  @Test
  void aSubjectHas127BytesAtMost() {
    asked.claim("sub", "x".repeat(127));
    assertThat(asked.report().verdict()).isEqualTo(Verdict.ADMITTED);

    asked.claim("sub", "x".repeat(126) + "é");
    assertThat(asked.ids()).containsExactly("google.subject-too-long");
    assertThat(asked.report().subjectBytes()).isEqualTo(128);
  }

  /** How Google writes a number as a text is not known. */
  @Test
  void aNumberAsTextCannotBePredicted() {
    asked.map("attribute.issued", "string(assertion.iat)");

    assertThat(asked.report().verdict()).isEqualTo(Verdict.UNDECIDED);
    assertThat(asked.ids()).containsExactly("google.mapping-undecided");
    assertThat(asked.report().attributes()).doesNotContainKey("attribute.issued");
  }

  /** Columns: what is mapped, what it is called. */
  @ParameterizedTest
  @CsvSource({
    "assertion.iat, a number",
    "assertion.sub != '', true or false",
    "[assertion.sub], a list",
  })
  void whatIsNoTextIsRefused(String expression, String kind) {
    asked.map("attribute.x", expression);

    assertThat(asked.ids()).containsExactly("google.mapping-invalid");
    assertThat(asked.report().findings().getFirst().because().getFirst())
        .startsWith("%s gives %s;".formatted(expression, kind));
    assertThat(asked.report().attributes()).doesNotContainKey("attribute.x");
  }

  /** Whether Google refuses it by itself or takes it without: the condition does not hold. */
  @Test
  void anAttributeThatCannotBeMadeLeavesOpenWhatDependsOnIt() {
    asked.map("attribute.team", "assertion.team").condition("attribute.team == 'a'");
    assertThat(asked.report().verdict()).isEqualTo(Verdict.REFUSED);
    assertThat(asked.ids()).containsExactly("google.condition-refused", "google.mapping-undecided");

    PoolReport report = asked.condition("attribute.team != 'a'").report();
    assertThat(report.verdict()).isEqualTo(Verdict.UNDECIDED);
    assertThat(report.condition().result()).isNull();
  }

  /** Columns: attribute, expression. */
  @ParameterizedTest
  @CsvSource({
    "subject, assertion.sub",
    "google.display_name, assertion.sub",
    "attribute.Team, assertion.sub",
    "attribute., assertion.sub",
    "attribute.x, assertion.sub.nothing(",
    "attribute.x, google.subject",
    "attribute.x, unknownFunction(assertion.sub)",
  })
  void aMappingThatGoogleWouldNotTakeIsRefused(String attribute, String expression) {
    asked.map(attribute, expression);

    assertThat(asked.ids()).containsExactly("google.mapping-invalid");
    assertThat(asked.report().verdict()).isEqualTo(Verdict.REFUSED);
  }

  @Test
  void theLimitsOfAMappingAreKept() {
    asked.map("attribute.long", "'" + "x".repeat(2047) + "'");
    assertThat(asked.ids()).containsExactly("google.mapping-invalid");

    Asked many = new Asked();
    for (int i = 0; i < 51; i++) {
      many.map("attribute.a" + i, "'x'");
    }
    assertThat(many.ids()).containsExactly("google.mapping-invalid");

    Asked large = new Asked().claim("big", "x".repeat(4000));
    large.map("attribute.a", "assertion.big").map("attribute.b", "assertion.big + assertion.big");
    assertThat(large.ids()).containsExactly("google.mapping-invalid");

    Asked none = new Asked();
    none.mapping.clear();
    assertThat(none.ids()).startsWith("google.mapping-invalid");
    assertThat(none.report().verdict()).isEqualTo(Verdict.REFUSED);
  }

  @Test
  void whatIsNestedTooDeepToBeReadIsLeftOpen() {
    asked.map("attribute.deep", "(".repeat(400) + "assertion.sub" + ")".repeat(400));

    assertThat(asked.report().verdict()).isEqualTo(Verdict.UNDECIDED);
    assertThat(asked.ids()).containsExactly("google.mapping-undecided");
  }

  @Test
  void whatGoogleDoesNotDocumentIsNamedAndLeftOpen() {
    asked.map("attribute.low", "assertion.sub.lowerAscii()");

    assertThat(asked.report().verdict()).isEqualTo(Verdict.UNDECIDED);
    assertThat(asked.ids()).containsExactly("google.mapping-invalid");
    assertThat(asked.report().findings().getFirst().because())
        .containsExactly("That is lowerAscii().");
  }
}
