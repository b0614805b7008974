package dev.crosstrust.ui.explain;

import dev.crosstrust.diagnosis.Explained;
import dev.crosstrust.ui.kit.FindingCards;
import dev.crosstrust.ui.kit.FocusFollower;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/** What a text means, then what could be read out of it. */
final class ExplainedPane extends ScrollPane {
  ExplainedPane(ExplainModel model, Explained explained) {
    getStyleClass().add("edge-to-edge");
    setFitToWidth(true);
    setFocusTraversable(false);
    VBox column = new VBox();
    column.getStyleClass().add("explained");
    List<Facts> answer = Facts.ofAnswer(explained);
    List<Facts> denial = Facts.ofDenial(explained.denial());
    if (explained.findings().isEmpty()) {
      column.getChildren().add(unknown(answer.isEmpty() && denial.isEmpty()));
    }
    FindingCards cards = new FindingCards();
    cards.follow(model.findings(), model.opened());
    column.getChildren().add(cards);
    if (!denial.isEmpty()) {
      column.getChildren().add(new FactsPane("Who was refused what", denial));
    }
    if (!answer.isEmpty()) {
      column.getChildren().add(new FactsPane("The answer", answer));
    }
    setContent(column);
    FocusFollower.on(this);
  }

  private static VBox unknown(boolean nothing) {
    Label title = new Label("Nothing is known of this text");
    title.getStyleClass().add("title-4");
    Label rest =
        new Label(
            nothing
                ? "No service, status, code or refusal could be read out of it. An error is read"
                    + " best as it came, with its code and the lines around it."
                : "Here is what could be read out of it.");
    rest.setWrapText(true);
    rest.getStyleClass().add("muted");
    VBox unknown = new VBox(title, rest);
    unknown.getStyleClass().add("unknown");
    return unknown;
  }
}
