package dev.crosstrust.ui.walkthrough;

import dev.crosstrust.ui.kit.FindingCard;
import dev.crosstrust.ui.kit.StatePane;
import dev.crosstrust.ui.task.Phase;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The stories, and what stands in their way. */
public final class WalkthroughController {
  private final WalkthroughModel model;
  private final Runnable elsewhere;
  private List<StoryCard> cards = List.of();

  @FXML private StatePane state;
  @FXML private VBox page;
  @FXML private HBox offer;
  @FXML private VBox findings;
  @FXML private HBox stories;
  @FXML private Label problem;

  /**
   * @param elsewhere where those go who do not want to be shown around
   */
  @SuppressWarnings("NullAway.Init") // the loader sets the nodes before it calls initialize
  WalkthroughController(WalkthroughModel model, Runnable elsewhere) {
    this.model = model;
    this.elsewhere = elsewhere;
  }

  public WalkthroughModel getModel() {
    return model;
  }

  @FXML
  void initialize() {
    for (Node node : List.of(offer, findings, problem)) {
      node.managedProperty().bind(node.visibleProperty());
    }
    cards = model.stories().stream().map(story -> new StoryCard(model, story)).toList();
    cards.getFirst().preferred();
    stories.getChildren().setAll(cards);
    model.findings().subscribe(this::found);
    found();
    Node ready = page;
    state.follow(model.phaseProperty(), _ -> ready, model::cancelled);
    model.phaseProperty().addListener((_, before, _) -> back(before));
  }

  /** The screen is shown: what comes first is to start. */
  void shown() {
    cards.getFirst().focusFirst();
  }

  /** While clouds were being started there was nothing here that could keep the focus. */
  private void back(Phase<List<StoryModel>> before) {
    if (before instanceof Phase.Working && model.findings().isEmpty()) {
      shown();
    }
  }

  @FXML
  void notNow() {
    model.notNow();
    elsewhere.run();
  }

  private void found() {
    findings.getChildren().setAll(model.findings().stream().map(FindingCard::new).toList());
    findings.setVisible(!model.findings().isEmpty());
    if (findings.isVisible()) {
      findings.getChildren().getFirst().requestFocus();
    }
  }
}
