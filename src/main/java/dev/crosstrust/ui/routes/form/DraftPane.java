package dev.crosstrust.ui.routes.form;

import dev.crosstrust.route.file.RouteKey;
import dev.crosstrust.ui.kit.FocusFollower;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The values at the left, the file that comes of them at the right. */
final class DraftPane extends HBox {
  private static final String UNFINISHED =
      "The file is shown here as soon as the values make a route.";

  private final FieldGrid grid = new FieldGrid();
  private final TextArea preview = new TextArea();

  DraftPane(DraftModel draft, List<String> notes) {
    getStyleClass().add("draft");
    VBox fields = new VBox();
    fields.getStyleClass().add("draft-fields");
    if (!notes.isEmpty()) {
      fields.getChildren().add(notes(notes));
    }
    Fields.fill(grid, draft);
    grid.focusWhenShown(RouteKey.NAME);
    fields.getChildren().addAll(grid, new StepsPane(draft));
    ScrollPane scroll = new ScrollPane(fields);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("edge-to-edge");
    scroll.setFocusTraversable(false);
    scroll.setMinWidth(0);
    FocusFollower.on(scroll);
    HBox.setHgrow(scroll, Priority.ALWAYS);
    getChildren().setAll(scroll, preview(draft));
  }

  private static VBox notes(List<String> notes) {
    Label title = new Label("What the file says");
    title.getStyleClass().add("section-title");
    VBox box = new VBox(title);
    box.setId("route-form-notes");
    box.getStyleClass().add("draft-notes");
    for (String note : notes) {
      Label label = new Label(note);
      label.setWrapText(true);
      box.getChildren().add(label);
    }
    return box;
  }

  private VBox preview(DraftModel draft) {
    Label title = new Label("File");
    title.getStyleClass().add("section-title");
    title.setLabelFor(preview);
    preview.setId("route-form-preview");
    preview.setEditable(false);
    preview.setWrapText(true);
    preview.setPromptText(UNFINISHED);
    preview.setAccessibleText("The file that will be written");
    preview.getStyleClass().add("evidence");
    draft
        .draftedProperty()
        .subscribe(
            _ -> {
              double top = preview.getScrollTop();
              preview.setText(draft.preview());
              preview.setScrollTop(top);
            });
    VBox.setVgrow(preview, Priority.ALWAYS);
    VBox box = new VBox(title, preview);
    box.getStyleClass().add("draft-preview");
    return box;
  }
}
