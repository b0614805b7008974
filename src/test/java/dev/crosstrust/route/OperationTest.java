package dev.crosstrust.route;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OperationTest {
  @ParameterizedTest
  @CsvSource({
    "my_dataset.my_table, true",
    "my_dataset.my-table, true",
    "demo.my_dataset.my_table, true",
    "demo:my_dataset.my_table, true",
    "example.com:demo.my_dataset.my_table, true",
    "my_table, false",
    "my-dataset.my_table, false",
    "Demo.my_dataset.my_table, false",
    "my_dataset.$(id), false",
  })
  void aTableIsWhatBigQueryTakesForOne(String target, boolean table) {
    assertThat(Operation.Target.TABLE.matches(target)).isEqualTo(table);
  }
}
