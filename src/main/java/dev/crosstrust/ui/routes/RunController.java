package dev.crosstrust.ui.routes;

import dev.crosstrust.evidence.Leg;
import dev.crosstrust.finding.Severity;
import dev.crosstrust.route.cli.CallAsCommand;
import dev.crosstrust.route.run.Run;
import dev.crosstrust.token.lens.Explanation;
import dev.crosstrust.token.lens.TokenReport;
import dev.crosstrust.ui.kit.Badge;
import dev.crosstrust.ui.kit.Chooser;
import dev.crosstrust.ui.kit.FindingCards;
import dev.crosstrust.ui.kit.FixPlace;
import dev.crosstrust.ui.kit.Flow.State;
import dev.crosstrust.ui.kit.FlowPicture;
import dev.crosstrust.ui.kit.Fxml;
import dev.crosstrust.ui.routes.check.CheckController;
import dev.crosstrust.ui.routes.check.Corrections;
import dev.crosstrust.ui.routes.setup.SetupController;
import dev.crosstrust.ui.routes.setup.SetupModel;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** A route's run: the picture, what was found, and the chosen call in its parts. */
public final class RunController {
  private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");

  /**
   * The picture may have this many pixels and this share of the height; the rest is scrolled to.
   */
  private static final double HIGHEST = 220;

  private static final double PICTURE_SHARE = 0.45;

  private final RunModel model;
  private final SetupModel setup;
  private final CheckController checks;
  private CallTabs callTabs;
  private BooleanBinding trying;
  private final Badge outcome = new Badge("broken", Badge.Tone.BAD);

  @FXML private StackPane root;
  @FXML private BorderPane body;
  @FXML private FlowPicture picture;
  @FXML private VBox cameTo;
  @FXML private HBox result;
  @FXML private Label hint;
  @FXML private FindingCards findings;
  @FXML private HBox call;
  @FXML private TabPane tabs;
  @FXML private Tab check;
  @FXML private Tab setUp;
  @FXML private Label callTitle;
  @FXML private Label said;
  @FXML private TableView<Explanation> claims;
  @FXML private TextArea request;
  @FXML private TextArea response;
  @FXML private TextArea command;

  @SuppressWarnings("NullAway.Init") // the loader sets the nodes before it calls initialize
  RunController(RunModel model, SetupModel setup, Chooser files) {
    this.model = model;
    this.setup = setup;
    this.checks = new CheckController(model.check(), files);
  }

  public RunModel getModel() {
    return model;
  }

  @FXML
  void initialize() {
    picture.flowProperty().bind(model.flowProperty());
    picture.chosenProperty().bindBidirectional(model.chosenProperty());
    result.getChildren().addFirst(outcome);
    ClaimColumns.addTo(claims, model.route().direction());
    setUp.setContent(Fxml.load(new SetupController(setup)));
    check.setText(
        switch (model.route().direction()) {
          case GOOGLE_TO_AWS -> "Trust check";
          case AWS_TO_GOOGLE -> "Pool check";
        });
    check.setContent(Fxml.load(checks));
    trying = Bindings.and(model.check().tryingProperty(), check.selectedProperty());
    callTabs = new CallTabs(tabs, check, setUp);
    model.legProperty().subscribe(this::show);
    trying.subscribe(this::makeRoom);
    model.check().phaseProperty().subscribe((_, _) -> arrange());
    FixPlace fixes =
        new FixPlace(root, body, finding -> Corrections.of(model.check().shown(), finding));
    findings.showFixes(fixes::show);
    findings.follow(model.findings(), model.opened());
    model.findings().subscribe(this::result);
    model.findings().subscribe(this::said);
    model.resultProperty().subscribe(this::ended);
    model.runningProperty().subscribe(this::hint);
    model.predictingProperty().subscribe(this::predicted);
    result();
    picture
        .maxHeightProperty()
        .bind(Bindings.min(HIGHEST, body.heightProperty().multiply(PICTURE_SHARE)));
  }

