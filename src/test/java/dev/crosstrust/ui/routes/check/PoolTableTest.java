package dev.crosstrust.ui.routes.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.crosstrust.check.LocalCheck;
import dev.crosstrust.trust.google.IamPolicy;
import dev.crosstrust.trust.google.IamPolicy.Binding;
import dev.crosstrust.ui.kit.Badge.Tone;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** On a plain JVM: no toolkit is started here. */
class PoolTableTest {
  private static final Map<String, String> MAPPING =
      Map.of("google.subject", "assertion.sub", "attribute.role", "assertion.sub.extract('{r}')");
  private static final String MEMBER =
      "principal://iam.googleapis.com/" + Checks.POOL + "/subject/" + Checks.ROLE;

  @Test
  void whatTheProviderTakesMapsAndYieldsIsThere() {
    CheckTable table = CheckTable.of(check("assertion.sub != ''", null));

    assertThat(table.sections())
        .extracting(CheckTable.Section::title)
        .containsExactly(
            "", "Attribute mapping", "Attribute condition", "Principals you can grant to");
    assertThat(section(table, 0))
        .extracting(CheckRow::key, row -> row.mark().word())
        .containsExactly(tuple("Audience", "match"), tuple("Issuer", "match"));
    assertThat(section(table, 0).getFirst())
        .as("both spellings that Google takes, once")
        .extracting(CheckRow::operator, CheckRow::wants)
        .containsExactly(
            "with or without https:",
            List.of("//iam.googleapis.com/" + Checks.POOL + "/providers/my-aws-app"));
    CheckRow subject = section(table, 1).getFirst();
    assertThat(subject.key()).isEqualTo("google.subject");
    assertThat(subject.wants()).containsExactly("assertion.sub");
    assertThat(subject.mark().word()).isEqualTo(Checks.ROLE.length() + " of 127 bytes");
    assertThat(section(table, 3).getFirst().key()).isEqualTo("principal");
    assertThat(section(table, 3).getFirst().wants()).containsExactly(MEMBER);
    assertThat(table.facts()).extracting(CheckTable.Fact::name).containsExactly("Signature");
  }

  @Test
  void aFalseConditionSaysWhichPartMakesItSo() {
    CheckRow row =
        section(CheckTable.of(check("assertion.sub == 'somebody else'", null)), 2).getFirst();
    assertThat(row.mark()).isEqualTo(new Mark("false", Tone.BAD));
    assertThat(row.says()).isNotEmpty();
  }

  @Test
  void withoutAConditionAllAreLetIn() {
    assertThat(section(CheckTable.of(check("", null)), 2).getFirst().mark().word())
        .isEqualTo("lets all in");
  }

  @Test
  void bindingsHitOrMissAndSayWhy() {
    IamPolicy policy =
        new IamPolicy(
            List.of(
                new Binding("roles/storage.objectAdmin", List.of(MEMBER), null),
                new Binding(
                    "roles/storage.objectViewer",
                    List.of("user:ada@example.com", MEMBER + "/session"),
                    null)));

    List<CheckRow> rows = CheckTable.of(check("", policy)).sections().getLast().rows();

    assertThat(rows).extracting(row -> row.mark().word()).containsExactly("hit", "miss", "miss");
  }

  private static LocalCheck check(String condition, IamPolicy bindings) {
    return Checks.judged(MAPPING, condition, bindings);
  }

  private static List<CheckRow> section(CheckTable table, int at) {
    return table.sections().get(at).rows();
  }
}
