package dev.crosstrust.ui.lens;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.evidence.Origins;
import dev.crosstrust.finding.Finding;
import dev.crosstrust.identity.Machine;
import dev.crosstrust.surroundings.Surroundings;
import dev.crosstrust.token.Token;
import dev.crosstrust.token.Tokens;
import dev.crosstrust.token.signature.SignatureCheck;
import dev.crosstrust.ui.kit.Badge.Tone;
import dev.crosstrust.ui.task.Phase;
import dev.crosstrust.ui.workplace.Workplace;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LensModelTest {
  private static final String KEYS =
      """
      {"keys":[{"kty":"oct","kid":"k1","alg":"HS256","k":"c2VjcmV0LXNlY3JldC1zZWNyZXQtc2VjcmV0LXNlY3JldA"}]}
      """;

  @TempDir private Path home;

  private Instant now = Tokens.ISSUED.plusSeconds(48);
  private final Held background = new Held();

  private LensModel lens() {
    Machine machine = new Machine(Map.of(), home);
    Surroundings here = new Surroundings(machine, Origins.REAL, () -> now);
    return new LensModel(background, new Workplace(machine, here, () -> now, new NoSandboxes()));
  }

  private static String google() {
    return Tokens.google(Tokens.UNIQUE_ID).raw().reveal();
  }

  private static ClaimRow claim(LensModel lens, String name) {
    return lens.claims().stream().filter(row -> row.claim().equals(name)).findFirst().orElseThrow();
  }

  @Test
  void withoutATokenItSaysHowToGetOne() {
    LensModel lens = lens();

    assertThat(lens.phaseProperty().get() instanceof Phase.Empty<Token>(_, String hint) ? hint : "")
        .containsIgnoringCase("paste")
        .contains("request");
    assertThat(lens.loaded().get()).isFalse();
  }

  @Test
  void aTokenIsReadWithoutAskingAnybody() {
    LensModel lens = lens();

    lens.read("  " + google() + "\n");

    assertThat(background.idle()).isTrue();
    assertThat(lens.claims()).extracting(ClaimRow::claim).contains("iss", "aud", "azp", "sub");
    assertThat(claim(lens, "azp").awsKey()).isEqualTo("accounts.google.com:aud");
    assertThat(claim(lens, "aud").cel()).isEqualTo("assertion.aud");
    assertThat(lens.getSignature().checkProperty().get())
        .extracting(SignatureCheck::status)
        .isEqualTo(SignatureCheck.Status.UNCHECKED);
  }

  @Test
  void timesAreReadableAndCopiedAsTheyAre() {
    LensModel lens = lens();

    lens.read(google());

    assertThat(claim(lens, "iat").time()).isEqualTo("19:32:07Z");
    assertThat(claim(lens, "iat").value())
        .isEqualTo(String.valueOf(Tokens.ISSUED.getEpochSecond()));
    assertThat(claim(lens, "sub").time()).isEmpty();
  }

  @Test
  void theLifetimeCountsDown() {
    LensModel lens = lens();
    lens.read(google());
    assertThat(lens.remainingProperty().get().words()).isEqualTo("59:12 left");
    ClaimRow exp = claim(lens, "exp");
    String before = exp.meaning().get();

    now = now.plusSeconds(1);
    lens.tick();

    assertThat(lens.remainingProperty().get().words()).isEqualTo("59:11 left");
    assertThat(lens.remainingProperty().get().share()).isBetween(0.98, 0.99);
    assertThat(claim(lens, "exp")).isSameAs(exp);
    assertThat(exp.meaning().get()).isNotEqualTo(before);
  }

  @Test
  void soonIsUnsureAndOverIsBad() {
    LensModel lens = lens();
    lens.read(google());

    now = Tokens.ISSUED.plus(Duration.ofMinutes(56));
    lens.tick();
    assertThat(lens.remainingProperty().get().tone()).isEqualTo(Tone.UNSURE);

    now = Tokens.ISSUED.plus(Duration.ofMinutes(64));
    lens.tick();
    assertThat(lens.remainingProperty().get())
        .isEqualTo(new Remaining("expired 4 min ago", 0, Tone.BAD));
    assertThat(lens.findings()).extracting(Finding::id).contains("aws.token-expired");
  }

  @Test
  void aTokenOfTheFutureIsNotYetValid() {
    now = Tokens.ISSUED.minus(Duration.ofMinutes(20));
    LensModel lens = lens();

    lens.read(google());

    assertThat(lens.remainingProperty().get().words()).isEqualTo("not yet valid, in 20 min");
  }

  @Test
  void findingsAreNotMadeAnewWhileTheyAreTheSame() {
    now = Tokens.ISSUED.plus(Duration.ofHours(2));
    LensModel lens = lens();
    lens.read(google());
    Finding first = lens.findings().getFirst();

    now = now.plusSeconds(1);
    lens.tick();

    assertThat(lens.findings().getFirst()).isSameAs(first);
  }

  @Test
  void whatIsNoTokenIsSaid() {
    LensModel lens = lens();
    lens.read(google());

    lens.read("ya29.a0AfH6SMBxxxxxxxxxxxxxxxxxxxxxxxxxxxxx");

    assertThat(lens.phaseProperty().get()).isInstanceOf(Phase.Broken.class);
    assertThat(lens.claims()).isEmpty();
    assertThat(lens.findings()).isEmpty();
    assertThat(lens.remainingProperty().get()).isEqualTo(Remaining.NOTHING);
  }

  @Test
  void anotherTokenHidesTheSignatureAgain() {
    LensModel lens = lens();
    lens.read(google());
    lens.revealedProperty().set(true);

    lens.read(google());

    assertThat(lens.revealedProperty().get()).isFalse();
  }

  @Test
  void theHostIsNamedBeforeItIsAsked() {
    LensModel lens = lens();

    lens.read(google());

    assertThat(lens.getSignature().hostProperty().get()).isEqualTo("accounts.google.com");
    assertThat(background.idle()).isTrue();
  }

  @Test
  void whereNobodyCanBeAskedNobodyIs() {
    LensModel lens = lens();
    lens.read(Tokens.compact("{\"iss\":\"http://issuer.example\"}"));

    lens.getSignature().askIssuer();

    assertThat(lens.getSignature().hostProperty().get()).isEmpty();
    assertThat(background.idle()).isTrue();
  }

  @Test
  void givenKeysAreUsedWithoutAskingAnybody() {
    LensModel lens = lens();
    lens.read(Tokens.compact("{\"alg\":\"HS256\",\"kid\":\"k1\"}", "{\"iss\":\"me\"}"));
    lens.getSignature().keysProperty().set(KEYS);

    lens.getSignature().useGiven();
    assertThat(lens.getSignature().jobProperty().get()).isNotNull();
    background.finish();

    assertThat(lens.getSignature().jobProperty().get()).isNull();
    assertThat(lens.getSignature().checkProperty().get())
        .extracting(SignatureCheck::status)
        .isEqualTo(SignatureCheck.Status.INVALID);
    assertThat(lens.getSignature().sourceProperty().get()).isEqualTo("your set");
    assertThat(lens.findings()).extracting(Finding::id).contains("aws.signature-invalid");
  }

  @Test
  void aCheckOfAnotherTokenDoesNotComeTooLate() {
    LensModel lens = lens();
    lens.read(Tokens.compact("{\"alg\":\"HS256\",\"kid\":\"k1\"}", "{\"iss\":\"me\"}"));
    lens.getSignature().keysProperty().set(KEYS);
    lens.getSignature().useGiven();

    lens.read(google());
    background.finish();

    assertThat(lens.getSignature().jobProperty().get()).isNull();
    assertThat(lens.getSignature().checkProperty().get())
        .extracting(SignatureCheck::status)
        .isEqualTo(SignatureCheck.Status.UNCHECKED);
  }

  @Test
  void aMachineWithoutIdentitiesSaysSo() {
    LensModel lens = lens();

    lens.getRequest().open();
    background.finish();

    assertThat(lens.getRequest().hintProperty().get()).contains("No identity was found");
    assertThat(lens.getRequest().problem().get()).isNotEmpty();
  }

  @Test
  void aCancelledRequestLeavesWhatWasThere() {
    LensModel lens = lens();
    lens.read(google());
    Phase<Token> before = lens.phaseProperty().get();
    lens.working("Asking", background.begin(() -> "", _ -> {}, _ -> {}));

    lens.cancelled();

    assertThat(lens.phaseProperty().get()).isSameAs(before);
  }

  @Test
  void twoTokensAreComparedAndAThirdIsNot() {
    LensModel lens = lens();
    lens.read(google());
    ComparisonModel comparison = lens.getComparison();
    comparison.open();

    comparison.read("nothing");
    assertThat(comparison.problemProperty().get()).isNotNull();
    comparison.read(Tokens.google("poc@demo-product-sbx.iam.gserviceaccount.com").raw().reveal());

    assertThat(comparison.comparisonProperty().get()).isNotNull();
    assertThat(comparison.problemProperty().get()).isNull();
    assertThat(comparison.openProperty().get()).isFalse();

    lens.read(google());
    assertThat(comparison.comparisonProperty().get()).isNull();
  }

  @Test
  void withoutAFirstTokenThereIsNothingToCompare() {
    LensModel lens = lens();

    lens.getComparison().open();

    assertThat(lens.getComparison().openProperty().get()).isFalse();
  }
}
