package dev.crosstrust.ui.routes.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.check.LocalCheck;
import dev.crosstrust.finding.Finding;
import dev.crosstrust.trust.Verdict;
import dev.crosstrust.trust.aws.TrustReport;
import dev.crosstrust.ui.PlainBackground;
import dev.crosstrust.ui.routes.check.Beside.Answer;
import dev.crosstrust.ui.task.Phase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a plain JVM: no toolkit is started here. */
class CheckModelTest {
  private final CheckModel model = new CheckModel(new PlainBackground(), Duration.ZERO);

  @Test
  void atFirstNothingHasBeenJudged() {
    assertThat(model.isIdle()).isTrue();
    assertThat(model.phaseProperty().get()).isInstanceOf(Phase.Empty.class);
    assertThat(model.shown()).isEmpty();
  }

  @Test
  void aPolicyIsJudgedAgainAsItIsTyped() {
    show(Checks.trust(Checks.swapped()));
    assertThat(verdict()).isEqualTo(Verdict.REFUSED);
    assertThat(model.trial().editedProperty().get()).isFalse();

    type(0, Checks.story());

    assertThat(verdict()).isEqualTo(Verdict.ADMITTED);
    assertThat(model.trial().editedProperty().get()).isTrue();
    assertThat(model.shown().orElseThrow().sources().getFirst())
        .isEqualTo("Judged by what stands here; nothing was written to the cloud.");
  }

  @Test
  void whatCannotBeReadIsSaidWithItsPlaceAndWhatIsSeenIsOfBefore() {
    show(Checks.trust(Checks.swapped()));

    type(0, "{\n  \"Version\": oops}");

    assertThat(problem(0))
        .isEqualTo("The trust policy is not JSON: it cannot be read at line 2, column 14.");
    assertThat(model.trial().openProperty().get()).isTrue();
    assertThat(verdict()).isEqualTo(Verdict.REFUSED);

    type(0, Checks.story());
    assertThat(problem(0)).isEmpty();
    assertThat(model.trial().openProperty().get()).isFalse();
  }

  @Test
  void backToWhatWasRead() {
    LocalCheck read = Checks.trust(Checks.swapped());
    show(read);
    String before = model.trial().textsProperty().get().getFirst().text();
    type(0, "{");

    model.trial().back();

    assertThat(model.trial().textsProperty().get().getFirst().text()).isEqualTo(before);
    assertThat(model.shown()).hasValue(read);
    assertThat(model.trial().editedProperty().get()).isFalse();
    assertThat(model.trial().openProperty().get()).isFalse();
    assertThat(problem(0)).isEmpty();
  }

  @Test
  void mappingConditionAndAudiencesOfAProviderAreChanged() {
    show(Checks.judged(Map.of("google.subject", "assertion.sub"), "", null));
    assertThat(model.trial().textsProperty().get())
        .extracting(EditedText::name)
        .containsExactly("Attribute mapping", "Attribute condition", "Allowed audiences");
    assertThat(verdict()).isEqualTo(Verdict.ADMITTED);

    type(1, "assertion.sub == 'somebody else'");
    assertThat(verdict()).isEqualTo(Verdict.REFUSED);
    type(1, "");
    type(2, "another-audience\n");
    assertThat(verdict()).isEqualTo(Verdict.REFUSED);
    type(2, "");
    type(0, "google.subject = assertion.sub\n  attribute.aws");
    assertThat(problem(0))
        .isEqualTo("Line 2, column 3: here an attribute, = and its expression are to stand.");
    type(0, "google.subject = 'me'\ngoogle.subject = 'you'");
    assertThat(problem(0)).isEqualTo("Line 2: google.subject stands there twice.");
    type(0, "google.subject = 'me'");
    assertThat(((LocalCheck.OfPool) model.shown().orElseThrow()).report().attributes())
        .containsEntry("google.subject", "me");
  }

  @Test
  void whereNobodyMayReadThePolicyOneIsPasted() {
    show(Checks.unread());
    assertThat(model.phaseProperty().get())
        .isEqualTo(
            new Phase.Empty<LocalCheck>(
                "There is nothing to judge by",
                "Trust policy not read: nobody here may (iam:GetRole)"));

    type(0, Checks.story());

    assertThat(verdict()).isEqualTo(Verdict.ADMITTED);
    model.trial().back();
    assertThat(model.phaseProperty().get()).isInstanceOf(Phase.Empty.class);
  }

  @Test
  void aPolicyIsTakenFromAFile(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("policy.json"), Checks.story());
    show(Checks.unread());

    model.trial().open(file);

