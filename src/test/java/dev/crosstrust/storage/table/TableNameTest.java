package dev.crosstrust.storage.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableNameTest {
  @ParameterizedTest
  @CsvSource({
    "my_dataset.my_table, demo.my_dataset.my_table",
    "other-project.my_dataset.my_table, other-project.my_dataset.my_table",
    "other-project:my_dataset.my_table, other-project.my_dataset.my_table",
    "example.com:other.my_dataset.my_table, example.com:other.my_dataset.my_table",
    "example.com:other:my_dataset.my_table, example.com:other.my_dataset.my_table",
    "my_dataset.täglich 2026-11, demo.my_dataset.täglich 2026-11",
  })
  void isReadAsPeopleWriteIt(String written, String name) {
    assertThat(TableName.parse(written, "demo")).hasToString(name);
  }

  @ParameterizedTest
  @CsvSource({
    "my_table, \"my_table\" names no table: write dataset.table or project.dataset.table",
    "my-dataset.t, '\"my-dataset\" cannot be the name of a dataset: it has letters, digits and"
        + " underscores only'",
    "d.a/b, \"a/b\" cannot be the name of a table",
    "d., \"\" cannot be the name of a table",
    "../x.d.t, \"../x\" cannot be the id of a project",
  })
  void whatCannotBeOneIsSaid(String written, String sentence) {
    assertThatThrownBy(() -> TableName.parse(written, "demo"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(sentence);
  }

  @Test
  void aProjectMustBeNamedWhereNoneIsKnown() {
    assertThatThrownBy(() -> TableName.parse("d.t", null))
        .hasMessage("\"d.t\" names no project: write project.dataset.table");
    assertThat(TableName.parse("demo:d.t", null)).hasToString("demo.d.t");
  }

  @Test
  void aTablesNameHasUpTo1024Bytes() {
    assertThat(TableName.parse("d." + "é".repeat(512), "demo").table()).hasSize(512);
    assertThatThrownBy(() -> TableName.parse("d." + "é".repeat(513), "demo"))
        .hasMessageEndingWith("cannot be the name of a table");
  }
}
