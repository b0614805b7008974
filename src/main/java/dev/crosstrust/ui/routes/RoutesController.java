package dev.crosstrust.ui.routes;

import dev.crosstrust.route.Direction;
import dev.crosstrust.route.Loaded;
import dev.crosstrust.ui.kit.Fxml;
import dev.crosstrust.ui.kit.Shortcuts;
import dev.crosstrust.ui.kit.StatePane;
import dev.crosstrust.ui.task.Phase;
import java.util.List;
import java.util.Map;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.BorderPane;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** The head of the screen: which route, run it, cancel it. */
public final class RoutesController {
  private static final int TICK_MILLIS = 250;
  private final RoutesModel model;
  private final Timeline clock = new Timeline();
  private boolean shown;

  @FXML private BorderPane root;
  @FXML private ComboBox<Loaded> chooser;
  @FXML private Label title;
  @FXML private Label chip;
  @FXML private Label when;
  @FXML private Button copy;
  @FXML private Button cancel;
  @FXML private Button run;
  @FXML private StatePane body;

  @SuppressWarnings("NullAway.Init") // the loader sets the nodes before it calls initialize
  RoutesController(RoutesModel model) {
    this.model = model;
  }

  @FXML
  void initialize() {
    for (Node node : List.of(cancel, chooser, title)) {
      node.managedProperty().bind(node.visibleProperty());
    }
    title.visibleProperty().bind(chooser.visibleProperty().not());
    chooser.setItems(model.routes());
    chooser.setButtonCell(new LoadedCell(false));
    chooser.setCellFactory(_ -> new LoadedCell(true));
    chooser.valueProperty().bindBidirectional(model.chosenProperty());
    body.follow(model.phaseProperty(), this::view, () -> {});
    model.phaseProperty().subscribe(this::head);
    clock.getKeyFrames().setAll(new KeyFrame(Duration.millis(TICK_MILLIS), _ -> tick()));
    clock.setCycleCount(Animation.INDEFINITE);
    root.sceneProperty().subscribe(this::moved);
    Shortcuts shortcuts = new Shortcuts();
    shortcuts.fire(run, KeyCombination.valueOf("F5"), KeyCombination.valueOf("Shortcut+R"));
    shortcuts.fire(cancel, KeyCombination.valueOf("Esc"));
    shortcuts.follow(root);
  }

  /** The screen is on: files may have changed. */
  void shown() {
    shown = true;
    model.read();
  }

  /** The window works elsewhere now. */
  void entered() {
    if (shown) {
      model.enter();
    }
  }

  @FXML
  void run() {
    RunModel current = model.current();
    if (current != null) {
      current.start();
    }
  }

  @FXML
  void cancel() {
    RunModel current = model.current();
    if (current != null) {
      current.cancel();
    }
  }

  @FXML
  void copy() {
    RunModel current = model.current();
    if (current != null) {
      Clipboard.getSystemClipboard()
          .setContent(Map.of(DataFormat.PLAIN_TEXT, "crosstrust run " + current.route().name()));
    }
  }

  private Node view(RunModel ready) {
    return Fxml.load(new RunController(ready));
  }

  private void head(Phase<RunModel> phase) {
    when.textProperty().unbind();
    run.disableProperty().unbind();
    cancel.visibleProperty().unbind();
    boolean ready = phase instanceof Phase.Ready<RunModel>;
    for (Node node : List.of(chip, when, copy, cancel, run)) {
      node.setVisible(ready);
    }
    chooser.setVisible(!model.routes().isEmpty());
    RunModel current = model.current();
    if (current != null) {
      chip.setText(
          current.route().direction() == Direction.GOOGLE_TO_AWS ? "Google → AWS" : "AWS → Google");
      when.textProperty().bind(current.whenProperty());
      run.disableProperty().bind(current.runningProperty());
      cancel.visibleProperty().bind(current.runningProperty());
      current.tick();
    }
  }

  private void tick() {
    RunModel current = model.current();
    if (current != null) {
      current.tick();
    }
  }

  private void moved(@Nullable Scene now) {
    if (now == null) {
      clock.stop();
    } else {
      clock.playFromStart();
    }
  }
}
