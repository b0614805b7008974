package dev.crosstrust.ui.browse;

import dev.crosstrust.ui.kit.StatePane;
import dev.crosstrust.ui.kit.Visible;
import dev.crosstrust.ui.task.Phase;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What lies at a place among the tables, or what stands in its way. */
final class TablesPane extends VBox {
  private final TablesModel model;

  TablesPane(TablesModel model) {
    this.model = model;
    setId("browse-tables-pane");
    getStyleClass().addAll("listing-right", "tables");
    Label way = new Label(TablesModel.TYPE_ONE);
    way.setId("browse-tables-way");
    way.setWrapText(true);
    way.setMinHeight(USE_PREF_SIZE);
    way.getStyleClass().add("tables-way");
    model
        .phaseProperty()
        .subscribe(
            phase -> {
              boolean refused = phase instanceof Phase.Refused;
              way.setVisible(refused);
              way.setManaged(refused);
            });
    StatePane state = new StatePane();
    VBox.setVgrow(state, Priority.ALWAYS);
    state.follow(model.phaseProperty(), this::content, model::leave);
    getChildren().addAll(way, state);
  }

  private Node content(TableContent content) {
    return switch (content) {
      case TableContent.Names(List<TablePlace> places) -> names(places);
      case TableContent.Opened opened -> new OpenTablePane(model, opened);
    };
  }

  private Node names(List<TablePlace> places) {
    ListView<TablePlace> list = new ListView<>();
    list.setId("browse-table-names");
    list.getStyleClass().add("edge-to-edge");
    list.setAccessibleText("Datasets or tables: Enter opens one");
    list.getItems().setAll(places);
    list.setCellFactory(_ -> new Name());
    list.setOnKeyPressed(
        event -> {
          TablePlace at = list.getSelectionModel().getSelectedItem();
          if (event.getCode() == KeyCode.ENTER && at != null) {
            model.open(at);
            event.consume();
          }
        });
    return list;
  }

  private final class Name extends ListCell<TablePlace> {
    Name() {
      getStyleClass().add("mono");
      setOnMouseClicked(
          event -> {
            if (getItem() != null && event.getClickCount() == 2) {
              model.open(getItem());
            }
          });
    }

    @Override
    protected void updateItem(@Nullable TablePlace at, boolean empty) {
      super.updateItem(at, empty);
      setText(at == null || empty ? null : Visible.text(at.words()));
    }
  }
}
