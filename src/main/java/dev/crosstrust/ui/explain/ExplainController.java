package dev.crosstrust.ui.explain;

import dev.crosstrust.secret.Secret;
import dev.crosstrust.ui.kit.Chooser;
import dev.crosstrust.ui.kit.Screen;
import dev.crosstrust.ui.kit.Segments;
import dev.crosstrust.ui.kit.Shortcuts;
import dev.crosstrust.ui.kit.StatePane;
import dev.crosstrust.ui.task.Phase;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Puts the text and what it says beside each other. */
public final class ExplainController {
  private static final KeyCombination PASTE =
      new KeyCodeCombination(KeyCode.V, KeyCombination.SHORTCUT_DOWN);
  private static final KeyCombination OPEN =
      new KeyCodeCombination(KeyCode.O, KeyCombination.SHORTCUT_DOWN);

  private static final KeyCombination CHECK =
      new KeyCodeCombination(KeyCode.T, KeyCombination.SHORTCUT_DOWN);

  private final ExplainModel model;
  private final EvaluateModel evaluation;
  private final Chooser chooser;
  private final Consumer<Secret> lens;
  private final ObjectProperty<Mode> mode = new SimpleObjectProperty<>(Mode.TEXT);

  @FXML private VBox root;
  @FXML private ToggleButton ofText;
  @FXML private ToggleButton ofToken;
  @FXML private StackPane body;
  @FXML private GridPane reading;
  @FXML private Button paste;
  @FXML private Button open;
  @FXML private VBox given;
  @FXML private Label problem;
  @FXML private Button clear;
  @FXML private StatePane said;
  private PasteArea area;
  private EvaluatePane evaluate;

  /** What the screen is about. */
  private enum Mode {
    /** A text that somebody pasted. */
    TEXT,
    /** A token, and what it is shown to. */
    TOKEN
  }

  @SuppressWarnings("NullAway.Init") // the loader sets the nodes, initialize the rest
  ExplainController(
      ExplainModel model, EvaluateModel evaluation, Chooser chooser, Consumer<Secret> lens) {
    this.model = model;
    this.evaluation = evaluation;
    this.chooser = chooser;
    this.lens = lens;
  }

  public ExplainModel getModel() {
    return model;
  }

  @FXML
  void initialize() {
    area = new PasteArea(model.textProperty(), ExplainModel.MOST, model::keep, model::tooLong);
    area.setId("explain-text");
    area.setPromptText("Paste an error, a log, a body or an audit entry here");
    area.setAccessibleText("Text to explain");
    VBox.setVgrow(area, Priority.ALWAYS);
    given.getChildren().addFirst(area);
    given.getChildren().add(1, new TokenStrip(model.tokenProperty(), lens, this::judge));
    problem.managedProperty().bind(problem.visibleProperty());
    problem.visibleProperty().bind(model.problemProperty().isNotEmpty());
    clear.disableProperty().bind(model.textProperty().isEmpty());
    said.offer(Phase.Empty.class::isInstance, this::ways);
    said.follow(
        model.phaseProperty(), explained -> new ExplainedPane(model, explained), model::cancelled);
    evaluate = new EvaluatePane(evaluation);
    Segments.of(Map.of(ofText, Mode.TEXT, ofToken, Mode.TOKEN), mode, mode::set);
    mode.subscribe(this::show);
    Shortcuts.tell(paste, PASTE);
    Shortcuts.tell(open, OPEN);
    Shortcuts.tell(ofToken, CHECK);
  }

  /** The screen has come to the front. */
  void shown() {
    if (mode.get() == Mode.TEXT && area.getText().isEmpty()) {
      area.requestFocus();
    }
  }

  private void show(Mode now) {
    for (Button button : List.of(paste, open)) {
      button.setVisible(now == Mode.TEXT);
      button.setManaged(now == Mode.TEXT);
    }
    body.getChildren().setAll(now == Mode.TEXT ? reading : evaluate);
  }

  private void judge(Secret token) {
    evaluation.give(token);
    check();
  }

  private void check() {
    mode.set(Mode.TOKEN);
    evaluate.focusFirst();
  }

  /** What can be done here. */
  List<Screen.Action> actions() {
    return List.of(
        new Screen.Action("Explain what is on the clipboard", PASTE, this::paste),
        new Screen.Action("Explain a file…", OPEN, this::open),
        new Screen.Action("Explain an example", null, this::example),
        new Screen.Action("Check a token against a policy or provider", CHECK, this::check));
  }

  @FXML
  void paste() {
    mode.set(Mode.TEXT);
    String text = Clipboard.getSystemClipboard().getString();
    if (text != null) {
      model.give(text);
      area.requestFocus();
    }
  }

  @FXML
  void open() {
    mode.set(Mode.TEXT);
    chooser.file(root.getScene().getWindow(), "Explain a file").ifPresent(model::open);
  }

  @FXML
  void clear() {
    model.give("");
    area.requestFocus();
  }

  private void example() {
    mode.set(Mode.TEXT);
    model.give(Sample.LOG);
    area.requestFocus();
  }

  private List<Node> ways() {
    Button example = new Button("Try an example");
    example.setId("explain-example");
    example.setOnAction(_ -> example());
    return List.of(example);
  }
}
