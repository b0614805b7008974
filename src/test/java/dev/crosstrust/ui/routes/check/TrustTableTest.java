package dev.crosstrust.ui.routes.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.token.Tokens;
import dev.crosstrust.ui.kit.Badge.Tone;
import dev.crosstrust.ui.kit.Difference;
import java.util.List;
import org.junit.jupiter.api.Test;

/** On a plain JVM: no toolkit is started here. */
class TrustTableTest {
  @Test
  void eachConditionIsARowAndSoIsWhatNobodyAsksFor() {
    CheckTable table = CheckTable.of(Checks.trust(Checks.swapped()));

    assertThat(table.sections()).hasSize(1);
    assertThat(table.sections().getFirst().title()).isEmpty();
    assertThat(rows(table))
        .extracting(CheckRow::key)
        .contains(
            "accounts.google.com:aud",
            "accounts.google.com:sub",
            "accounts.google.com:oaud",
            "Principal",
            "Action");
    assertThat(row(table, "accounts.google.com:aud").spoken())
        .isEqualTo(
            "accounts.google.com:aud, StringEquals: wants sts.amazonaws.com; token says %s (azp);"
                    .formatted(Tokens.UNIQUE_ID)
                + " no match. Nothing is the same.");
    assertThat(row(table, "accounts.google.com:oaud").spoken())
        .isEqualTo(
            "accounts.google.com:oaud, not set: wants nothing; token says sts.amazonaws.com (aud);"
                + " unchecked.");
    assertThat(row(table, "Principal").spoken())
        .isEqualTo(
            "Principal, Federated: wants accounts.google.com; token says"
                + " https://accounts.google.com (iss); match.");
    assertThat(row(table, "Action").spoken())
        .isEqualTo(
            "Action: wants sts:AssumeRoleWithWebIdentity; token says"
                + " sts:AssumeRoleWithWebIdentity; match.");
  }

  @Test
  void whereAValueIsNearlyRightTheDifferenceIsTold() {
    CheckRow row =
        row(
            CheckTable.of(
                Checks.trust(Checks.story().replace("sts.amazonaws.com", "sts.Amazonaws.com"))),
            "accounts.google.com:oaud");

    assertThat(row.near())
        .hasValueSatisfying(
            near -> assertThat(near.difference().runs()).contains(new Difference.Run("A", "a")));
    assertThat(row.spoken()).endsWith("no match. Differs at character 5: “a” instead of “A”.");
  }

  @Test
  void ofSeveralWantedValuesTheOneMostAlikeIsCompared() {
    String several =
        Checks.story()
            .replace("\"sts.amazonaws.com\"", "[\"https://example.com\", \"sts.amazonaws.co\"]");

    CheckRow row = row(CheckTable.of(Checks.trust(several)), "accounts.google.com:oaud");

    assertThat(row.near()).hasValueSatisfying(near -> assertThat(near.wanted()).isEqualTo(1));
  }

  @Test
  void severalStatementsAreToldApartWithWhatEachDoes() {
    String denied =
        Checks.story()
            .replaceFirst(
                "\"Statement\": \\[",
                """
                "Statement": [
                  {"Effect": "Deny", "Principal": {"Federated": "accounts.google.com"}, "Action": "sts:*",
                   "Condition": {"StringEquals": {"accounts.google.com:email": "eve@example.com"}}},
                """);

    CheckTable table = CheckTable.of(Checks.trust(denied));

    assertThat(table.sections())
        .extracting(CheckTable.Section::spoken)
        .startsWith("Statement 1 · Deny, does not apply", "Statement 2 · Allow, applies");
    assertThat(table.sections().getFirst().rows())
        .filteredOn(row -> row.key().equals("Action"))
        .singleElement()
        .satisfies(row -> assertThat(row.wants()).containsExactly("sts:*"));
  }

  @Test
  void whatMissesIsBadOnlyWhereItKeepsTheTokenOut() {
    String twice =
        Checks.story()
            .replaceFirst(
                "\"Statement\": \\[",
                """
                "Statement": [
                  {"Effect": "Deny", "Principal": {"Federated": "accounts.google.com"},
                   "Action": "sts:*",
                   "Condition": {"StringEquals": {"accounts.google.com:sub": "eve"}}},
                  {"Effect": "Allow", "Principal": {"Federated": "accounts.google.com"},
                   "Action": "sts:AssumeRoleWithWebIdentity",
                   "Condition": {"StringEquals": {"accounts.google.com:sub": "ada"}}},
                """);

    CheckTable admitted = CheckTable.of(Checks.trust(twice));
    assertThat(rows(admitted)).noneMatch(row -> row.mark().bad());
    assertThat(admitted.sections())
        .extracting(section -> section.mark() == null ? "" : section.mark().word())
        .startsWith("does not apply", "does not apply", "applies");

    CheckTable refused = CheckTable.of(Checks.trust(twice.replace(":oaud", ":aud")));
    assertThat(rows(refused))
        .filteredOn(row -> row.mark().bad())
        .extracting(row -> row.wants().getFirst())
        .containsExactly("ada", "sts.amazonaws.com");

    CheckTable denied = CheckTable.of(Checks.trust(twice.replace("eve", Tokens.UNIQUE_ID)));
    assertThat(denied.sections().getFirst().mark()).isEqualTo(new Mark("applies", Tone.BAD));
  }

  @Test
  void providerSignatureAndSourcesStandBeneath() {
    CheckTable table = CheckTable.of(Checks.trust(Checks.story()));

    assertThat(table.sources()).containsExactly("Read as aws:sandbox-admin: iam:GetRole");
    assertThat(table.facts())
        .extracting(CheckTable.Fact::name)
        .containsExactly("Provider", "Signature");
    assertThat(table.facts().getLast().spoken())
        .startsWith("Signature RS256")
        .contains("unchecked. The signature was not checked.");
  }

  @Test
  void anActionThatIsExceptedIsCalledSo() {
    String policy = Checks.story().replace("\"Action\"", "\"NotAction\"");
    assertThat(rows(CheckTable.of(Checks.trust(policy))))
        .extracting(CheckRow::key)
        .contains("NotAction");
  }

  private static List<CheckRow> rows(CheckTable table) {
    return table.sections().stream().flatMap(section -> section.rows().stream()).toList();
  }

  private static CheckRow row(CheckTable table, String key) {
    return rows(table).stream().filter(row -> row.key().equals(key)).findFirst().orElseThrow();
  }
}
