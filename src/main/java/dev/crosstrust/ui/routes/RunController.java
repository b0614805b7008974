package dev.crosstrust.ui.routes;

import dev.crosstrust.evidence.Leg;
import dev.crosstrust.finding.Severity;
import dev.crosstrust.route.CallAsCommand;
import dev.crosstrust.route.Run;
import dev.crosstrust.token.lens.Explanation;
import dev.crosstrust.token.lens.TokenReport;
import dev.crosstrust.ui.kit.Badge;
import dev.crosstrust.ui.kit.FindingCards;
import dev.crosstrust.ui.kit.Flow.State;
import dev.crosstrust.ui.kit.FlowPicture;
import dev.crosstrust.ui.kit.Fxml;
import dev.crosstrust.ui.routes.setup.SetupController;
import dev.crosstrust.ui.routes.setup.SetupModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.beans.binding.Bindings;
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
import org.jspecify.annotations.Nullable;

/** A route's run: the picture, what was found, and the chosen call in its parts. */
public final class RunController {
  private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");

  /**
   * The picture may have this many pixels and this share of the height; the rest is scrolled to.
   */
  private static final double HIGHEST = 330;

  private static final double PICTURE_SHARE = 0.45;

  private final RunModel model;
  private final SetupModel setup;
  private final Badge outcome = new Badge("broken", Badge.Tone.BAD);

  private final List<Tab> ofTheCall = new ArrayList<>();
  private @Nullable Tab lastOfTheCall;

  @FXML private BorderPane root;
  @FXML private FlowPicture picture;
  @FXML private HBox result;
  @FXML private Label hint;
  @FXML private FindingCards findings;
  @FXML private HBox call;
  @FXML private TabPane tabs;
  @FXML private Tab setUp;
  @FXML private Label callTitle;
  @FXML private Label said;
  @FXML private TableView<Explanation> claims;
  @FXML private TextArea request;
  @FXML private TextArea response;
  @FXML private TextArea command;

  @SuppressWarnings("NullAway.Init") // the loader sets the nodes before it calls initialize
  RunController(RunModel model, SetupModel setup) {
    this.model = model;
    this.setup = setup;
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
    ofTheCall.addAll(tabs.getTabs());
    ofTheCall.remove(setUp);
    tabs.getSelectionModel().selectedItemProperty().subscribe(this::selected);
    model.legProperty().subscribe(this::show);
    findings.follow(model.findings(), model.opened());
    model.findings().subscribe(this::result);
    model.resultProperty().subscribe(this::ended);
    model.runningProperty().subscribe(this::hint);
    result();
    picture
        .maxHeightProperty()
        .bind(Bindings.min(HIGHEST, root.heightProperty().multiply(PICTURE_SHARE)));
  }

  @FXML
  void copyCommand() {
    Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, command.getText()));
  }

  private void hint() {
    shownIf(hint, !model.isRunning() && model.run() == null);
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
      case RUNNING -> Badge.Tone.NEUTRAL;
    };
  }

  private void show(Optional<Leg> chosen) {
    shownIf(call, chosen.isPresent());
    tabsOfTheCall(chosen.isPresent());
    chosen.ifPresent(this::show);
  }

  /** Without a call there is only what the route needs; a call comes with its own tabs. */
  private void tabsOfTheCall(boolean wanted) {
    if (wanted && tabs.getTabs().size() == 1) {
      Tab before = lastOfTheCall;
      tabs.getTabs().addAll(0, ofTheCall);
      tabs.getSelectionModel().select(before == null ? ofTheCall.getFirst() : before);
    } else if (!wanted) {
      Tab kept = lastOfTheCall;
      tabs.getTabs().removeAll(ofTheCall);
      lastOfTheCall = kept;
    }
  }

  private void selected(@Nullable Tab tab) {
    if (tab != null && ofTheCall.contains(tab)) {
      lastOfTheCall = tab;
    }
  }

  private void show(Leg leg) {
    callTitle.setText("%s:%s".formatted(leg.service(), leg.operation()));
    String line = leg.said();
    said.setText(line == null ? "" : line);
    said.pseudoClassStateChanged(FAILED, LegWords.state(leg) == State.FAILED);
    shownIf(said, line != null);
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
