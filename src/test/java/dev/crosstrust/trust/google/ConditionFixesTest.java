package dev.crosstrust.trust.google;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.finding.Fix;
import dev.crosstrust.finding.Fix.Effect;
import dev.crosstrust.trust.Verdict;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A condition that keeps somebody out, put right. */
class ConditionFixesTest {
  private static final String MISTAKEN = "If the condition is mistaken";

  private final Asked asked = new Asked();

  /** Columns: the condition, what it becomes, what that does to who may enter. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          assertion.sub == 'arn:aws:iam::111122223333:role/lambdaoutboundstsrole' | assertion.sub == 'arn:aws:iam::111122223333:role/LambdaOutboundSTSRole' | WIDENS
          'arn:aws:iam::111122223333:role/LambdaOutboundSTSrole' == assertion.sub | 'arn:aws:iam::111122223333:role/LambdaOutboundSTSRole' == assertion.sub | WIDENS
          assertion.sub == "arn:aws:iam::444455556666:role/LambdaOutboundSTSRole" // ours | assertion.sub == "arn:aws:iam::111122223333:role/LambdaOutboundSTSRole" // ours | WIDENS
          assertion.sub == 'arn:aws:sts::111122223333:assumed-role/LambdaOutboundSTSRole/x' | assertion.sub == 'arn:aws:iam::111122223333:role/LambdaOutboundSTSRole' | WIDENS
          assertion.sub == 'arn:aws:iam::111122223333:role/LambdaOutboundSTSRole/' | assertion.sub == 'arn:aws:iam::111122223333:role/LambdaOutboundSTSRole' | WIDENS
          assertion.sub == ' arn:aws:iam::111122223333:role/LambdaOutboundSTSRole' | assertion.sub == 'arn:aws:iam::111122223333:role/LambdaOutboundSTSRole' | SAME
          assertion['https://sts.amazonaws.com/'].aws_account == '444455556666' | assertion['https://sts.amazonaws.com/'].aws_account == '111122223333' | WIDENS
          assertion.sub.startsWith('arn:aws:iam::444455556666:role/') | assertion.sub.startsWith('arn:aws:iam::111122223333:role/') | WIDENS
          assertion.sub.endsWith('/lambdaOutboundSTSRole') | assertion.sub.endsWith('/LambdaOutboundSTSRole') | WIDENS
          assertion.sub.endsWith('/LambdaOutboundSTSRole/') | assertion.sub.endsWith('/LambdaOutboundSTSRole') | WIDENS
          assertion.sub.contains('lambda') | assertion.sub.contains('Lambda') | WIDENS
          assertion.iss != '' && !(assertion.sub != '' && assertion.aud == 'x') && google.subject in ['é', 'arn:aws:iam::111122223333:role/lambdaOutboundSTSRole'] | assertion.iss != '' && !(assertion.sub != '' && assertion.aud == 'x') && google.subject in ['é', 'arn:aws:iam::111122223333:role/LambdaOutboundSTSRole'] | WIDENS
          ~assertion.sub == 'x' || assertion.sub == 'arn:aws:iam::999900001111:role/LambdaOutboundSTSRole'~ | ~assertion.sub == 'x' || assertion.sub == 'arn:aws:iam::111122223333:role/LambdaOutboundSTSRole'~ | WIDENS
          """)
  void whatWasNearlyRightIsPutRight(String condition, String right, Effect effect) {
    Fix fix = mistaken(asked.condition(condition));

    assertThat(proposed(fix)).isEqualTo(right);
    assertThat(fix.effect()).isEqualTo(effect);
    assertThat(new Asked().condition(right).report().verdict()).isEqualTo(Verdict.ADMITTED);
  }

  /** Columns: the condition of an AWS provider, what it becomes, what that does. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          assertion.arn == 'arn:aws:iam::111122223333:role/path/LambdaOutboundSTSRole' | assertion.arn.startsWith('arn:aws:sts::111122223333:assumed-role/LambdaOutboundSTSRole/') | SAME
          assertion.arn  ==  'arn:aws:sts::111122223333:assumed-role/LambdaOutboundSTSRole/session-0' | assertion.arn.startsWith('arn:aws:sts::111122223333:assumed-role/LambdaOutboundSTSRole/') | WIDENS
          assertion.arn.startsWith('arn:aws:iam::111122223333:role/LambdaOutboundSTS') | assertion.arn.startsWith('arn:aws:sts::111122223333:assumed-role/LambdaOutboundSTS') | WIDENS
          attribute.aws_role == 'arn:aws:sts::444455556666:assumed-role/LambdaOutboundSTSRole' | attribute.aws_role == 'arn:aws:sts::111122223333:assumed-role/LambdaOutboundSTSRole' | WIDENS
          """)
  void aSessionIsNotPinned(String condition, String right, Effect effect) {
    Fix fix = mistaken(Asked.ofRequest().condition(condition));

    assertThat(fix.effect()).isEqualTo(effect);
    assertThat(proposed(fix)).isEqualTo(right);
    assertThat(Asked.ofRequest().condition(right).report().verdict()).isEqualTo(Verdict.ADMITTED);
  }

  /** Somebody else is meant, or it is not a matter of one text. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "assertion.sub == 'somebody-else'",
        "assertion.sub.matches('^arn:aws:iam::444455556666:')",
        "assertion.sub == 'arn:aws:iam::111122223333:role/lambdaOutboundSTSRole' && false",
        "assertion.team == 'a'",
        "assertion.sub == r'arn:aws:iam::444455556666:role/LambdaOutboundSTSRole'",
        "!(assertion.sub == 'arn:aws:iam::111122223333:role/LambdaOutboundSTSRole')",
      })
  void elseOneIsLetInBesides(String condition) {
    List<Fix> fixes = asked.condition(condition).report().findings().getFirst().fix();

    assertThat(fixes).extracting(Fix::text).noneMatch(text -> text.startsWith(MISTAKEN));
    assertThat(proposed(fixes.getLast()))
        .isEqualTo("(%s) || assertion.sub == \"%s\"".formatted(condition, Asked.ROLE));
    assertThat(fixes.getLast().effect()).isEqualTo(Effect.WIDENS);
  }

  /** Columns: the condition, whom another issuer names. */
  @ParameterizedTest
  @CsvSource({
    "assertion.sub.startsWith('repo:org/app/'),repo:org/app-evil:ref",
    "assertion.sub.contains('org/app/'),repo:org/app-evil:ref",
    "assertion.sub.startsWith('repo:org/app '),repo:org/app-evil:ref",
  })
  void aPrefixIsNeverShortened(String condition, String subject) {
    List<Fix> fixes = ofOthers(subject, condition).report().findings().getFirst().fix();

    assertThat(fixes).extracting(Fix::text).noneMatch(text -> text.startsWith(MISTAKEN));
  }

