package dev.crosstrust.ui.routes.setup;

import dev.crosstrust.setup.item.SetupItem;
import dev.crosstrust.ui.kit.Badge;
import dev.crosstrust.ui.kit.FixBox;
import dev.crosstrust.ui.kit.Prose;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** One piece whole: what must be so, what was seen, and what makes it. */
final class SetupDetail extends VBox {
  SetupDetail(SetupItem item) {
    getStyleClass().add("setup-detail");
    Badge badge =
        new Badge(
            SetupItemCell.word(item.state()),
            switch (item.state()) {
              case PRESENT -> Badge.Tone.GOOD;
              case MISSING -> Badge.Tone.BAD;
              case UNKNOWN -> Badge.Tone.UNSURE;
            });
    Label title = new Label(item.item());
    title.setWrapText(true);
    title.getStyleClass().add("section-title");
    getChildren().addAll(badge, title, new Prose(item.because(), "muted"));
    item.fix().forEach(fix -> getChildren().add(new FixBox(fix)));
  }
}
