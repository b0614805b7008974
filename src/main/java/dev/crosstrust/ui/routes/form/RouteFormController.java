package dev.crosstrust.ui.routes.form;

import dev.crosstrust.finding.Finding;
import dev.crosstrust.route.Direction;
import dev.crosstrust.ui.kit.FindingCard;
import dev.crosstrust.ui.kit.Question;
import dev.crosstrust.ui.kit.QuestionBar;
import dev.crosstrust.ui.kit.Segments;
import dev.crosstrust.ui.kit.Shortcuts;
import dev.crosstrust.ui.kit.StatePane;
import dev.crosstrust.ui.task.Phase;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import javafx.scene.layout.VBox;

/** The frame of the form: its title, its foot, its keys. */
public final class RouteFormController {
  private static final KeyCombination SAVE =
      new KeyCodeCombination(KeyCode.S, KeyCombination.SHORTCUT_DOWN);

  private static final KeyCombination CANCEL = new KeyCodeCombination(KeyCode.ESCAPE);

  private final RouteFormModel model;

  @FXML private BorderPane root;
  @FXML private Label about;
  @FXML private Label chip;
  @FXML private HBox directions;
  @FXML private ToggleButton toAws;
  @FXML private ToggleButton toGoogle;
  @FXML private StatePane body;
  @FXML private VBox trouble;
  @FXML private QuestionBar question;
  @FXML private HBox foot;
  @FXML private Label reason;
  @FXML private Button cancel;
  @FXML private Button save;

  @SuppressWarnings("NullAway.Init") // the loader sets the nodes before it calls initialize
  public RouteFormController(RouteFormModel model) {
    this.model = model;
  }

  public RouteFormModel getModel() {
    return model;
  }

  @FXML
  void initialize() {
    for (Node node : List.of(trouble, foot, chip, directions)) {
      node.managedProperty().bind(node.visibleProperty());
    }
    toAws.setText(Direction.GOOGLE_TO_AWS.arrow());
    toGoogle.setText(Direction.AWS_TO_GOOGLE.arrow());
    Segments.of(
        Map.of(toAws, Direction.GOOGLE_TO_AWS, toGoogle, Direction.AWS_TO_GOOGLE),
        model.directionProperty(),
        model::turn);
    model.directionProperty().subscribe(way -> chip.setText(way.arrow()));
    body.offer(RouteFormController::isEmpty, this::readAgain);
    model.phaseProperty().subscribe(this::frame);
    body.follow(model.phaseProperty(), this::view, model::leave);
    question.follow(model.questionProperty());
    model.questionProperty().addListener((_, before, now) -> answered(before, now));
    model.saving().troubleProperty().subscribe(this::show);
    root.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    Shortcuts.tell(save, new KeyCodeCombination(KeyCode.ENTER), SAVE);
    Shortcuts.tell(cancel, CANCEL);
    root.sceneProperty().subscribe(scene -> arrived(scene != null));
  }

  private static boolean isEmpty(Phase<?> phase) {
    return phase instanceof Phase.Empty;
  }

  private List<Node> readAgain() {
    Button again = new Button("Read files again");
    again.setId("route-form-read-again");
    again.setOnAction(_ -> model.readAgain());
    Button back = new Button("Back to the routes");
    back.setOnAction(_ -> model.leave());
    return List.of(again, back);
  }

  @FXML
  void save() {
    model.save();
  }

  @FXML
  void cancel() {
    model.close();
  }

  private Node view(DraftModel draft) {
    return new DraftPane(draft, model.notes());
  }

  /** Foot and words of the head are about a draft: without one they say nothing. */
  private void frame(Phase<DraftModel> phase) {
    reason.textProperty().unbind();
    save.disableProperty().unbind();
    boolean ready = phase instanceof Phase.Ready<DraftModel>;
    boolean open = model.isDirectionOpen();
    directions.setVisible(open && (ready || isEmpty(phase)));
    chip.setVisible(!open);
    about.setText(ready ? model.about() : "");
    foot.setVisible(!isEmpty(phase));
    if (phase instanceof Phase.Ready<DraftModel>(DraftModel draft)) {
      reason.textProperty().bind(draft.reasonProperty());
      save.disableProperty()
          .bind(
              draft
                  .reasonProperty()
                  .isNotEmpty()
                  .or(model.saving().busyProperty())
                  .or(question.visibleProperty()));
    } else {
      reason.setText("");
      save.setDisable(true);
    }
  }

  private void show(Optional<Finding> finding) {
    trouble.setVisible(finding.isPresent());
    trouble.getChildren().setAll(finding.map(FindingCard::new).stream().toList());
    finding.ifPresent(_ -> trouble.getChildren().getFirst().requestFocus());
  }

  /** Whoever keeps things as they are goes on where the buttons are. */
  private void answered(Optional<Question> before, Optional<Question> now) {
    if (before.isPresent() && now.isEmpty() && model.isOpen()) {
      cancel.requestFocus();
    }
  }

  /** Keys come here from the beginning. */
  private void arrived(boolean shown) {
    if (shown && !(model.phaseProperty().get() instanceof Phase.Ready<DraftModel>)) {
      body.requestFocus();
    }
  }

  private void pressed(KeyEvent event) {
    if (CANCEL.match(event)) {
      event.consume();
      model.close();
    } else if (SAVE.match(event)) {
      event.consume();
      save.fire();
    }
  }
}
