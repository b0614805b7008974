package dev.crosstrust.ui.routes;

import dev.crosstrust.route.file.Loaded;
import dev.crosstrust.ui.kit.Chooser;
import dev.crosstrust.ui.kit.Fxml;
import dev.crosstrust.ui.kit.QuestionBar;
import dev.crosstrust.ui.kit.Screen;
import dev.crosstrust.ui.kit.Shortcuts;
import dev.crosstrust.ui.kit.StatePane;
import dev.crosstrust.ui.kit.Ticker;
import dev.crosstrust.ui.routes.form.ImportModel;
import dev.crosstrust.ui.routes.form.RouteFormModel;
import dev.crosstrust.ui.task.Phase;
import java.util.List;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** The head of the screen: which route, run it, cancel it; make, change and delete one. */
public final class RoutesController {
  private static final int TICK_MILLIS = 250;

  /** Below this width all but the name and the direction of the route is told in brief. */
  private static final int NARROW = 960;

  private final RoutesModel model;
  private final CurrentRunModel current;
  private final RouteFormModel form;
  private final RouteDeeds deeds;
  private final Chooser files;
  private boolean shown;
  private @Nullable RunController onScreen;

  @FXML private BorderPane root;
  @FXML private ComboBox<Loaded> chooser;
  @FXML private Label title;
  @FXML private Label chip;
  @FXML private Label when;
  @FXML private MenuItem copy;
  @FXML private MenuItem copyPath;
  @FXML private MenuItem delete;
  @FXML private MenuButton more;
  @FXML private Button cancel;
  @FXML private Button edit;
  @FXML private Button add;
  @FXML private Button predict;
  @FXML private Button run;
  @FXML private QuestionBar question;
  @FXML private StatePane body;

  @SuppressWarnings("NullAway.Init") // the loader sets the nodes before it calls initialize
  RoutesController(RoutesModel model, RouteFormModel form, ImportModel imports, Chooser files) {
    this.model = model;
    this.current = new CurrentRunModel(model);
    this.form = form;
    this.deeds = new RouteDeeds(model, form, imports, files);
    this.files = files;
  }

  @FXML
  void initialize() {
    for (Node node : List.of(cancel, chooser, title, chip, when, edit, predict, run)) {
      node.managedProperty().bind(node.visibleProperty());
    }
    title.visibleProperty().bind(chooser.visibleProperty().not());
    chip.visibleProperty().bind(current.thereProperty());
    for (Button button : List.of(edit, add)) {
      button
          .contentDisplayProperty()
          .bind(
              Bindings.when(root.widthProperty().lessThan(NARROW))
                  .then(ContentDisplay.GRAPHIC_ONLY)
                  .otherwise(ContentDisplay.TEXT_ONLY));
    }
    chooser.setItems(model.routes());
    chooser.setButtonCell(new LoadedCell(false));
    chooser.setCellFactory(_ -> new LoadedCell(true));
    chooser.valueProperty().bindBidirectional(model.chosenProperty());
    copyPath.disableProperty().bind(model.chosenProperty().isNull());
    delete.disableProperty().bind(model.chosenProperty().isNull());
    question.follow(model.questionProperty());
    model.questionProperty().addListener((_, _, now) -> answered(now.isEmpty()));
    body.offer(
        phase -> phase instanceof Phase.Empty, () -> FirstRoute.ways(this::add, this::importRoute));
    body.follow(model.phaseProperty(), this::view, () -> {});
    followCurrent();
    model.phaseProperty().subscribe(_ -> head());
    // Behind the form nothing is pressed, neither by Tab nor by a key.
    root.visibleProperty().bind(form.openProperty().not());
    root.disableProperty().bind(form.openProperty());
    form.openProperty().addListener((_, _, open) -> formMoved(open));
    root.sceneProperty().subscribe(this::moved);
    more.addEventFilter(KeyEvent.KEY_PRESSED, this::pressedOnMore);
    Shortcuts.tell(run, RouteKeys.RUN, RouteKeys.RUN_TOO);
    Shortcuts.tell(predict, RouteKeys.PREDICT);
    Shortcuts.tell(cancel, RouteKeys.CANCEL);
    Shortcuts.tell(add, RouteKeys.NEW);
    Shortcuts.tell(edit, RouteKeys.EDIT);
    new Ticker(root, Duration.millis(TICK_MILLIS)).start(current::tick);
  }

