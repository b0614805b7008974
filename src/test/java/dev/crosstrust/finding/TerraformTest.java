package dev.crosstrust.finding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerraformTest {
  @Test
  void textsAreTakenLiterally() {
    assertThat(Terraform.text("a \"b\" ${aws:username} %{if} \\"))
        .isEqualTo("\"a \\\"b\\\" $${aws:username} %%{if} \\\\\"");
  }

  @Test
  void whatCannotBeSeenIsWrittenAsAnEscape() {
    assertThat(Terraform.text("a\n\u001b\u202eb")).isEqualTo("\"a\\n\\u001b\\u202eb\"");
  }

  @Test
  void aResourceIsNamedByAnyText() {
    assertThat(Terraform.name("9.a-b/c")).isEqualTo("_9_a_b_c");
    assertThat(Terraform.resource("t", "n-1", "a", Terraform.text("v")))
        .isEqualTo("resource \"t\" \"n_1\" {\n  a = \"v\"\n}");
  }

  @Test
  void aPolicyIsReadLineByLine() {
    String policy =
        """
        {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["sts:A","sts:B"],\
        "Condition":{"StringEquals":{"accounts.google.com:aud":"${aws:username}"}}}]}\
        """;

    assertThat(Terraform.change("aws_iam_role", "a.b", "policy", Terraform.json(policy)))
        .isEqualTo(
            """
            # in aws_iam_role.a_b
            policy = jsonencode({
              Version = "2012-10-17"
              Statement = [
                {
                  Effect = "Allow"
                  Action = [
                    "sts:A",
                    "sts:B",
                  ]
                  Condition = {
                    StringEquals = {
                      "accounts.google.com:aud" = "$${aws:username}"
                    }
                  }
                },
              ]
            })\
            """);
  }

  @Test
  void aPolicyInAResourceIsIndentedWithIt() {
    assertThat(Terraform.resource("t", "n", "policy", Terraform.json("{\"Version\":\"1\"}")))
        .isEqualTo(
            """
            resource "t" "n" {
              policy = jsonencode({
                Version = "1"
              })
            }\
            """);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {}              | {}
          []              | []
          [1,true,null]   | [\\n  1,\\n  true,\\n  null,\\n]
          {"for":1}       | {\\n  "for" = 1\\n}
          {"a\\u0008":""} | {\\n  "a\\u0008" = ""\\n}
          "\\\\b"         | "\\\\b"
          """)
  void everyJsonHasItsExpression(String json, String expression) {
    assertThat(Terraform.json(json))
        .isEqualTo("jsonencode(%s)".formatted(expression.replace("\\n", "\n")));
  }
}
