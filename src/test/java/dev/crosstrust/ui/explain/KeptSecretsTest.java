package dev.crosstrust.ui.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.secret.Secret;
import dev.crosstrust.token.Tokens;
import org.junit.jupiter.api.Test;

class KeptSecretsTest {
  private static final String TOKEN = Tokens.google(Tokens.UNIQUE_ID).raw().reveal();
  private static final String SIGNATURE = TOKEN.substring(TOKEN.lastIndexOf('.') + 1);

  private final KeptSecrets kept = new KeptSecrets();

  @Test
  void aTokenLosesItsSignatureAndIsRememberedWhole() {
    String shown = kept.keep("ERROR token: " + TOKEN + "\nAccessDenied");

    assertThat(shown)
        .startsWith("ERROR token: " + TOKEN.substring(0, 40))
        .endsWith("••••\nAccessDenied")
        .doesNotContain(SIGNATURE);
    assertThat(kept.in(shown)).contains(Secret.of(TOKEN));
    assertThat(kept.in("ERROR")).isEmpty();
  }

  @Test
  void whatIsKeptStaysSoWhenItComesByAgain() {
    String shown = kept.keep("token " + TOKEN);

    assertThat(kept.keep(shown)).isEqualTo(shown);
    assertThat(kept.keepTokens(shown)).isEqualTo(shown);
    assertThat(kept.in(shown)).contains(Secret.of(TOKEN));
  }

  @Test
  void theFirstTokenOfATextIsMeant() {
    String other = Tokens.google("another").raw().reveal();
    String shown = kept.keep(other + "\n" + TOKEN);
    String turned = kept.keep(TOKEN + "\n" + other);

    assertThat(kept.in(shown)).contains(Secret.of(other));
    assertThat(kept.in(turned)).contains(Secret.of(TOKEN));
  }

  @Test
  void aSignedRequestLeavesItsFingerprint() {
    String shown = kept.keep(Tokens.requestJson());

    assertThat(shown).startsWith("‹sha256:").doesNotContain("session+token");
    assertThat(kept.in(shown).orElseThrow().reveal()).contains("x-goog-cloud-target-resource");
  }

  @Test
  void otherSecretsLeaveTheirFingerprintsAndErrorsStayAsTheyAre() {
    String error =
        "An error occurred (AccessDenied) when calling the GetObject operation: Access Denied";

    assertThat(kept.keep("aws_secret_access_key = wJalrXUtnFEMI/K7MDENG\n" + error))
        .doesNotContain("wJalrXUtnFEMI")
        .endsWith(error);
    assertThat(kept.keep(Sample.LOG)).isEqualTo(Sample.LOG);
  }
}