  /** What can be done here, for keys and palette. */
  List<Screen.Action> actions() {
    return List.of(
        new Screen.Action("Run route", RouteKeys.RUN, () -> run.fire()),
        new Screen.Action("Predict the answer", RouteKeys.PREDICT, () -> predict.fire()),
        new Screen.Action("Cancel run or prediction", RouteKeys.CANCEL, () -> cancel.fire()),
        new Screen.Action(
            "Try changes to what is judged", RouteKeys.TRY, this::tryChanges, this::isChangeable),
        new Screen.Action("New route", RouteKeys.NEW, this::add),
        new Screen.Action("Edit route", RouteKeys.EDIT, () -> edit.fire()),
        new Screen.Action("Delete route", null, this::delete),
        new Screen.Action("Import route", RouteKeys.IMPORT, this::importRoute));
  }

  /** The screen is on: files may have changed. */
  void shown() {
    shown = true;
    model.read();
  }

  /** The window works elsewhere now. */
  void entered() {
    form.leave();
    if (shown) {
      model.enter();
    }
  }

  @FXML
  void run() {
    current.run();
  }

  @FXML
  void predict() {
    current.predict();
  }

  @FXML
  void cancel() {
    current.cancel();
  }

  @FXML
  void copy() {
    String name = current.name();
    if (name != null) {
      copy("crosstrust run " + name);
    }
  }

  @FXML
  void copyPath() {
    Loaded chosen = model.chosenProperty().get();
    if (chosen != null) {
      copy(chosen.file());
    }
  }

  @FXML
  void add() {
    deeds.add();
  }

  @FXML
  void edit() {
    deeds.edit();
  }

  @FXML
  void delete() {
    deeds.delete();
  }

  @FXML
  void importRoute() {
    deeds.importRoute(root.getScene().getWindow());
  }

  private void tryChanges() {
    if (onScreen != null && isChangeable()) {
      onScreen.tryChanges();
    }
  }

  private boolean isChangeable() {
    return !form.isOpen() && current.isChangeable();
  }

  private Node view(RunModel ready) {
    RunController controller = new RunController(ready, model.setup(ready.route()), files);
    onScreen = controller;
    return Fxml.load(controller);
  }

  /** What of the head hangs on the route that is looked at, and on what goes on with it. */
  private void followCurrent() {
    for (Node node : List.of(when, edit, run)) {
      node.visibleProperty().bind(current.thereProperty());
    }
    when.textProperty()
        .bind(
            Bindings.createStringBinding(this::when, current.whenProperty(), root.widthProperty()));
    when.accessibleTextProperty().bind(current.whenProperty());
    when.getTooltip().textProperty().bind(current.whenProperty());
    chip.textProperty().bind(current.directionProperty());
    copy.disableProperty().bind(current.thereProperty().map(it -> !it));
    run.disableProperty().bind(current.busyProperty());
    // In its place stands what ends the one that goes on.
    predict.visibleProperty().bind(current.restingProperty());
    cancel.visibleProperty().bind(current.busyProperty());
    cancel.textProperty().bind(current.cancelProperty());
  }

  private String when() {
    String whole = current.whenProperty().getValue();
    return root.getWidth() < NARROW ? Spans.brief(whole) : whole;
  }

  private void head() {
    chooser.setVisible(!model.routes().isEmpty());
    current.tick();
  }

  /** A menu button keeps Escape to itself, also while there is no menu to close. */
  private void pressedOnMore(KeyEvent event) {
    if (RouteKeys.CANCEL.match(event) && !more.isShowing()) {
      event.consume();
      cancel.fire();
    }
  }

  private void answered(boolean over) {
    if (over) {
      chooser.requestFocus();
    }
  }

  private void formMoved(boolean open) {
    if (!open) {
      (run.isVisible() ? run : add).requestFocus();
    }
  }

  private static void copy(String text) {
    Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text));
  }

  private void moved(@Nullable Scene before, @Nullable Scene now) {
    if (before != null) {
      before.getAccelerators().remove(RouteKeys.RUN_TOO);
    }
    if (now != null) {
      now.getAccelerators().put(RouteKeys.RUN_TOO, run::fire);
    }
  }
}