  @FXML
  void copyCommand() {
    Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, command.getText()));
  }

  /** Shows what is judged, to be changed there, where there is anything to change. */
  void tryChanges() {
    model.chooseExchange();
    tabs.getSelectionModel().select(check);
    checks.tryChanges();
  }

  /** Who tries changes looks at them and at what comes of them, not at what came before. */
  private void makeRoom(boolean now) {
    shownIf(cameTo, !now);
    shownIf(call, !now && model.legProperty().get().isPresent());
  }

  private void hint() {
    shownIf(hint, !model.isRunning() && model.run() == null && model.check().isIdle());
  }

  /** The focus goes to what is to be read now. */
  private void ended(String before, String sentence) {
    result();
    if (!sentence.isEmpty() && before.isEmpty()) {
      Node read = findings.getChildren().isEmpty() ? result : findings.getChildren().getFirst();
      read.requestFocus();
    }
  }

  /** What the run came to; where an error was found its card says it better. */
  private void result() {
    String sentence = model.getResult();
    boolean explained =
        !model.findings().isEmpty() && model.findings().getFirst().severity() == Severity.ERROR;
    shownIf(result, !sentence.isEmpty() && !explained);
    Run run = model.run();
    if (run == null || sentence.isEmpty()) {
      result.setAccessibleText("");
      return;
    }
    outcome.setText(run.outcome().name().toLowerCase(Locale.ROOT));
    outcome.tone(tone(run));
    result.setAccessibleText(outcome.getText() + ": " + sentence);
  }

  private static Badge.Tone tone(Run run) {
    return switch (run.outcome()) {
      case DONE -> run.asExpected() ? Badge.Tone.GOOD : Badge.Tone.BAD;
      case REFUSED, BROKEN -> Badge.Tone.BAD;
      case CANCELLED -> Badge.Tone.UNSURE;
      case RUNNING, CHECKING -> Badge.Tone.NEUTRAL;
    };
  }

  private void show(Optional<Leg> chosen) {
    shownIf(call, chosen.isPresent() && !trying.get());
    arrange();
    chosen.ifPresent(this::show);
  }

  /** The check is of the exchange; foretold, it stands alone. */
  private void arrange() {
    Optional<Leg> chosen = model.legProperty().get();
    boolean checked =
        chosen
            .map(leg -> leg.name().equals(Foretold.EXCHANGE))
            .orElseGet(() -> !model.check().isIdle());
    callTabs.show(chosen.isPresent(), checked);
    hint();
  }

  /** The focus goes to what was foretold. */
  private void predicted(boolean before, boolean now) {
    hint();
    if (before && !now && !findings.getChildren().isEmpty()) {
      findings.getChildren().getFirst().requestFocus();
    } else if (before && !now) {
      tabs.requestFocus();
    }
  }

  private void show(Leg leg) {
    callTitle.setText("%s:%s".formatted(leg.service(), leg.operation()));
    said();
    text(request, LegDetail.request(leg));
    text(response, LegDetail.response(leg));
    text(command, CallAsCommand.of(leg));
    Run run = model.run();
    TokenReport token = run == null ? null : run.token();
    List<Explanation> explained = token == null ? List.of() : token.explained();
    if (!explained.equals(claims.getItems())) {
      claims.getItems().setAll(explained);
    }
  }

  /** What the call came to, unless a card tells it. */
  private void said() {
    model.legProperty().get().ifPresent(this::said);
  }

  private void said(Leg leg) {
    String line = leg.said();
    said.setText(line == null ? "" : line);
    said.pseudoClassStateChanged(FAILED, LegWords.state(leg) == State.FAILED);
    boolean told = leg.outcome() != Leg.Result.DONE && findings.tells(RunCards.answer(leg));
    shownIf(said, line != null && !told);
  }

  /** The same text is left alone, so that reader's place and selection stay. */
  private static void text(TextArea area, String text) {
    if (!area.getText().equals(text)) {
      area.setText(text);
    }
  }

  private static void shownIf(Node node, boolean wanted) {
    node.setVisible(wanted);
    node.setManaged(wanted);
  }
}
