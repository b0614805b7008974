package dev.crosstrust.ui.browse;

import dev.crosstrust.storage.Entry;
import dev.crosstrust.ui.kit.StatePane;
import java.util.Objects;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/** The selected object: what is known of it, and how it begins. */
final class PreviewPane extends VBox {
  /** Whoever runs along the lines with the arrow keys does not want each of them read. */
  private static final Duration REST = Duration.millis(120);

  private final Label name = new Label();
  private final FlowPane facts = new FlowPane();
  private final PauseTransition rest = new PauseTransition(REST);

  PreviewPane(BrowseModel model) {
    setId("browse-preview");
    getStyleClass().add("preview");
    name.getStyleClass().addAll("mono", "preview-name");
    facts.getStyleClass().add("facts");
    StatePane content = new StatePane();
    VBox.setVgrow(content, Priority.ALWAYS);
    content.follow(
        model.previews().phaseProperty(), PreviewPane::text, () -> model.previews().clear());
    getChildren().addAll(name, facts, content);
    rest.setOnFinished(_ -> model.preview());
    model.selectedProperty().subscribe(_ -> selected(model.selectedObject()));
  }

  private void selected(Optional<Entry.StoredObject> object) {
    setVisible(object.isPresent());
    setManaged(object.isPresent());
    rest.stop();
    object.ifPresent(
        it -> {
          name.setText(it.uri().toString());
          facts
              .getChildren()
              .setAll(
                  fact("Size", Words.size(it.size())),
                  fact("Modified", Words.when(it.modified())),
                  fact("Class", Objects.requireNonNullElse(it.storageClass(), "not said")),
                  fact("ETag", Objects.requireNonNullElse(it.etag(), "none")));
          rest.playFromStart();
        });
  }

  private static Node fact(String what, String value) {
    Label label = new Label(what);
    label.getStyleClass().add("muted");
    Label said = new Label(value);
    said.getStyleClass().add("mono");
    HBox fact = new HBox(label, said);
    fact.getStyleClass().add("fact");
    return fact;
  }

  private static Node text(Preview preview) {
    Label words = new Label(preview.words());
    words.getStyleClass().add("muted");
    TextArea text = new TextArea(preview.text());
    text.setId("browse-preview-text");
    text.setEditable(false);
    text.getStyleClass().add("mono");
    text.setAccessibleText("Preview of " + preview.object().uri().name());
    VBox.setVgrow(text, Priority.ALWAYS);
    VBox box = new VBox(words, text);
    box.getStyleClass().add("preview-content");
    return box;
  }
}
