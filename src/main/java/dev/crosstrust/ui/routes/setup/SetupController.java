package dev.crosstrust.ui.routes.setup;

import dev.crosstrust.identity.Cloud;
import dev.crosstrust.identity.Identity;
import dev.crosstrust.setup.item.SetupItem;
import dev.crosstrust.ui.kit.StatePane;
import dev.crosstrust.ui.task.Phase;
import java.util.Comparator;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.RowConstraints;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** Who looks, the check, and what it found. */
public final class SetupController {
  /** The list has this share of the width, the chosen piece the rest. */
  private static final int LIST_PERCENT = 42;

  private final SetupModel model;

  @FXML private ComboBox<String> aws;
  @FXML private ComboBox<String> google;
  @FXML private Button check;
  @FXML private Label summary;
  @FXML private StatePane body;

  @SuppressWarnings("NullAway.Init") // the loader sets the nodes before it calls initialize
  public SetupController(SetupModel model) {
    this.model = model;
  }

  @FXML
  void initialize() {
    offer(google, Cloud.GOOGLE, "Google");
    offer(aws, Cloud.AWS, "AWS");
    check.disableProperty().bind(model.checkingProperty());
    summary.textProperty().bind(model.summaryProperty());
    body.follow(model.phaseProperty(), this::view, model::cancelled);
    // Listened to after the view is there, so that the focus finds it.
    model.phaseProperty().subscribe((_, now) -> ended(now));
  }

  @FXML
  void check() {
    model.start();
  }

  private void offer(ComboBox<String> box, Cloud cloud, String name) {
    AdminsModel admins = model.admins();
    box.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(@Nullable String id) {
            return id == null || id.isEmpty() ? name + ": nobody" : id;
          }

          @Override
          public @Nullable String fromString(String text) {
            return null;
          }
        });
    box.setItems(admins.offered(cloud));
    admins.chosen(cloud).subscribe(id -> chosen(box, id));
    box.valueProperty()
        .subscribe(
            id -> {
              // Nothing is shown for a moment while the identities are read anew.
              if (id != null) {
                admins.chosen(cloud).set(id);
              }
            });
  }

  private void chosen(ComboBox<String> box, String id) {
    box.setValue(id);
    String who =
        model
            .admins()
            .identity(id)
            .map(Identity::principal)
            .map(principal -> id + ", " + principal)
            .orElse(id.isEmpty() ? "nobody looks" : id);
    box.getTooltip().setText("Look with: " + who);
  }

  private Node view(List<SetupItem> items) {
    ListView<SetupItem> list = new ListView<>();
    list.setId("setup-items");
    list.getStyleClass().add("setup-items");
    list.setAccessibleText("What must exist for this route");
    list.setCellFactory(_ -> new SetupItemCell());
    list.getItems()
        .setAll(items.stream().sorted(Comparator.comparingInt(SetupController::turn)).toList());
    ScrollPane detail = new ScrollPane();
    detail.setId("setup-detail");
    detail.setFitToWidth(true);
    detail.getStyleClass().add("edge-to-edge");
    detail.setAccessibleText("The chosen piece");
    GridPane both = new GridPane();
    both.getStyleClass().add("setup-found");
    both.getColumnConstraints().setAll(share(LIST_PERCENT), share(100 - LIST_PERCENT));
    RowConstraints all = new RowConstraints();
    all.setVgrow(Priority.ALWAYS);
    both.getRowConstraints().setAll(all);
    both.addRow(0, list, detail);
    SetupItem chosen = model.chosenProperty().get();
    list.getSelectionModel().selectedItemProperty().subscribe(item -> show(detail, item));
    list.getSelectionModel().select(chosen == null ? list.getItems().getFirst() : chosen);
    return both;
  }

  /** What is missing is read first; within that the road has its order. */
  private static int turn(SetupItem item) {
    return switch (item.state()) {
      case MISSING -> 0;
      case UNKNOWN -> 1;
      case PRESENT -> 2;
    };
  }

  private static ColumnConstraints share(int percent) {
    ColumnConstraints column = new ColumnConstraints();
    column.setPercentWidth(percent);
    return column;
  }

  private void show(ScrollPane detail, @Nullable SetupItem item) {
    if (item != null) {
      model.chosenProperty().set(item);
      detail.setContent(new SetupDetail(item));
      detail.setVvalue(0);
    }
  }

  /** The focus goes to what is to be read now, where the button that began it has lost it. */
  private void ended(Phase<List<SetupItem>> now) {
    Node list = body.lookup("#setup-items");
    if (now instanceof Phase.Ready && list instanceof ListView<?> view) {
      int at = view.getSelectionModel().getSelectedIndex();
      view.requestFocus();
      view.scrollTo(Math.max(0, at - 1));
    }
  }
}
