package dev.crosstrust.trust.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.crosstrust.trust.UnreadableDocument;
import java.util.List;
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
            + " '%7B%22Statement%22%3A%5B%5D%7D'}",
        "{'Arn': 'arn:aws:iam::111122223333:role/R', 'AssumeRolePolicyDocument':"
            + " '{\\'Statement\\':[]}'}"
      })
  void aRoleBringsItsTrustPolicyAlong(String role) throws UnreadableDocument {
    assertThat(RoleDocument.in(role.replace('\'', '"')))
        .contains(new RoleDocument("{\"Statement\":[]}", "arn:aws:iam::111122223333:role/R"));
  }

  @Test
  void aPlusIsNoBlank() throws UnreadableDocument {
    for (String policy : List.of("{\\\"Sid\\\":\\\"a+b\\\"}", "%7B%22Sid%22:%22a+b%22%7D")) {
      assertThat(RoleDocument.in("{\"AssumeRolePolicyDocument\": \"%s\"}".formatted(policy)))
          .contains(new RoleDocument("{\"Sid\":\"a+b\"}", null));
    }
  }

  @Test
  void whatIsEncodedInNoWayIsToldAsSuch() {
    assertThatExceptionOfType(UnreadableDocument.class)
        .isThrownBy(() -> RoleDocument.in("{\"AssumeRolePolicyDocument\": \"100%\"}"))
        .withMessage("AssumeRolePolicyDocument is not percent-encoded JSON");
  }

  @Test
  void aPolicyByItselfIsNoRole() throws UnreadableDocument {
    assertThat(RoleDocument.in("{\"Version\": \"2012-10-17\", \"Statement\": []}")).isEmpty();
  }
}
