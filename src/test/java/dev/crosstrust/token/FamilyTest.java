package dev.crosstrust.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FamilyTest {
  @ParameterizedTest
  @CsvSource({
    "https://accounts.google.com, google-id",
    "accounts.google.com, google-id",
    "https://accounts.google.com.evil.example, unknown",
    "poc@demo-product-sbx.iam.gserviceaccount.com, google-assertion",
    "https://a1b2c3d4-0000-4000-8000-111122223333.tokens.sts.global.api.aws, aws-outbound",
    "https://a1b2c3d4-0000-4000-8000-111122223333.tokens.sts.global.api.aws/x, unknown",
    "https://sts.amazonaws.com, unknown",
    "https://token.actions.githubusercontent.com, github",
    "https://token.actions.githubusercontent.com/octo-enterprise, github",
    "https://gitlab.com, gitlab",
    "https://login.microsoftonline.com/11111111-2222/v2.0, entra",
    "https://sts.windows.net/11111111-2222/, entra",
    "https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_abc, cognito",
    "https://cognito-identity.amazonaws.com, cognito",
    "https://oidc.eks.eu-west-1.amazonaws.com/id/ABC, kubernetes",
    "https://container.googleapis.com/v1/projects/p/locations/l/clusters/c, kubernetes",
    "https://tenant.eu.auth0.com/, auth0",
  })
  void theIssuerSaysTheFamily(String issuer, String family) {
    assertThat(Tokens.jwt("{\"iss\":\"%s\"}".formatted(issuer)).family().id()).isEqualTo(family);
  }

  @ParameterizedTest
  @CsvSource({"kubernetes.io, kubernetes", "namespace_path, gitlab", "else, unknown"})
  void underANameOfItsOwnAClaimDoes(String claim, String family) {
    String claims = "{\"iss\":\"https://id.example\",\"%s\":{}}".formatted(claim);
    assertThat(Tokens.jwt(claims).family().id()).isEqualTo(family);
  }

  @ParameterizedTest
  @EnumSource
  void aFamilyIsCalledInJsonAsInCode(Family family) {
    assertThat(family.id()).isEqualTo(family.name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }
}
