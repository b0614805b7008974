package dev.crosstrust.trust.google;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.finding.Finding;
import dev.crosstrust.finding.Severity;
import dev.crosstrust.trust.Verdict;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionLintsTest {
  private final Asked asked = new Asked();

  @Test
  void withoutAConditionEverybodyOfTheAccountEnters() {
    List<Finding> findings = asked.report().findings();

    assertThat(findings).extracting(Finding::id).containsExactly("google.condition-missing");
    assertThat(findings.getFirst().severity()).isEqualTo(Severity.WARNING);
    assertThat(findings.getFirst().title()).contains("everybody of the AWS account");
    assertThat(asked.report().verdict()).isEqualTo(Verdict.ADMITTED);
  }

  /** Who is kept out has other worries; who is let in hears of it last. */
  @Test
  void thatAllMayEnterIsNoNewsToWhomIsRefused() {
    assertThat(asked.claim("iss", "https://other.example").report().findings())
        .extracting(Finding::id)
        .containsExactly("google.issuer-mismatch");
    assertThat(new Asked().claim("iat", Asked.NOW - 90_000).report().findings())
        .extracting(Finding::id)
        .containsExactly("google.token-stale", "google.condition-missing");
  }

  @Test
  void aRoleIsNamedByItsClaim() {
    assertThat(asked.map("google.subject", "assertion.sub.extract('role/{r}')").report())
        .extracting(ConditionLintsTest::proposed)
        .isEqualTo("assertion.sub == \"%s\"".formatted(Asked.ROLE));
  }

  /** Whoever runs the role again has another session. */
  @Test
  void aSessionIsNotNamedButItsRole() {
    Asked request = Asked.ofRequest();
    assertThat(proposed(request.report()))
        .isEqualTo(
            "attribute.aws_role =="
                + " \"arn:aws:sts::111122223333:assumed-role/LambdaOutboundSTSRole\"");

    request.map("google.subject", "assertion.arn");
    assertThat(proposed(request.report()))
        .isEqualTo(
            "assertion.arn.startsWith("
                + "\"arn:aws:sts::111122223333:assumed-role/LambdaOutboundSTSRole/\")");

    request.caller = "arn:aws:iam::111122223333:user/ann";
    assertThat(proposed(request.report()))
        .isEqualTo("assertion.arn == \"arn:aws:iam::111122223333:user/ann\"");
  }

  private static String proposed(PoolReport report) {
    Finding missing = report.findings().getLast();
    assertThat(missing.id()).isEqualTo("google.condition-missing");
    String terraform = missing.fix().getFirst().terraform();
    return terraform
        .substring("attribute_condition = \"".length(), terraform.length() - 1)
        .replace("\\\"", "\"");
  }

  @Test
  void ofAnIssuerOfManyEveryoneEnters() {
    asked.issuer = "https://token.actions.githubusercontent.com";
    asked.claim("iss", asked.issuer);

    assertThat(asked.report().findings().getFirst().title()).contains("everyone of this issuer");
  }

  /** Columns: condition, finding, who enters too. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "assertion.sub.contains('LambdaOutbound')|google.condition-exploitable|role/LambdaOutbound-other",
        "assertion.sub.endsWith('STSRole')|google.condition-exploitable|role/other-STSRole",
        "assertion.sub.matches('role/LambdaOutboundSTSRole')|google.condition-exploitable|role/LambdaOutboundSTSRole-other",
        "google.subject.contains('Lambda') && assertion.iss !="
            + " ''|google.condition-exploitable|role/Lambda-other",
        "assertion.sub.startsWith('arn:aws:iam::111122223333:role/Lambda')|google.condition-prefix-wide|role/Lambda-other",
      })
  void whoElseEntersIsNamed(String condition, String id, String other) {
    List<Finding> findings = asked.condition(condition).report().findings();

    assertThat(findings).extracting(Finding::id).containsExactly(id);
    assertThat(findings.getFirst().title()).contains("arn:aws:iam::111122223333:" + other);
    assertThat(
            new Asked()
                .claim("sub", "arn:aws:iam::111122223333:" + other)
                .condition(condition)
                .report()
                .verdict())
        .isEqualTo(Verdict.ADMITTED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "assertion.sub == 'arn:aws:iam::111122223333:role/LambdaOutboundSTSRole'",
        "assertion.sub.startsWith('arn:aws:iam::111122223333:')",
        "assertion.sub.startsWith('arn:aws:iam::111122223333')",
        "assertion.sub.matches('^arn:aws:iam::111122223333:role/LambdaOutboundSTSRole$')",
        "assertion.sub.contains('Lambda') && assertion.sub.extract('role/{r}') =="
            + " 'LambdaOutboundSTSRole'",
        "assertion.aud.contains('my-aws-app')",
      })
  void whatLetsNobodyElseInByAccidentIsLeftAlone(String condition) {
    assertThat(asked.condition(condition).report().findings()).isEmpty();
  }

  /** What another part of the condition lets in is no evidence against this one. */
  @Test
  void aWitnessIsSeenByTheTestItSpeaksAgainst() {
    asked.map("attribute.acct", "assertion['https://sts.amazonaws.com/'].aws_account");
    asked.condition("attribute.acct.startsWith('1111') && google.subject.contains('Lambda')");

    List<Finding> findings = asked.report().findings();
    assertThat(findings).extracting(Finding::id).containsExactly("google.condition-exploitable");
    assertThat(findings.getFirst().fix().getFirst().text())
        .endsWith("google.subject.startsWith('…/').");
  }

  /** Columns: condition, finding, who enters too. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "attribute.repo.startsWith('org/app')|google.condition-prefix-wide|attribute.repo ="
            + " org/app-other",
        "assertion.repository.endsWith('/app')|google.condition-exploitable|assertion.repository ="
            + " other-/app",
        "attribute.repo.startsWith('org/app') && assertion.sub == 'repo:org/app:ref'||",
        "attribute.repo.startsWith('org/app') ? true : assertion.sub != ''||",
        "attribute.repo == 'org/app'||",
      })
  void anotherValueOfAClaimIsNamed(String condition, String id, String other) {
    asked.issuer = "https://token.actions.githubusercontent.com";
    asked.claim("iss", asked.issuer).claim("sub", "repo:org/app:ref");
    asked.claim("repository", "org/app").map("attribute.repo", "assertion.repository");

    List<Finding> findings = asked.condition(condition).report().findings();

    assertThat(findings).extracting(Finding::id).isEqualTo(id == null ? List.of() : List.of(id));
    assertThat(findings).allMatch(it -> it.title().contains(other));
  }

  /** Whoever assumes a role chooses the name of the session. */
  @Test
  void aNameOfASessionCanBeChosenByAnother() {
    Asked request = Asked.ofRequest().condition("assertion.arn.endsWith('/session-1')");

    assertThat(request.report().findings().getFirst().title())
        .contains("arn:aws:sts::111122223333:assumed-role/another-role/session-1");
  }

  /** Who has no subject of at most 127 bytes is not let in, whatever the condition says. */
  @Test
  void whoCannotEnterIsNotNamed() {
    asked.condition("assertion.sub.contains('LambdaOutbound')");
    assertThat(asked.report().findings()).isNotEmpty();

    asked.map("google.subject", "assertion.sub == '%s' ? 'me' : ''".formatted(Asked.ROLE));
    assertThat(asked.report().findings()).isEmpty();
  }

  /** Costly lines, many tests: it ends, and says nothing that it did not find out. */
  @Test
  @Timeout(60)
  void theWorkForHintsIsBounded() {
    String ones = "[" + "1,".repeat(89) + "1]";
    for (int i = 0; i < 20; i++) {
      asked.map("attribute.a" + i, "%s.all(a,%s.all(b,a==b))?'x':'y'".formatted(ones, ones));
    }
    asked.condition(
        "false && ("
            + IntStream.range(0, 100)
                .mapToObj("assertion.sub.contains('a%d')"::formatted)
                .collect(Collectors.joining("||"))
            + ")");

    assertThat(asked.report().verdict()).isEqualTo(Verdict.REFUSED);
  }
}
