package dev.crosstrust.ui.lens;

import dev.crosstrust.finding.Finding;
import dev.crosstrust.token.Family;
import dev.crosstrust.token.Token;
import dev.crosstrust.ui.kit.Badge;
import dev.crosstrust.ui.kit.FindingCards;
import java.util.Set;
import javafx.beans.binding.Bindings;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What a token claims, and what is wrong with it below. */
final class ReportPane extends VBox {
  /** Findings may have this share of the height; the rest is scrolled to. */
  private static final double MOST = 0.45;

  /** What AWS makes is read by Google alone. */
  private static final Set<Family> FOR_GOOGLE =
      Set.of(Family.AWS_OUTBOUND, Family.AWS_SIGNED_REQUEST);

  ReportPane(LensModel model, Token token) {
    getStyleClass().add("report");
    ClaimsTable claims = new ClaimsTable(model);
    ToggleButton cel = new ToggleButton("Google CEL");
    cel.setId("show-cel");
    cel.getStyleClass().add("small");
    cel.setTooltip(new Tooltip("Show how a Google pool provider addresses each claim"));
    cel.setSelected(FOR_GOOGLE.contains(token.family()));
    claims.celProperty().bind(cel.selectedProperty());
    getChildren()
        .setAll(
            head("Claims", new Badge(token.family().id(), Badge.Tone.NEUTRAL), cel),
            claims.table());
    setVgrow(claims.table(), Priority.ALWAYS);
    Node found = below(this, model.findings(), model.opened());
    getChildren().add(found);
  }

  /** A line above a table. */
  static HBox head(String title, Node... more) {
    Label name = new Label(title);
    name.getStyleClass().add("section-title");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox head = new HBox(name, gap);
    head.getChildren().addAll(more);
    head.getStyleClass().add("row");
    return head;
  }

  /** Findings that follow a list, as high as they are but not too high. */
  static ScrollPane below(
      Region whole, ObservableList<Finding> findings, ObservableSet<String> opened) {
    FindingCards cards = new FindingCards();
    cards.follow(findings, opened);
    ScrollPane scroll = new ScrollPane(cards);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().addAll("edge-to-edge", "findings-below");
    scroll.setFocusTraversable(false);
    scroll
        .prefHeightProperty()
        .bind(Bindings.min(cards.heightProperty().add(2), whole.heightProperty().multiply(MOST)));
    scroll.setMinHeight(USE_PREF_SIZE);
    scroll.visibleProperty().bind(cards.visibleProperty());
    scroll.managedProperty().bind(cards.visibleProperty());
    return scroll;
  }
}
