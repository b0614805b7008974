package dev.crosstrust.ui.browse;

import dev.crosstrust.storage.Entry;
import dev.crosstrust.ui.kit.StatePane;
import dev.crosstrust.ui.kit.Visible;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TextArea;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The selected object: what is known of it and, when it is asked for, how it begins. */
final class PreviewPane extends VBox {
  private final Label name = new Label();
  private final FlowPane facts = new FlowPane();

  PreviewPane(BrowseModel model) {
    setId("browse-preview");
    getStyleClass().add("preview");
    name.getStyleClass().addAll("mono", "preview-name");
    name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    name.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(name, Priority.ALWAYS);
    Button show = new Button("Show the beginning");
    show.setId("browse-preview-show");
    show.getStyleClass().add("small");
    show.setMinWidth(USE_PREF_SIZE);
    show.setTooltip(new Tooltip("Read and show how the object begins  Enter"));
    show.setOnAction(_ -> model.preview());
    HBox head = new HBox(name, show);
    head.getStyleClass().add("preview-head");
    facts.getStyleClass().add("facts");
    StatePane content = new StatePane();
    VBox.setVgrow(content, Priority.ALWAYS);
    content.follow(
        model.previews().phaseProperty(), PreviewPane::text, () -> model.previews().clear());
    getChildren().addAll(head, facts, content);
    model.selectedProperty().subscribe(_ -> model.selectedObject().ifPresent(this::show));
  }

  private void show(Entry.StoredObject object) {
    name.setText(Visible.text(object.uri().toString()));
    name.setTooltip(new Tooltip(Visible.text(object.uri().toString())));
    facts
        .getChildren()
        .setAll(
            fact("Size", Words.size(object.size())),
            fact("Modified", Words.when(object.modified())),
            fact("Class", Objects.requireNonNullElse(object.storageClass(), "not said")),
            fact("ETag", Objects.requireNonNullElse(object.etag(), "none")));
  }

  private static Node fact(String what, String value) {
    Label label = new Label(what);
    label.getStyleClass().add("muted");
    Label said = new Label(Visible.text(value));
    said.getStyleClass().add("mono");
    HBox fact = new HBox(label, said);
    fact.getStyleClass().add("fact");
    return fact;
  }

  private static Node text(Preview preview) {
    Label words = new Label(preview.words());
    words.setId("browse-preview-words");
    words.getStyleClass().add("muted");
    TextArea text = new TextArea(preview.text());
    text.setId("browse-preview-text");
    text.setEditable(false);
    text.getStyleClass().add("mono");
    text.setAccessibleText("Beginning of " + Visible.text(preview.object().uri().name()));
    VBox.setVgrow(text, Priority.ALWAYS);
    VBox box = new VBox(words, text);
    box.getStyleClass().add("preview-content");
    return box;
  }
}
