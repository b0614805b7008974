package dev.crosstrust.ui.browse;

import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TreeView;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/** Who was refused what, by what: four lines above the finding. */
final class DeniedPane extends VBox {
  private final VBox more = new VBox();

  DeniedPane() {
    more.getStyleClass().add("denied-more");
    setMinHeight(USE_PREF_SIZE);
    getStyleClass().add("denied");
    setId("browse-denied");
    setFocusTraversable(true);
  }

  /** Shows no more than the first line, for where an object below needs the room. */
  void brief(boolean little) {
    more.setVisible(!little);
    more.setManaged(!little);
  }

  void show(Optional<Denied> denied) {
    setVisible(denied.isPresent());
    setManaged(denied.isPresent());
    getChildren().clear();
    denied.ifPresent(this::show);
  }

  private void show(Denied denied) {
    Label title = new Label(denied.title());
    title.getStyleClass().add("finding-title");
    wrap(title);
    GridPane facts = new GridPane();
    facts.getStyleClass().add("facts");
    line(facts, "Principal", denied.principal());
    line(facts, "Action", denied.action());
    line(facts, "Resource", denied.resource());
    line(facts, "Kind of policy", denied.policy());
    more.getChildren().setAll(facts);
    getChildren().addAll(title, more);
    if (!denied.at().isRoot()) {
      Label meaning = new Label(denied.meaning());
      meaning.setId("browse-denied-meaning");
      wrap(meaning);
      more.getChildren().add(meaning);
    }
    setAccessibleText(
        "%s. Principal %s, resource %s, kind of policy %s"
            .formatted(denied.title(), denied.principal(), denied.resource(), denied.policy()));
    // The keyboard goes where the answer is; the tree keeps its own. Without a list of buckets
    // the answer is to type one.
    Scene scene = getScene();
    if (!denied.at().isRoot() && scene != null && !(scene.getFocusOwner() instanceof TreeView<?>)) {
      requestFocus();
    }
  }

  private static void wrap(Label label) {
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
  }

  private static void line(GridPane facts, String name, String value) {
    Label label = new Label(name);
    label.getStyleClass().add("muted");
    label.setMinWidth(USE_PREF_SIZE);
    Label said = new Label(value);
    wrap(said);
    said.getStyleClass().add("mono");
    facts.addRow(facts.getRowCount(), label, said);
  }
}
