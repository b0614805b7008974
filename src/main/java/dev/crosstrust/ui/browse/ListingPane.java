package dev.crosstrust.ui.browse;

import dev.crosstrust.finding.Finding;
import dev.crosstrust.ui.kit.Chooser;
import dev.crosstrust.ui.kit.FindingCard;
import dev.crosstrust.ui.kit.StatePane;
import javafx.beans.Observable;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The tree on the left; the table, or what stands in its way, with the preview on the right. */
final class ListingPane extends SplitPane {
  private static final double ROOM_FOR_ALL_OF_DENIED = 400;
  private static final double TREE = 0.24;
  private static final double TABLE = 0.58;

  ListingPane(BrowseModel model, Chooser chooser) {
    getStyleClass().add("listing");
    Node content = content(model, chooser);
    SplitPane right = new SplitPane(content);
    right.setOrientation(Orientation.VERTICAL);
    right.getStyleClass().add("listing");
    PreviewPane preview = new PreviewPane(model);
    SplitPane.setResizableWithParent(preview, false);
    model
        .selectedProperty()
        .subscribe(_ -> show(right, preview, model.selectedObject().isPresent()));
    Node tables = new TablesPane(model.tables());
    model
        .tables()
        .placeProperty()
        .subscribe(
            at -> {
              right.getItems().setAll(at.isPresent() ? tables : content);
              show(right, preview, at.isEmpty() && model.selectedObject().isPresent());
            });
    PlacesPane places = new PlacesPane(model);
    SplitPane.setResizableWithParent(places, false);
    getItems().setAll(places, right);
    setDividerPositions(TREE);
  }

  private static void show(SplitPane right, Node preview, boolean wanted) {
    if (wanted && !right.getItems().contains(preview)) {
      right.getItems().add(preview);
      right.setDividerPositions(TABLE);
    } else if (!wanted) {
      right.getItems().remove(preview);
    }
  }

  private static Node content(BrowseModel model, Chooser chooser) {
    ListingModel listing = model.getListing();
    EntryTable table = new EntryTable(model);
    StatePane state = new StatePane();
    state.follow(listing.phaseProperty(), _ -> table, listing::stop);
    VBox.setVgrow(state, Priority.ALWAYS);
    DeniedPane denied = new DeniedPane();
    NamedPane named = new NamedPane(model, chooser);
    listing
        .deniedProperty()
        .subscribe(
            refusal -> {
              denied.show(refusal);
              named.show(refusal);
            });
    VBox problems = new VBox();
    problems.getStyleClass().add("finding-cards");
    listing.problems().addListener((Observable _) -> show(listing.problems(), problems));
    VBox content = new VBox(denied, named, state, problems);
    content
        .heightProperty()
        .subscribe(height -> denied.brief(height.doubleValue() < ROOM_FOR_ALL_OF_DENIED));
    content.getStyleClass().add("listing-right");
    return content;
  }

  private static void show(Iterable<Finding> findings, VBox cards) {
    cards.getChildren().clear();
    findings.forEach(finding -> cards.getChildren().add(new FindingCard(finding)));
  }
}
