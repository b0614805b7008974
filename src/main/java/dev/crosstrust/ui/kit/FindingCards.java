package dev.crosstrust.ui.kit;

import dev.crosstrust.finding.Finding;
import dev.crosstrust.ui.kit.FindingCard.Brief;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;
import javafx.scene.layout.VBox;

/**
 * Findings beside other things, the most likely first: that one with its reasons, the others a line
 * each.
 */
public final class FindingCards extends VBox {
  public FindingCards() {
    getStyleClass().add("finding-cards");
  }

  /**
   * Shows these, now and whenever they change.
   *
   * @param opened the ids of those that are open; this is where it is remembered
   */
  public void follow(ObservableList<Finding> findings, ObservableSet<String> opened) {
    findings.subscribe(() -> show(findings, opened));
    show(findings, opened);
  }

  private void show(ObservableList<Finding> findings, ObservableSet<String> opened) {
    getChildren().clear();
    for (Finding finding : findings) {
      Brief brief = getChildren().isEmpty() ? Brief.REASONS : Brief.TITLE;
      getChildren().add(new FindingCard(finding, brief, open(finding, opened)));
    }
    setVisible(!findings.isEmpty());
    setManaged(!findings.isEmpty());
  }

  private static BooleanProperty open(Finding finding, ObservableSet<String> opened) {
    BooleanProperty open = new SimpleBooleanProperty(opened.contains(finding.id()));
    open.subscribe(
        now -> {
          if (now) {
            opened.add(finding.id());
          } else {
            opened.remove(finding.id());
          }
        });
    return open;
  }
}
