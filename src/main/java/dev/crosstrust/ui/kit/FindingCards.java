package dev.crosstrust.ui.kit;

import dev.crosstrust.finding.Finding;
import dev.crosstrust.ui.kit.FindingCard.Brief;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * Findings beside other things, the most likely first: that one with its reasons, the others a line
 * each.
 */
public final class FindingCards extends VBox {
  private @Nullable Consumer<Finding> fixes;

  public FindingCards() {
    getStyleClass().add("finding-cards");
  }

  /** Has ways to mend something shown there, instead of where its card stands. */
  public void showFixes(Consumer<Finding> place) {
    fixes = place;
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

  /** Whether one of the cards has this among its reasons without being opened. */
  public boolean tells(String reason) {
    return getChildren().stream()
        .map(FindingCard.class::cast)
        .anyMatch(card -> card.told().contains(reason));
  }

  private void show(ObservableList<Finding> findings, ObservableSet<String> opened) {
    getChildren().clear();
    for (Finding finding : findings) {
      Brief brief = getChildren().isEmpty() ? Brief.REASONS : Brief.TITLE;
      FindingCard card = new FindingCard(finding, brief, open(finding, opened));
      Consumer<Finding> place = fixes;
      if (place != null && !finding.fix().isEmpty()) {
        card.showFix(() -> place.accept(finding));
      }
      getChildren().add(card);
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
