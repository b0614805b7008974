package dev.crosstrust.ui.browse;

import dev.crosstrust.storage.StorageUri;
import dev.crosstrust.ui.kit.Chooser;
import dev.crosstrust.ui.kit.Visible;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The way on where a bucket may not be listed: an object by its name. */
final class NamedPane extends VBox {
  private final BrowseModel model;
  private final Chooser chooser;
  private final TextField name = new TextField();

  NamedPane(BrowseModel model, Chooser chooser) {
    this.model = model;
    this.chooser = chooser;
    setId("browse-named");
    setMinHeight(USE_PREF_SIZE);
    getStyleClass().add("named");
    name.setId("browse-object-name");
    name.getStyleClass().add("mono");
    name.setPromptText("Name of an object, for example folder/file.txt");
    name.setAccessibleText("Name of an object: Enter opens it without a list");
    name.setOnAction(_ -> model.named().open(name.getText()));
    HBox.setHgrow(name, Priority.ALWAYS);
    Button open = button("browse-object-open", "Open by name");
    open.setOnAction(_ -> model.named().open(name.getText()));
    Button upload = button("browse-object-upload", "Upload as…");
    upload.setAccessibleText("Upload a file under this name");
    upload.setOnAction(_ -> upload());
    HBox line = new HBox(name, open, upload);
    line.getStyleClass().add("named-line");
    Label words = new Label();
    words.setId("browse-object-words");
    words.getStyleClass().add("muted");
    words.textProperty().bind(model.named().wordsProperty());
    words.managedProperty().bind(words.textProperty().isNotEmpty());
    words.setWrapText(true);
    words.setMinHeight(USE_PREF_SIZE);
    getChildren().addAll(line, words);
  }

  private static Button button(String id, String text) {
    Button button = new Button(text);
    button.setId(id);
    button.getStyleClass().add("small");
    button.setMinWidth(USE_PREF_SIZE);
    return button;
  }

  private void upload() {
    chooser
        .file(getScene().getWindow(), "Upload as " + Visible.text(name.getText()))
        .ifPresent(file -> model.named().upload(file, name.getText()));
  }

  /** Offered where a bucket refuses, with what of the name is known. */
  void show(Optional<Denied> denied) {
    Optional<StorageUri> at = denied.map(Denied::at).filter(it -> !it.isRoot());
    setVisible(at.isPresent());
    setManaged(at.isPresent());
    at.ifPresent(it -> name.setText(it.key()));
  }
}
