package dev.crosstrust.ui.identities;

import dev.crosstrust.identity.Identity;
import dev.crosstrust.ui.kit.StatePane;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/** The list at the left, whom one looks at on the right. */
public final class IdentitiesController {
  private final IdentitiesModel model;
  private final Details details = new Details();

  @FXML private Label summary;
  @FXML private StatePane state;
  @FXML private HBox both;
  @FXML private ListView<Row> list;
  @FXML private ScrollPane side;

  @SuppressWarnings("NullAway.Init") // the loader sets the nodes before it calls initialize
  IdentitiesController(IdentitiesModel model) {
    this.model = model;
  }

  public IdentitiesModel getModel() {
    return model;
  }

  @FXML
  void initialize() {
    side.setContent(details);
    summary.visibleProperty().bind(model.summaryProperty().isNotEmpty());
    list.setCellFactory(_ -> new RowCell());
    list.setItems(model.rows());
    list.getSelectionModel().selectedIndexProperty().addListener((_, from, to) -> step(from, to));
    model.chosenProperty().subscribe(this::show);
    state.sceneProperty().subscribe(scene -> model.onScreen(scene != null));
    Node ready = both;
    state.follow(model.phase(), _ -> ready, model::refresh);
  }

  @FXML
  void refresh() {
    model.refresh();
  }

  /** Headings are passed over, in the direction of the step. */
  private void step(Number from, Number to) {
    int at = to.intValue();
    if (at < 0 || at >= model.rows().size()) {
      return;
    }
    switch (model.rows().get(at)) {
      case Row.Entry(Identity identity) -> model.chosenProperty().set(identity);
      case Row.Heading _ -> {
        boolean up = from.intValue() > at && at > 0;
        list.getSelectionModel().select(up ? at - 1 : at + 1);
      }
    }
  }

  private void show(@Nullable Identity chosen) {
    details.show(chosen);
    side.setVvalue(0);
    if (chosen != null) {
      list.getSelectionModel().select(new Row.Entry(chosen));
    }
  }
}
