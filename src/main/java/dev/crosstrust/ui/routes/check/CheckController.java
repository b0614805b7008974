package dev.crosstrust.ui.routes.check;

import static javafx.scene.layout.Region.USE_COMPUTED_SIZE;

import dev.crosstrust.check.LocalCheck;
import dev.crosstrust.ui.kit.Badge;
import dev.crosstrust.ui.kit.Chooser;
import dev.crosstrust.ui.kit.Shortcuts;
import dev.crosstrust.ui.kit.StatePane;
import dev.crosstrust.ui.kit.SteadyScroll;
import dev.crosstrust.ui.task.Phase;
import java.util.List;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** What the other side would answer, why, and what is judged, to be changed here. */
public final class CheckController {
  /** So much of the width is for what is changed, the rest for what comes of it. */
  private static final double TEXTS_SHARE = 0.4;

  /** The bar is as high as this while something is changed, whatever it says. */
  private static final double TWO_LINES = 46;

  /** Begins to change what is judged. */
  public static final KeyCombination TRY =
      new KeyCodeCombination(KeyCode.T, KeyCombination.SHORTCUT_DOWN);

  /** What is seen is no longer what is typed beside it. */
  private static final PseudoClass OLD = PseudoClass.getPseudoClass("old");

  private final CheckModel model;
  private final TrialModel trial;
  private final Chooser files;
  private final SteadyScroll scroll = new SteadyScroll();
  private final Badge verdict = new Badge("", Badge.Tone.NEUTRAL).whole();

  private TextsPane texts = new TextsPane(List.of());

  @FXML private BorderPane root;
  @FXML private HBox bar;
  @FXML private Label because;
  @FXML private ToggleButton edit;
  @FXML private Button openFile;
  @FXML private Button back;
  @FXML private HBox parts;
  @FXML private StatePane body;

  /**
   * @param files how a file is chosen
   */
  @SuppressWarnings("NullAway.Init") // the loader sets the nodes before it calls initialize
  public CheckController(CheckModel model, Chooser files) {
    this.model = model;
    this.trial = model.trial();
    this.files = files;
  }

  @FXML
  void initialize() {
    for (Node node : List.of(edit, openFile, back, bar)) {
      node.managedProperty().bind(node.visibleProperty());
    }
    bar.getChildren().addFirst(verdict);
    body.offer(
        phase -> phase instanceof Phase.Empty && !trial.textsProperty().get().isEmpty(),
        this::ways);
    body.follow(model.phaseProperty(), this::view);
    Shortcuts.tell(edit, TRY);
    root.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    trial.unfitProperty().subscribe(unfit -> body.pseudoClassStateChanged(OLD, unfit));
    edit.selectedProperty().bindBidirectional(trial.editingProperty());
    back.visibleProperty().bind(trial.editedProperty());
    // Who types is not to have the text moved by a sentence of two lines.
    trial.editingProperty().subscribe(now -> bar.setMinHeight(now ? TWO_LINES : USE_COMPUTED_SIZE));
    HBox.setHgrow(body, Priority.ALWAYS);
    model.phaseProperty().subscribe(_ -> bar());
    trial.openProperty().subscribe(_ -> bar());
    trial.editedProperty().subscribe(_ -> bar());
    trial.editingProperty().subscribe(_ -> bar());
    trial.editingProperty().subscribe(_ -> parts());
    trial.textsProperty().subscribe(_ -> renew());
  }

  private Node view(LocalCheck check) {
    CheckView view = CheckView.content(check);
    return scroll.show(view, view.firstMiss());
  }

  @FXML
  void openFile() {
    files
        .file(root.getScene().getWindow(), trial.textsProperty().get().getFirst().name())
        .ifPresent(trial::open);
  }

  @FXML
  void back() {
    trial.back();
    edit.requestFocus();
    focusText();
  }

  /** Has what is judged be changed. */
  public void tryChanges() {
    trial.editingProperty().set(true);
    focusText();
  }

  private void pressed(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE && trial.editingProperty().get()) {
      event.consume();
      trial.editingProperty().set(false);
      Node paste = root.lookup("#check-paste");
      (bar.isVisible() || paste == null ? edit : paste).requestFocus();
    }
  }

  /** Where nobody may read the document, somebody may have it. */
  private List<Node> ways() {
    if (trial.editingProperty().get()) {
      return List.of();
    }
    String name = trial.textsProperty().get().getFirst().name().toLowerCase(Locale.ROOT);
    Button paste = new Button("Paste %s…".formatted(name));
    paste.setId("check-paste");
    paste.setOnAction(_ -> trial.editingProperty().set(true));
    Button open = new Button("Open file…");
    open.setId("check-open");
    open.setOnAction(_ -> openFile());
    return List.of(paste, open);
  }

  private void bar() {
    boolean judged = model.shown().isPresent();
    boolean changeable = model.isChangeable();
    boolean editing = trial.editingProperty().get();
    bar.setVisible(judged || (changeable && editing));
    verdict.setVisible(judged);
    verdict.setManaged(judged);
    edit.setVisible(changeable);
    openFile.setVisible(editing && trial.textsProperty().get().size() == 1);
    back.setText(trial.wasRead() ? "Back to what was read" : "Clear");
    CheckSummary summary = CheckSummary.of(model);
    verdict.setText(summary.mark().word());
    verdict.tone(summary.mark().tone());
    because.setText(summary.words());
    bar.setAccessibleText(summary.spoken());
  }

  /** There is one pane for as long as there is a check: what was typed can be undone in it. */
  private void renew() {
    texts = new TextsPane(trial.textsProperty().get());
    texts.prefWidthProperty().bind(parts.widthProperty().multiply(TEXTS_SHARE));
    texts.minWidthProperty().bind(texts.prefWidthProperty());
    parts();
  }

  private void parts() {
    parts.getChildren().removeIf(TextsPane.class::isInstance);
    if (trial.editingProperty().get() && !trial.textsProperty().get().isEmpty()) {
      parts.getChildren().addFirst(texts);
      focusText();
    }
  }

  private void focusText() {
    Node text = parts.lookup("#check-text-0");
    if (text != null) {
      text.requestFocus();
    }
  }
}
