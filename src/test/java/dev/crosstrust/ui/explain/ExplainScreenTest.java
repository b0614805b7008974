package dev.crosstrust.ui.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.finding.HelpPage;
import dev.crosstrust.secret.Secret;
import dev.crosstrust.token.Tokens;
import dev.crosstrust.ui.Homes;
import dev.crosstrust.ui.PlainBackground;
import dev.crosstrust.ui.TestWindow;
import dev.crosstrust.ui.Toolkit;
import dev.crosstrust.ui.kit.Chooser;
import dev.crosstrust.ui.kit.Fxml;
import dev.crosstrust.ui.kit.Look;
import dev.crosstrust.ui.kit.Notices;
import dev.crosstrust.ui.kit.Screen;
import dev.crosstrust.ui.lens.Held;
import dev.crosstrust.ui.shell.Guide;
import dev.crosstrust.ui.shell.HelpModel;
import dev.crosstrust.ui.shell.ShellController;
import dev.crosstrust.ui.shell.ShellModel;
import dev.crosstrust.ui.task.Background;
import dev.crosstrust.ui.workplace.SandboxDoor;
import dev.crosstrust.ui.workplace.Workplace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each state of the screen, by keyboard. */
class ExplainScreenTest {
  private static final String TOKEN = Tokens.google(Tokens.UNIQUE_ID).raw().reveal();

  private static final HelpPage PAGE =
      new HelpPage(
          "aws.denied-identity-policy",
          "No policy of the principal allows it",
          "Every policy that applies was read, and none allows the call.",
          List.of("`no identity-based policy allows the s3:GetObject action`"),
          List.of("The role has no policy with this action."),
          List.of("Allow the action on the resource."),
          List.of("https://docs.aws.amazon.com/IAM/latest/UserGuide/"));

  @TempDir private Path home;
  private final List<Secret> opened = new ArrayList<>();
  private TestWindow window;

  @BeforeAll
  static void start() {
    Toolkit.start();
  }

  @AfterEach
  void close() {
    window.close();
  }

  private void open(Background background) {
    Workplace workplace = Homes.workplace(home);
    window =
        new TestWindow(
            "explain",
            () -> {
              Screen screen =
                  ExplainScreen.of(
                      new ExplainModel(background, Examples::read, Duration.ZERO),
                      new EvaluateModel(
                          background, () -> Tokens.ISSUED.plusSeconds(60), Duration.ZERO),
                      new TheLog(),
                      opened::add);
              ShellModel shell = new ShellModel(workplace, new SandboxDoor(background, workplace));
              Scene scene =
                  new Scene(
                      Fxml.load(
                          new ShellController(
                              shell,
                              List.of(screen),
                              new Notices(),
                              new Nobody(),
                              new HelpModel(new PlainBackground(), () -> List.of(PAGE)))),
                      1280,
                      800);
              Look.dress(scene);
              shell.screenProperty().set(ExplainScreen.ID);
              return scene;
            });
  }

  @Test
  void withoutATextItSaysWhatCanBePastedAndGivesAnExample() {
    open(new PlainBackground());
    window.untilShown("Nothing to explain yet");
    assertThat(window.unnamed()).isEmpty();
    window.picture("empty");

    window.tabTo("explain-example");
    window.press(KeyCode.SPACE);

    window.untilShown("Nothing allows ");
    window.picture("known");
  }

  @Test
  void aPastedErrorIsTakenApart() {
    open(new PlainBackground());

    paste("An error occurred (AccessDenied) when calling the GetObject operation");

    window.untilShown("Who was refused what");
    assertThat(window.words())
        .contains("s3", "GetObject", "403", "AccessDenied", "s3:GetObject")
        .contains("identity-based: nothing allows it")
        .contains("arn:aws:s3:::billing-export-111122223333/2026/11.csv");
    assertThat(window.unnamed()).isEmpty();
  }

  @Test
  void whatIsTypedIsReadWhenTheTyperPauses() {
    open(new PlainBackground());
    window.type("AccessDenied");

    window.untilShown("Nothing allows ");
  }

  @Test
  void anUnknownTextIsSaidWithWhatCouldBeRead() {
    open(new PlainBackground());

    paste("HTTP 418: I'm a teapot");

    window.untilShown("Here is what could be read out of it.");
    assertThat(window.words()).contains("Nothing is known of this text", "418");
    window.picture("unknown");

    paste("Lorem ipsum dolor sit amet");
    window.untilShown("No service, status, code or refusal could be read out of it.");
    window.picture("nonsense");
  }

  @Test
  void whileItWorksItSaysSoAndCanBeCancelled() {
    open(new Held());
    paste("AccessDenied, and a long log");

    window.untilShown("Reading the text · 3 s");
    window.picture("working");
    window.tabToText("Cancel");
    window.press(KeyCode.SPACE);

    window.untilShown("Nothing to explain yet");
  }

