package dev.crosstrust.ui.identities;

import dev.crosstrust.identity.Identity;
import dev.crosstrust.ui.kit.CopyButton;
import dev.crosstrust.ui.kit.FindingCard;
import dev.crosstrust.ui.kit.WrappedName;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** All that files say of one identity, and what is wrong with it. */
final class Details extends VBox {
  private static final int GAP = 8;

  Details() {
    getStyleClass().add("identity-details");
  }

  void show(@Nullable Identity identity) {
    getChildren().clear();
    if (identity == null) {
      return;
    }
    setAccessibleText("Details of " + identity.id());
    HBox head = new HBox(GAP, label(identity.id(), "title"), RowCell.badge(identity));
    head.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(head, facts(identity));
    if (identity.findings().isEmpty()) {
      getChildren().add(label(calm(identity.state()), "muted"));
    }
    identity.findings().forEach(finding -> getChildren().add(new FindingCard(finding)));
  }

  private static GridPane facts(Identity identity) {
    GridPane facts = new GridPane();
    facts.getStyleClass().add("facts");
    fact(facts, "Cloud", label(Words.cloud(identity.cloud()), "fact"));
    fact(facts, "Kind", label(Words.kind(identity.kind()), "fact"));
    if (identity.principal() != null) {
      fact(facts, "Stands for", copied("principal", identity.principal()));
    }
    fact(facts, "Read from", copied("source", identity.source()));
    fact(
        facts,
        "In use",
        label(identity.active() ? Words.active(identity.cloud()) : "not active", "fact"));
    return facts;
  }

  private static void fact(GridPane facts, String name, Node value) {
    Label label = label(name, "fact-name");
    label.setMinWidth(Region.USE_PREF_SIZE);
    GridPane.setValignment(label, VPos.TOP);
    GridPane.setHgrow(value, Priority.ALWAYS);
    facts.addRow(facts.getRowCount(), label, value);
  }

  private static HBox copied(String what, String text) {
    WrappedName value = WrappedName.whole(text, "mono");
    HBox.setHgrow(value, Priority.ALWAYS);
    HBox line = new HBox(value, new CopyButton(what, text));
    line.setAlignment(Pos.TOP_LEFT);
    return line;
  }

  private static String calm(Identity.State state) {
    return switch (state) {
      case READY -> "Nothing is wrong with it, as far as files tell.";
      case UNKNOWN -> "Files do not tell whether it works; a run does.";
      case NEEDS_SIGN_IN, BROKEN -> "It cannot be used now.";
    };
  }

  private static Label label(String text, String styleClass) {
    Label label = new Label(text);
    label.setWrapText(true);
    label.getStyleClass().add(styleClass);
    return label;
  }
}
