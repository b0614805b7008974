package dev.crosstrust.ui.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.diagnosis.Explain;
import dev.crosstrust.diagnosis.Explained;
import dev.crosstrust.secret.Secret;
import dev.crosstrust.token.Tokens;
import dev.crosstrust.ui.lens.Held;
import dev.crosstrust.ui.task.Phase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainModelTest {
  private final Held background = new Held();
  private final ExplainModel model = new ExplainModel(background, Examples::read, Duration.ZERO);

  @Test
  void withoutATextItSaysWhatCanBePasted() {
    assertThat(hint()).contains("log").contains("sent nowhere");
    model.give(" \n");
    assertThat(background.idle()).isTrue();
    assertThat(hint()).contains("log");
  }

  @Test
  void aTextIsReadInTheBackground() {
    model.give("AccessDenied");
    assertThat(model.phaseProperty().get()).isInstanceOf(Phase.Working.class);

    background.finish();

    assertThat(model.phaseProperty().get()).isEqualTo(new Phase.Ready<>(Examples.TWO));
    assertThat(model.findings()).containsExactly(Examples.DENIED, Examples.REFUSED);
  }

  @Test
  void whatStandsInTheTextIsNotSaidAgain() {
    ExplainModel real = new ExplainModel(background, Explain::text, Duration.ZERO);
    real.give(
        "An error occurred (AccessDenied) when calling the GetObject operation: User:"
            + " arn:aws:sts::111122223333:assumed-role/R/s is not authorized to perform:"
            + " s3:GetObject because no identity-based policy allows the s3:GetObject action");

    background.finish();

    assertThat(real.findings().getFirst().id()).isEqualTo("aws.denied-identity-policy");
    assertThat(real.findings().getFirst().because())
        .containsExactly(
            "Asked as arn:aws:sts::111122223333:assumed-role/R/s",
            "AWS names one kind of policy, even where several refuse");
  }

  @Test
  void whatWasShownStaysUntilTheNextIsRead() {
    model.give("AccessDenied");
    background.finish();

    model.give("418 I'm a teapot");
    assertThat(model.phaseProperty().get()).isEqualTo(new Phase.Ready<>(Examples.TWO));

    background.finish();
    assertThat(model.phaseProperty().get()).isEqualTo(new Phase.Ready<>(Examples.HALF));
    assertThat(model.findings()).isEmpty();
  }

  @Test
  void onlyTheLastTextCounts() {
    model.give("AccessDenied");
    model.give("something else");

    background.finish();

    assertThat(model.phaseProperty().get()).isEqualTo(new Phase.Ready<>(Examples.NOTHING));
  }

  @Test
  void takingTheTextAwayTakesTheAnswerAway() {
    model.give("AccessDenied");
    background.finish();

    model.give("");

    assertThat(hint()).contains("log");
    assertThat(model.findings()).isEmpty();
  }

  @Test
  void aTokenInTheTextIsKeptForTheLens() {
    String token = Tokens.google(Tokens.UNIQUE_ID).raw().reveal();

    model.give("AccessDenied for " + token);

    assertThat(model.tokenProperty().get()).contains(Secret.of(token));
    assertThat(model.textProperty().get()).doesNotContain(token);
  }

  @Test
  void tooLongATextIsNotRead() {
    model.give("AccessDenied ".repeat(ExplainModel.MOST));

    assertThat(hint()).contains("200,000");
    assertThat(background.idle()).isTrue();
    assertThat(model.textProperty().get()).isEmpty();
  }

  @Test
  void aFileIsReadInThePlaceOfTheText(@TempDir Path folder) throws IOException {
    Path log = Files.writeString(folder.resolve("job.log"), "AccessDenied");

    model.open(log);
    background.finish();

    assertThat(model.textProperty().get()).isEqualTo("AccessDenied");
    assertThat(model.phaseProperty().get()).isEqualTo(new Phase.Ready<>(Examples.TWO));
  }

  @Test
  void ofAFileThatIsTooLongNoMoreThanThatIsRead(@TempDir Path folder) throws IOException {
    Path log = Files.writeString(folder.resolve("job.log"), "é".repeat(3 * ExplainModel.MOST));

    model.open(log);
    background.finish();

    assertThat(hint()).contains("200,000");
  }

  @Test
  void aFileThatCannotBeReadIsSaid(@TempDir Path folder) {
    model.open(folder.resolve("gone.log"));
    background.finish();

    assertThat(model.getProblem()).startsWith("There is no file ").endsWith("gone.log.");
    model.give("AccessDenied");
    assertThat(model.getProblem()).isEmpty();
  }

  private String hint() {
    return model.phaseProperty().get() instanceof Phase.Empty<Explained>(_, String hint)
        ? hint
        : "";
  }
}
