package dev.crosstrust.ui.routes.check;

import dev.crosstrust.ui.kit.DiffText;
import dev.crosstrust.ui.kit.Visible;
import dev.crosstrust.ui.kit.WrappedName;
import dev.crosstrust.ui.routes.check.CheckRow.Near;
import dev.crosstrust.ui.routes.check.CheckRow.Said;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What stands in a row. */
final class CheckCells {
  private CheckCells() {}

  static Node key(CheckRow row) {
    boolean code = row.key().contains(":") || row.key().contains(".") || row.key().contains("/");
    return lines(code ? value(row.key()) : WrappedName.whole(row.key(), "plain-text"));
  }

  /** Where operators have no column of their own. */
  static Node keyAndOperator(CheckRow row) {
    return row.operator().isEmpty()
        ? key(row)
        : lines(WrappedName.whole("%s, %s".formatted(row.key(), row.operator()), "plain-text"));
  }

  static Node operator(CheckRow row) {
    return lines(
        row.wants().isEmpty()
            ? muted(row.operator())
            : WrappedName.whole(Visible.text(row.operator()), "plain-text"));
  }

  static Node wants(CheckRow row) {
    if (row.wants().isEmpty()) {
      return lines(muted(CheckRow.NOTHING));
    }
    VBox cell = lines();
    Optional<Near> near = marked(row);
    for (int i = 0; i < row.wants().size(); i++) {
      int at = i;
      Node value =
          near.filter(pair -> pair.wanted() == at)
              .<Node>map(pair -> DiffText.wanted(pair.difference()))
              .orElseGet(() -> value(row.wants().get(at)));
      cell.getChildren().add(value);
    }
    return cell;
  }

  static Node says(CheckRow row) {
    if (row.says().isEmpty()) {
      return lines(muted(CheckRow.NOTHING));
    }
    VBox cell = lines();
    Optional<Near> near = marked(row);
    for (int i = 0; i < row.says().size(); i++) {
      int at = i;
      Said said = row.says().get(i);
      Region value =
          near.filter(pair -> pair.said() == at)
              .<Region>map(pair -> DiffText.had(pair.difference()))
              .orElseGet(() -> value(said.value()));
      cell.getChildren().add(withClaim(value, said));
    }
    return cell;
  }

  /** Where nothing is the same nothing has to be marked. */
  private static Optional<Near> marked(CheckRow row) {
    return row.near().filter(near -> near.difference().likeness() > 0);
  }

  private static Node withClaim(Region value, Said said) {
    if (said.claim() == null) {
      return value;
    }
    return new SaidLine(
        value, WrappedName.whole("(%s)".formatted(said.claim()), "mono", "muted-text"));
  }

  /** Whoever wrote a policy or a claim chose its characters: none of them is obeyed. */
  private static WrappedName value(String text) {
    return WrappedName.whole(Visible.text(text), "mono");
  }

  private static WrappedName muted(String text) {
    return WrappedName.whole(text, "plain-text", "muted-text");
  }

  private static VBox lines(Node... nodes) {
    VBox lines = new VBox(nodes);
    lines.setMouseTransparent(true);
    return lines;
  }
}
