package dev.crosstrust.ui.shell;

import dev.crosstrust.finding.HelpPage;
import dev.crosstrust.ui.kit.Prose;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What a finding means, over the window: all ids at the left, the page of one at the right. */
final class HelpPane extends Overlay {
  private final HelpModel model;
  private final TextField field = new TextField();
  private final ListView<HelpPage> list;
  private final ScrollPane page = new ScrollPane();
  private final BorderPane box;

  HelpPane(HelpModel model) {
    this.model = model;
    list = new ListView<>(model.found());
    field.setId("help-field");
    field.setPromptText("Find an id or a title…");
    field.setAccessibleText("Find a finding by its id or title");
    field.textProperty().bindBidirectional(model.filterProperty());
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    list.setId("help-list");
    list.setAccessibleText("Ids of findings");
    list.setCellFactory(_ -> new Cell());
    list.setPlaceholder(new Label("Nothing of that name"));
    list.getSelectionModel().selectedItemProperty().subscribe(this::chosen);
    VBox.setVgrow(list, Priority.ALWAYS);
    page.setId("help-page");
    page.setFitToWidth(true);
    page.getStyleClass().add("edge-to-edge");
    page.setFocusTraversable(true);
    VBox ids = new VBox(field, list);
    ids.getStyleClass().add("help-ids");
    box = new BorderPane(page, head(), null, null, ids);
    box.getStyleClass().add("help");
    box.setAccessibleText("Help on findings");
    model.chosenProperty().subscribe(_ -> show());
    model.noteProperty().subscribe(_ -> show());
  }

  /** All ids, to be found by typing. */
  void open() {
    model.open("");
    show(box, field);
  }

  /** The page of one. */
  void open(String id) {
    model.open(id);
    show(box, page);
  }

  private HBox head() {
    Label title = new Label("What findings mean");
    title.getStyleClass().add("title-4");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Button close = new Button("Close help");
    close.setId("help-close");
    close.setOnAction(_ -> close());
    HBox head = new HBox(title, gap, close);
    head.getStyleClass().add("help-head");
    return head;
  }

  private void show() {
    HelpPage chosen = model.chosenProperty().get();
    if (chosen == null) {
      Prose note = new Prose(model.noteProperty().get(), "muted");
      page.setContent(new VBox(note));
      page.setAccessibleText(note.getAccessibleText());
    } else {
      page.setContent(new HelpText(chosen));
      page.setAccessibleText(HelpText.spoken(chosen));
      list.getSelectionModel().select(chosen);
      list.scrollTo(chosen);
    }
    page.setVvalue(0);
  }

  /** While a filter takes everything away, the page stays. */
  private void chosen(@Nullable HelpPage page) {
    if (page != null) {
      model.chosenProperty().set(page);
    }
  }

  private void pressed(KeyEvent event) {
    if (event.getCode() == KeyCode.DOWN) {
      list.getSelectionModel().selectNext();
    } else if (event.getCode() == KeyCode.UP) {
      list.getSelectionModel().selectPrevious();
    } else if (event.getCode() == KeyCode.ENTER) {
      page.requestFocus();
    } else {
      return;
    }
    event.consume();
  }

  private static final class Cell extends ListCell<HelpPage> {
    /** The room of the bar to scroll with. */
    private static final double BAR = 10;

    private final Label title = new Label();
    private final Label id = new Label();
    private final VBox both = new VBox(title, id);

    Cell() {
      title.setWrapText(true);
      title.setMinHeight(USE_PREF_SIZE);
      id.getStyleClass().addAll("mono", "help-list-id");
      // As wide as the list: nothing of a title is to be scrolled to.
      setPrefWidth(0);
    }

    /** A list asks for heights without saying the width. */
    @Override
    protected double computePrefHeight(double width) {
      double inside = getListView().getWidth() - BAR - snappedLeftInset() - snappedRightInset();
      return getGraphic() == null
          ? super.computePrefHeight(width)
          : snappedTopInset() + both.prefHeight(inside) + snappedBottomInset();
    }

    @Override
    protected void updateItem(@Nullable HelpPage page, boolean empty) {
      super.updateItem(page, empty);
      if (page == null || empty) {
        setGraphic(null);
        setAccessibleText(null);
        return;
      }
      title.setText(Prose.plain(page.title()));
      id.setText(page.id());
      setGraphic(both);
      setAccessibleText("%s: %s".formatted(page.id(), title.getText()));
    }
  }
}
