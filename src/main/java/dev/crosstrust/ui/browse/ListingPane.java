package dev.crosstrust.ui.browse;

import dev.crosstrust.finding.Finding;
import dev.crosstrust.ui.kit.FindingCard;
import dev.crosstrust.ui.kit.StatePane;
import javafx.beans.Observable;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The tree on the left; the table, or what stands in its way, with the preview on the right. */
final class ListingPane extends SplitPane {
  private static final double TREE = 0.26;

  ListingPane(BrowseModel model) {
    getStyleClass().add("listing");
    ListingModel listing = model.getListing();
    EntryTable table = new EntryTable(model);
    StatePane state = new StatePane();
    state.follow(listing.phaseProperty(), _ -> table, listing::stop);
    VBox.setVgrow(state, Priority.ALWAYS);
    DeniedPane denied = new DeniedPane();
    model.deniedProperty().subscribe(denied::show);
    VBox problems = new VBox();
    problems.getStyleClass().add("finding-cards");
    listing.problems().addListener((Observable _) -> show(listing.problems(), problems));
    VBox right = new VBox(denied, state, problems, new PreviewPane(model));
    right.getStyleClass().add("listing-right");
    getItems().setAll(new PlacesPane(model), right);
    setDividerPositions(TREE);
    SplitPane.setResizableWithParent(getItems().getFirst(), false);
  }

  private static void show(Iterable<Finding> findings, VBox cards) {
    cards.getChildren().clear();
    findings.forEach(finding -> cards.getChildren().add(new FindingCard(finding)));
  }
}
