package dev.crosstrust.ui.lens;

import dev.crosstrust.finding.Finding;
import dev.crosstrust.token.Token;
import dev.crosstrust.ui.kit.Badge;
import dev.crosstrust.ui.kit.FindingCard;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
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
  private static final double MOST = 0.36;

  ReportPane(LensModel model, Token token) {
    getStyleClass().add("report");
    ClaimsTable claims = new ClaimsTable(model);
    ToggleButton cel = new ToggleButton("Google CEL");
    cel.setId("show-cel");
    cel.getStyleClass().add("small");
    cel.setTooltip(new Tooltip("Show how a Google pool provider addresses each claim"));
    claims.celProperty().bind(cel.selectedProperty());
    getChildren()
        .setAll(
            head("Claims", new Badge(token.family().id(), Badge.Tone.NEUTRAL), cel),
            claims.table());
    setVgrow(claims.table(), Priority.ALWAYS);
    Node found = below(this, model.findings());
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
  static ScrollPane below(Region whole, ObservableList<Finding> findings) {
    VBox cards = new VBox();
    cards.getStyleClass().add("finding-cards");
    ScrollPane scroll = new ScrollPane(cards);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().addAll("edge-to-edge", "findings-below");
    scroll.setFocusTraversable(false);
    scroll
        .prefHeightProperty()
        .bind(Bindings.min(cards.heightProperty().add(2), whole.heightProperty().multiply(MOST)));
    scroll.setMinHeight(USE_PREF_SIZE);
    Runnable show =
        () -> {
          cards.getChildren().setAll(cards(findings));
          scroll.setVisible(!findings.isEmpty());
          scroll.setManaged(!findings.isEmpty());
        };
    findings.addListener((ListChangeListener<Finding>) _ -> show.run());
    show.run();
    return scroll;
  }

  private static List<FindingCard> cards(List<Finding> findings) {
    return findings.stream().map(FindingCard::new).toList();
  }
}
