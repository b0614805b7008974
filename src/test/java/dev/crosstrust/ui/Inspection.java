package dev.crosstrust.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TreeView;
import javafx.scene.text.Text;

/** What no window may have, in whatever state: as sentences, empty when all is well. */
final class Inspection {
  /** A whole JWT, a Google access token, an AWS secret or session token as they look. */
  private static final Pattern SECRET =
      Pattern.compile(
          "eyJ[\\w-]{10,}\\.[\\w-]{10,}\\.[\\w-]{20,}|ya29\\.[\\w-]{20,}|\\bFw[oO]G[\\w/+]{20,}"
              + "|-----BEGIN [A-Z ]*PRIVATE KEY");

  private static final double HALF_A_PIXEL = 0.5;

  private final Parent root;
  private final List<String> flaws = new ArrayList<>();

  private Inspection(Parent root) {
    this.root = root;
  }

  static List<String> of(Parent root) {
    Inspection inspection = new Inspection(root);
    inspection.look(root, false);
    return inspection.flaws;
  }

  /** A cell that shows nothing any more may remember that its text was too long. */
  private static boolean cutOff(Labeled labeled) {
    return labeled.isTextTruncated() && labeled.getText() != null && !labeled.getText().isEmpty();
  }

  /**
   * @param scrolled whether a scroll pane or a list shows a part of what is here
   */
  private void look(Node node, boolean scrolled) {
    if (!node.isVisible() || node.getOpacity() == 0) {
      return;
    }
    if (operable(node) && name(node).isEmpty()) {
      flaws.add("has no accessible name: " + node);
    }
    if (node instanceof Labeled labeled && cutOff(labeled) && untold(labeled)) {
      flaws.add("is cut off, and no tooltip says the rest: \"%s\"".formatted(labeled.getText()));
    }
    if (!scrolled && node instanceof Control && outside(node)) {
      flaws.add("does not fit into the window: " + node);
    }
    texts(node)
        .filter(text -> SECRET.matcher(text).find())
        .forEach(_ -> flaws.add("shows a secret: " + node.getClass() + " " + node.getId()));
    // The list and the editor of a combo box speak for it.
    if (node instanceof Parent parent && !(node instanceof ComboBoxBase)) {
      boolean below =
          scrolled
              || node instanceof ScrollPane
              || node instanceof TableView
              || node instanceof ListView
              || node instanceof TreeView
              || node instanceof TextInputControl;
      parent.getChildrenUnmodifiable().forEach(child -> look(child, below));
    }
  }

  private static boolean operable(Node node) {
    return node instanceof ButtonBase
        || node instanceof TextInputControl
        || node instanceof ComboBoxBase
        || node instanceof TableView
        || node instanceof ListView
        || node instanceof TreeView
        || (node.isFocusTraversable() && !(node instanceof ScrollPane));
  }

  private static Optional<String> name(Node node) {
    return Stream.of(
            node.getAccessibleText(),
            node instanceof Labeled labeled ? labeled.getText() : null,
            labelled(node))
        .filter(text -> text != null && !text.isBlank())
        .findFirst();
  }

  private static String labelled(Node node) {
    return node.getScene().getRoot().lookupAll(".label").stream()
        .filter(label -> label instanceof Label it && node.equals(it.getLabelFor()))
        .map(label -> ((Label) label).getText())
        .findFirst()
        .orElse(null);
  }

  /** Whether neither it nor what holds it says the whole text to a pointer that rests on it. */
  private static boolean untold(Node node) {
    for (Node it = node; it != null; it = it.getParent()) {
      if ((it instanceof Control control && control.getTooltip() != null)
          || it.getProperties().keySet().stream()
              .anyMatch(key -> key.toString().endsWith("Tooltip"))) {
        return false;
      }
    }
    return true;
  }

  private boolean outside(Node node) {
    Bounds at = node.localToScene(node.getLayoutBounds());
    return at.getMinX() < -HALF_A_PIXEL
        || at.getMinY() < -HALF_A_PIXEL
        || at.getMaxX() > root.getLayoutBounds().getWidth() + HALF_A_PIXEL
        || at.getMaxY() > root.getLayoutBounds().getHeight() + HALF_A_PIXEL;
  }

  private static Stream<String> texts(Node node) {
    return Stream.of(
            node.getAccessibleText(),
            node.getAccessibleHelp(),
            node instanceof Labeled labeled ? labeled.getText() : null,
            node instanceof TextInputControl input ? input.getText() : null,
            node instanceof Text text ? text.getText() : null)
        .filter(text -> text != null);
  }
}