    assertThat(model.trial().editingProperty().get()).isTrue();
    assertThat(verdict()).isEqualTo(Verdict.ADMITTED);
    model.trial().open(folder.resolve("none.json"));
    assertThat(problem(0)).startsWith("There is no file ").endsWith("none.json.");
    model
        .trial()
        .open(Files.write(folder.resolve("picture"), new byte[] {(byte) 0xff, (byte) 0xd8}));
    assertThat(problem(0)).endsWith("picture is no text.");
  }

  @Test
  void aProviderThatNobodyMayReadIsPasted() {
    show(
        new LocalCheck.NotMade(
            List.of("Provider not read"), null, Checks.pool(Map.of(), "", null)));

    type(
        0,
        """
        {"name": "%s/providers/my-aws-app", "state": "ACTIVE",
         "attributeMapping": {"google.subject": "assertion.sub"},
         "oidc": {"issuerUri": "%s"}}
        """
            .formatted(Checks.POOL, Checks.ISSUER));

    assertThat(verdict()).isEqualTo(Verdict.ADMITTED);
  }

  @Test
  void aNewCheckTakesThePlaceOfWhatWasTried() {
    show(Checks.trust(Checks.swapped()));
    model.trial().editingProperty().set(true);
    type(0, Checks.story());

    show(Checks.trust(Checks.swapped()));

    assertThat(verdict()).isEqualTo(Verdict.REFUSED);
    assertThat(model.trial().editedProperty().get()).isFalse();
    assertThat(model.trial().editingProperty().get()).isFalse();
  }

  @Test
  void whatAnEngineDoesNotKnowStaysKnown() {
    LocalCheck.OfTrust read = Checks.trust(Checks.story());
    TrustReport report = read.report();
    Finding found = Finding.error("aws.session-duration", "The session is too long");
    show(
        new LocalCheck.OfTrust(
            read.question(),
            new TrustReport(
                Verdict.REFUSED,
                report.provider(),
                report.signature(),
                report.statements(),
                List.of(found),
                null),
            List.of()));

    type(0, Checks.story() + " ");

    assertThat(verdict()).isEqualTo(Verdict.REFUSED);
    assertThat(model.shown().orElseThrow().findings()).contains(found);
  }

  @Test
  void aVerdictIsSaidWithItsReason() {
    assertThat(CheckWords.said(Checks.trust(Checks.story())))
        .isEqualTo("would be admitted, because everything that the policy asks for is there");
    assertThat(CheckWords.said(Checks.trust(Checks.swapped())))
        .startsWith("would be refused, because ");
    assertThat(CheckWords.said(Checks.unread()))
        .isEqualTo("cannot be told, because there is nothing to judge by");
  }

  @Test
  void whatWasAnsweredStandsBesideWhatOurCheckSays() {
    LocalCheck admits = Checks.trust(Checks.story());
    LocalCheck refuses = Checks.trust(Checks.swapped());

    assertThat(word(refuses, Answer.NONE)).isEqualTo("would be refused");
    assertThat(word(refuses, Answer.REFUSED)).isEqualTo("refused · our check agrees");
    assertThat(word(admits, Answer.ADMITTED)).isEqualTo("admitted · our check agrees");
    assertThat(word(refuses, Answer.ADMITTED)).isEqualTo("admitted · our check would refuse");
    assertThat(word(admits, Answer.REFUSED)).isEqualTo("refused · our check would admit");
    assertThat(CheckSummary.of(model).spoken())
        .isEqualTo(
            "The token was refused; our check would admit: Everything that the policy asks for is"
                + " there.");
  }

  @Test
  void whatIsTriedWasNotAnswered() {
    assertThat(word(Checks.trust(Checks.swapped()), Answer.REFUSED)).startsWith("refused");
    model.trial().editingProperty().set(true);
    assertThat(CheckSummary.of(model).mark().word()).isEqualTo("would be refused");
    type(0, Checks.story());
    assertThat(CheckSummary.of(model).mark().word()).isEqualTo("would be admitted");
  }

  @Test
  void aReasonThatACardTellsIsToldThereUntilChangesAreTried() {
    LocalCheck check = Checks.trust(Checks.swapped());
    model.show(check, new Beside("", false, Answer.REFUSED, check.findings()));

    assertThat(CheckSummary.of(model).words()).isEmpty();
    assertThat(CheckSummary.of(model).spoken()).as("it is heard").contains("azp");

    model.trial().editingProperty().set(true);
    assertThat(CheckSummary.of(model).words()).contains("azp");
  }

  @Test
  void whyNothingWasJudgedIsSaid() {
    model.notJudged("AWS STS did not answer, so the token was not judged.");
    assertThat(model.phaseProperty().get())
        .isEqualTo(
            new Phase.Empty<LocalCheck>(
                "Not judged",
                "AWS STS did not answer, so the token was not judged.\nPredict judges it without"
                    + " asking."));
    assertThat(model.isIdle()).isTrue();
  }

  private String word(LocalCheck check, Answer answer) {
    model.show(check, new Beside("", false, answer, List.of()));
    return CheckSummary.of(model).mark().word();
  }

  private void show(LocalCheck check) {
    model.show(check, Beside.NOTHING);
  }

  private void type(int field, String text) {
    model.trial().textsProperty().get().get(field).textProperty().set(text);
  }

  private String problem(int field) {
    return model.trial().textsProperty().get().get(field).problemProperty().get();
  }

  private Verdict verdict() {
    return model.shown().orElseThrow().verdict();
  }
}