  /** In an organization's single sign-on the session is the person. */
  @Test
  void aSessionThatBecomesItsRoleLetsOthersIn() {
    String role = "arn:aws:sts::111122223333:assumed-role/Admin/";
    Fix fix = mistaken(ofOthers(role + "mallory", "assertion.sub == '%salice'".formatted(role)));

    assertThat(proposed(fix)).isEqualTo("assertion.sub.startsWith('%s')".formatted(role));
    assertThat(fix.effect()).isEqualTo(Effect.WIDENS);
  }

  @Test
  void upperAndLowerCaseMayBeTwoIdentities() {
    assertThat(mistaken(ofOthers("ns:App", "assertion.sub == 'ns:app'")).effect())
        .isEqualTo(Effect.WIDENS);
    assertThat(mistaken(ofOthers("ns:app", "assertion.sub == 'ns:app '")).effect())
        .isEqualTo(Effect.SAME);
  }

  @Test
  void whatTooMuchWorkLeavesOpenIsNotCalledTheSame() {
    Asked costly = ofOthers("app", "assertion.sub == 'app ' // lines 0 to 25: a");
    for (int i = 0; i < 26; i++) {
      costly.map("attribute.a" + i, "['q'].exists(x, x == 'p') ? 'y' : 'n'");
      costly.condition += ", a" + i;
    }

    assertThat(mistaken(costly).effect()).isEqualTo(Effect.WIDENS);
  }

  @Test
  void aPathMayHaveAnyNumberOfParts() {
    String role = "arn:aws:iam::111122223333:role/%sapp".formatted("p/".repeat(6_000));
    asked.claim("sub", role).map("google.subject", "'x'").condition("assertion.sub == 'x'");

    assertThat(asked.ids()).containsExactly("google.condition-refused");
  }

  private static Asked ofOthers(String subject, String condition) {
    Asked others = new Asked().claim("iss", "https://idp.example.com").claim("sub", subject);
    others.issuer = "https://idp.example.com";
    return others.condition(condition);
  }

  /** Two slashes in a text begin no comment. */
  @Test
  void onlyACommentIsEndedByALineOfItsOwn() {
    asked.condition("assertion['https://sts.amazonaws.com/'].aws_account == 'x'");

    assertThat(proposed(asked.report().findings().getFirst().fix().getLast()))
        .startsWith("(assertion['https://sts.amazonaws.com/'].aws_account == 'x') || ");
  }

  @Test
  void whoeverPresentsItIsNotGuessed() {
    Asked request = Asked.ofRequest().condition("assertion.account == '444455556666' && false");
    request.caller = null;
    request.mapping.putAll(Map.of("google.subject", "'x'"));

    assertThat(request.report().findings())
        .filteredOn(it -> it.id().equals("google.condition-refused"))
        .flatExtracting(finding -> finding.fix())
        .extracting(Fix::text)
        .endsWith("Read the condition again.");
  }

  private static Fix mistaken(Asked asked) {
    return asked.report().findings().getFirst().fix().stream()
        .filter(fix -> fix.text().startsWith(MISTAKEN))
        .findFirst()
        .orElseThrow();
  }

  private static String proposed(Fix fix) {
    return fix.terraform()
        .replaceFirst("^attribute_condition = \"(?s)(.*)\"$", "$1")
        .replace("\\\"", "\"")
        .replace("\\n", "\n");
  }
}
