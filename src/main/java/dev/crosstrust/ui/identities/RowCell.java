package dev.crosstrust.ui.identities;

import dev.crosstrust.identity.Identity;
import dev.crosstrust.ui.kit.Badge;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A line of the list: who, what, as whom, from where. */
final class RowCell extends ListCell<Row> {
  private static final int GAP = 8;

  RowCell() {
    // The list is as wide as the window leaves it; what is too long is cut in the middle.
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(@Nullable Row row, boolean empty) {
    super.updateItem(row, empty);
    setText(null);
    setGraphic(empty || row == null ? null : view(row));
    setAccessibleText(
        switch (row) {
          case Row.Entry(Identity identity) -> Words.spoken(identity);
          case Row.Heading heading -> Words.cloud(heading.cloud());
          case null -> null;
        });
  }

  static Badge badge(Identity identity) {
    return new Badge(
        Words.state(identity.state()),
        switch (identity.state()) {
          case READY -> Badge.Tone.GOOD;
          case NEEDS_SIGN_IN -> Badge.Tone.UNSURE;
          case BROKEN -> Badge.Tone.BAD;
          case UNKNOWN -> Badge.Tone.NEUTRAL;
        });
  }

  private static Node view(Row row) {
    return switch (row) {
      case Row.Heading heading ->
          styled(new Label(Words.cloud(heading.cloud())), "identity-heading");
      case Row.Entry(Identity identity) -> view(identity);
    };
  }

  private static VBox view(Identity identity) {
    HBox head = line(whole(styled(new Label(identity.id()), "name")));
    if (identity.active()) {
      head.getChildren().add(whole(new Badge(Words.active(identity.cloud()), Badge.Tone.NEUTRAL)));
    }
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    head.getChildren().addAll(space, whole(badge(identity)));
    HBox what = line(whole(styled(new Label(Words.kind(identity.kind())), "muted")));
    if (identity.principal() != null) {
      what.getChildren().add(cut(identity.principal(), "mono"));
    }
    Label source = cut(identity.source(), "mono");
    source.getStyleClass().add("muted");
    VBox view = new VBox(head, what, source);
    view.getStyleClass().add("identity-row");
    return view;
  }

  private static HBox line(Node first) {
    HBox line = new HBox(GAP, first);
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }

  /** Beginning and end tell one file or name from another, so the middle goes. */
  private static Label cut(String text, String styleClass) {
    Label label = styled(new Label(text), styleClass);
    label.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    label.setTooltip(new Tooltip(text));
    label.setMinWidth(0);
    return label;
  }

  private static Label whole(Label label) {
    label.setMinWidth(Region.USE_PREF_SIZE);
    return label;
  }

  private static Label styled(Label label, String styleClass) {
    label.getStyleClass().add(styleClass);
    return label;
  }
}
