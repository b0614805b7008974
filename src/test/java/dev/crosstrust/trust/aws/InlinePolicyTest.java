package dev.crosstrust.trust.aws;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InlinePolicyTest {
  @Test
  void whatIsAllowedOnOneResourceDoesNotReplaceWhatIsAllowedOnAnother() {
    InlinePolicy one = InlinePolicy.allowing("R", "s3:GetObject", "arn:aws:s3:::a/*");
    InlinePolicy other = InlinePolicy.allowing("R", "s3:GetObject", "arn:aws:s3:::b/*");

    assertThat(one.name()).matches("crosstrust-GetObject-[0-9a-f]{8}").isNotEqualTo(other.name());
    assertThat(InlinePolicy.allowing("R", "s3:GetObject", "arn:aws:s3:::a/*")).isEqualTo(one);
  }

  @Test
  void theAudiencesOfATokenAreAListThatMustNotBeEmpty() {
    InlinePolicy policy = InlinePolicy.forAudience("R", "//a.example");

    assertThat(policy.document())
        .contains(
            "{\"ForAllValues:StringEquals\":{\"sts:IdentityTokenAudience\":\"//a.example\"},"
                + "\"Null\":{\"sts:IdentityTokenAudience\":\"false\"}}");
    assertThat(policy.name()).isNotEqualTo(InlinePolicy.forAudience("R", "//b.example").name());
  }

  @Test
  void anActionWithAWildcardIsNoNameOfAPolicy() {
    assertThat(InlinePolicy.allowing("R", "s3:Get*", "*").name())
        .matches("crosstrust-Get-[0-9a-f]{8}");
  }
}
