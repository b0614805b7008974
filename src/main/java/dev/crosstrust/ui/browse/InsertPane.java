package dev.crosstrust.ui.browse;

import dev.crosstrust.ui.kit.FindingCard;
import dev.crosstrust.ui.kit.Visible;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The form for one row: a field a column, what it will do, and what came of it. */
final class InsertPane extends VBox {
  private static final double MOST = 200;

  private final InsertModel model;
  private final GridPane grid = new GridPane();
  private final Label warning = new Label();
  private final Button write = new Button("Write this row");
  private final Label result = new Label();
  private final VBox cards = new VBox();
  private Insertion before = new Insertion.Closed();

  InsertPane(InsertModel model) {
    this.model = model;
    setId("browse-insert");
    getStyleClass().add("insert");
    setMinHeight(USE_PREF_SIZE);
    grid.getStyleClass().add("insert-fields");
    VBox content = new VBox(grid, cards);
    ScrollPane scroll = new ScrollPane(content);
    scroll.setFitToWidth(true);
    scroll.setFocusTraversable(false);
    // Its own idea of its height knows nothing of lines that wrap.
    content
        .heightProperty()
        .subscribe(height -> scroll.setPrefHeight(Math.min(MOST, height.doubleValue() + 2)));
    scroll.setMinHeight(USE_PREF_SIZE);
    scroll.getStyleClass().add("edge-to-edge");
    cards.getStyleClass().add("finding-cards");
    warning.setId("browse-insert-warning");
    wrap(warning);
    result.setId("browse-insert-result");
    wrap(result);
    write.setId("browse-insert-write");
    write.getStyleClass().add("accent");
    write.setMinWidth(USE_PREF_SIZE);
    write.setOnAction(
        _ -> {
          if (model.stateProperty().get() instanceof Insertion.Writing(var job)) {
            job.cancel();
            model.cancel();
          } else {
            model.write();
          }
        });
    Button close = new Button("Close");
    close.setId("browse-insert-close");
    close.setMinWidth(USE_PREF_SIZE);
    close.setAccessibleText("Close the form; what was typed is forgotten");
    close.setOnAction(_ -> model.close());
    HBox.setHgrow(warning, Priority.ALWAYS);
    warning.setMaxWidth(Double.MAX_VALUE);
    HBox foot = new HBox(warning, write, close);
    foot.getStyleClass().add("insert-foot");
    getChildren().addAll(scroll, result, foot);
    model.stateProperty().subscribe(this::show);
  }

  private static void wrap(Label label) {
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
  }

  private void show(Insertion now) {
    boolean open = !(now instanceof Insertion.Closed);
    setVisible(open);
    setManaged(open);
    if (open && before instanceof Insertion.Closed) {
      fill();
    }
    before = now;
    boolean writing = now instanceof Insertion.Writing;
    write.setText(writing ? "Cancel" : "Write this row");
    grid.setDisable(writing);
    result.setText(words(now));
    result.setManaged(!result.getText().isEmpty());
    result.getStyleClass().removeAll("done", "wrong");
    result.getStyleClass().add(now instanceof Insertion.Inserted || writing ? "done" : "wrong");
    cards.getChildren().clear();
    if (now instanceof Insertion.Failed(var findings)) {
      findings.stream().<Node>map(FindingCard::new).forEach(cards.getChildren()::add);
    }
  }

  private static String words(Insertion now) {
    return switch (now) {
      case Insertion.Closed _, Insertion.Failed _ -> "";
      case Insertion.Editing(String problem) -> problem;
      case Insertion.Writing _ -> "Writing…";
      case Insertion.Inserted(String words) -> words;
      case Insertion.RowErrors(String sentence) ->
          "Nothing was inserted, although the answer had status 200. " + sentence;
    };
  }

  private void fill() {
    grid.getChildren().clear();
    warning.setText(model.warning());
    for (int i = 0; i < model.fields().size(); i++) {
      add(model.fields().get(i), 2 * i);
    }
    grid.getChildren().stream()
        .filter(TextField.class::isInstance)
        .findFirst()
        .ifPresent(Node::requestFocus);
  }

  /** In two lines, the second for what is wrong. */
  private void add(ColumnField field, int row) {
    String column = field.column().name();
    String name = Visible.text(column) + (field.isRequired() ? " *" : "");
    Label label = new Label(name);
    label.getStyleClass().add("mono");
    label.setMinWidth(USE_PREF_SIZE);
    Label type = new Label(field.column().typeName() + (field.isRequired() ? ", required" : ""));
    type.getStyleClass().add("muted");
    type.setMinWidth(USE_PREF_SIZE);
    TextField text = new TextField();
    text.setId("browse-insert-" + column);
    text.setPromptText(field.form());
    text.setAccessibleText(
        "%s, %s%s: %s"
            .formatted(
                Visible.text(column),
                field.column().typeName(),
                field.isRequired() ? ", required" : "",
                field.form()));
    text.textProperty().bindBidirectional(field.textProperty());
    text.setOnAction(_ -> model.write());
    GridPane.setHgrow(text, Priority.ALWAYS);
    grid.addRow(row, label, type, text);
    field
        .suggestion(model.now())
        .ifPresent(
            _ -> {
              Button suggest = new Button("Now");
              suggest.setId("browse-insert-now-" + column);
              suggest.getStyleClass().add("small");
              suggest.setMinWidth(USE_PREF_SIZE);
              suggest.setAccessibleText("Put the moment into " + Visible.text(column));
              suggest.setOnAction(
                  _ -> field.suggestion(model.now()).ifPresent(field.textProperty()::set));
              grid.add(suggest, 3, row);
            });
    Label problem = new Label();
    problem.textProperty().bind(field.problemProperty());
    problem.getStyleClass().add("wrong");
    wrap(problem);
    problem.managedProperty().bind(problem.textProperty().isNotEmpty());
    grid.add(problem, 0, row + 1, GridPane.REMAINING, 1);
  }
}