  @Test
  void moreThanIsReadIsSaidAndNotTaken() {
    open(new PlainBackground());
    paste("x".repeat(ExplainModel.MOST + 1));
    window.untilShown("That is too long");
    window.picture("too-long");

    paste("AccessDenied");
    window.untilShown("Nothing allows ");
    assertThat(window.value("explain-text")).isEqualTo("AccessDenied");
  }

  @Test
  void aTokenInTheTextIsReadInTheLensAndItsSignatureIsShownNowhere() {
    open(new PlainBackground());
    paste("AccessDenied: " + TOKEN + "\n");
    window.untilShown("There is a token in this text");
    String signature = TOKEN.substring(TOKEN.lastIndexOf('.') + 1);
    assertThat(window.words()).noneMatch(text -> text.contains(signature));
    assertThat(window.spoken()).noneMatch(text -> text.contains(signature));
    window.picture("token");

    window.tabTo("explain-lens");
    window.press(KeyCode.SPACE);

    assertThat(Toolkit.call(() -> List.copyOf(opened))).containsExactly(Secret.of(TOKEN));
  }

  @Test
  void aTokenInTheTextIsHeldAgainstAPolicy() {
    open(new PlainBackground());
    paste("AccessDenied: " + TOKEN + "\n");
    window.untilShown("There is a token in this text");
    window.tabTo("explain-judge");
    window.press(KeyCode.SPACE);
    window.untilShown("Would this token be let in?");

    window.tabTo("evaluate-document");
    window.clipboard(Sample.POLICY);
    window.press(KeyCode.CONTROL, KeyCode.V);

    window.untilShown("AWS STS would refuse this token");
    assertThat(window.unnamed()).isEmpty();
    assertThat(window.words()).noneMatch(text -> text.contains(TOKEN));
  }

  @Test
  void aTokenAndAPolicyAreJudgedAsTheyChange() {
    open(new PlainBackground());
    window.press(KeyCode.CONTROL, KeyCode.T);
    window.untilShown("Would this token be let in?");
    window.picture("check-empty");
    window.tabTo("evaluate-example");
    window.press(KeyCode.SPACE);
    window.untilShown("AWS STS would refuse this token");
    window.picture("check-refused");

    window.tabTo("evaluate-document");
    window.press(KeyCode.CONTROL, KeyCode.A);
    window.type(Sample.POLICY.replace("com:aud", "com:oaud"));

    window.untilShown("AWS STS would let this token in");
    window.picture("check-admitted");
  }

  @Test
  void whatIsNoPolicyIsSaidBelowIt() {
    open(new PlainBackground());
    window.press(KeyCode.CONTROL, KeyCode.T);
    window.untilShown("Would this token be let in?");
    Toolkit.pulses(2);
    window.tabTo("evaluate-example");
    window.press(KeyCode.SPACE);
    window.untilShown("AWS STS would refuse this token");

    window.tabTo("evaluate-document");
    window.press(KeyCode.CONTROL, KeyCode.A);
    window.type("{\n  \"Version\"");

    window.untilShown("this is no JSON");
    window.untilShown("Not judged");
    window.picture("check-unfit");
  }

  @Test
  void aFileIsOpenedByKey() throws IOException {
    Files.writeString(home.resolve("job.log"), "line\nAccessDenied\n");
    open(new PlainBackground());

    window.press(KeyCode.CONTROL, KeyCode.O);

    window.untilShown("Nothing allows ");
    assertThat(window.value("explain-text")).contains("line\nAccessDenied");
  }

  @Test
  void aFileThatIsNotThereIsSaid() {
    open(new PlainBackground());

    window.press(KeyCode.CONTROL, KeyCode.O);

    window.untilShown("There is no file ");
    window.picture("no-file");
  }

  @Test
  void whatAFindingMeansIsShownOverTheWindow() {
    open(new PlainBackground());
    paste("AccessDenied");
    window.untilShown("Nothing allows ");
    window.tabToSpoken("What is this? Help on aws.denied-identity-policy");

    window.press(KeyCode.SPACE);
    window.untilShown("What causes it");
    assertThat(window.words()).contains("no identity-based policy allows the s3:GetObject action");
    window.press(KeyCode.ESCAPE);

    window.until(() -> !window.shows("What causes it"));
    assertThat(window.focused()).isEqualTo("What is this? Help on aws.denied-identity-policy");
  }

  private void paste(String text) {
    window.clipboard(text);
    window.tabTo("explain-text");
    window.press(KeyCode.CONTROL, KeyCode.A);
    window.press(KeyCode.CONTROL, KeyCode.V);
  }

  /** Whoever is asked for a file takes the log. */
  private final class TheLog implements Chooser {
    @Override
    public Optional<Path> folder(Window owner, String title) {
      return Optional.empty();
    }

    @Override
    public Optional<Path> file(Window owner, String title) {
      return Optional.of(home.resolve("job.log"));
    }
  }

  /** Nobody points at anything. */
  private static final class Nobody implements Guide {
    @Override
    public Node node() {
      Pane nothing = new Pane();
      nothing.setMouseTransparent(true);
      return nothing;
    }

    @Override
    public void focus() {}
  }
}
