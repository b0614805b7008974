package dev.crosstrust.trust.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.trust.UnreadableDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoleDocumentTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'Role': {'Arn': 'arn:aws:iam::111122223333:role/R', 'AssumeRolePolicyDocument':"
            + " {'Statement': []}}}",
        "{'Arn': 'arn:aws:iam::111122223333:role/R', 'AssumeRolePolicyDocument': {'Statement':"
            + " []}}",
        "{'Arn': 'arn:aws:iam::111122223333:role/R', 'AssumeRolePolicyDocument':"
            + " '%7B%22Statement%22%3A%5B%5D%7D'}"
      })
  void aRoleBringsItsTrustPolicyAlong(String role) throws UnreadableDocument {
    assertThat(RoleDocument.in(role.replace('\'', '"')))
        .contains(new RoleDocument("{\"Statement\":[]}", "arn:aws:iam::111122223333:role/R"));
  }

  @Test
  void aPolicyByItselfIsNoRole() throws UnreadableDocument {
    assertThat(RoleDocument.in("{\"Version\": \"2012-10-17\", \"Statement\": []}")).isEmpty();
  }
}
