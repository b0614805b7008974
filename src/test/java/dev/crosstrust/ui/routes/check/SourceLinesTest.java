package dev.crosstrust.ui.routes.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.token.Tokens;
import dev.crosstrust.token.signature.SignatureCheck;
import java.util.List;
import org.junit.jupiter.api.Test;

/** On a plain JVM: no toolkit is started here. */
class SourceLinesTest {
  private static final List<String> SOURCES =
      List.of(
          Checks.READ,
          "IAM OIDC providers read with aws:sandbox-admin (iam:ListOpenIDConnectProviders)",
          "Signature valid, by the keys that the issuer publishes",
          "Policy of bucket a read with gcloud:demo-user (storage.buckets.getIamPolicy)",
          "Policy of bucket b read with gcloud:demo-user (storage.buckets.getIamPolicy)",
          "Policy of project p not read (resourcemanager.projects.getIamPolicy): nobody may");

  @Test
  void whatWasReadIsOneLineAndWhatWasNotStaysASentence() {
    assertThat(SourceLines.of(Signatures.others(SOURCES)))
        .containsExactly(
            "Read as aws:sandbox-admin: iam:GetRole, iam:ListOpenIDConnectProviders ·"
                + " gcloud:demo-user: storage.buckets.getIamPolicy",
            "Policy of project p not read (resourcemanager.projects.getIamPolicy): nobody may");
    assertThat(SourceLines.of(List.of())).isEmpty();
  }

  @Test
  void whoseKeysTheSignatureWasCheckedByIsSaidBesideIt() {
    SignatureCheck check = SignatureCheck.notAsked(Tokens.google(Tokens.UNIQUE_ID));
    assertThat(Signatures.fact(check, SOURCES).because())
        .isEqualTo("by the keys that the issuer publishes");
    assertThat(Signatures.fact(check, List.of()).because()).isEqualTo(check.reason());
  }
}
