package dev.crosstrust.ui.kit;

import dev.crosstrust.finding.Finding;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** Where fixes are shown: over something else, which waits and gets the focus back. */
public final class FixPlace {
  private final StackPane stack;
  private final Node under;
  private final Function<Finding, Optional<Change>> changes;
  private @Nullable Node before;

  /**
   * @param stack what holds {@code under}, and the fix while there is one
   * @param changes the document that a finding is about, as it would be right
   */
  public FixPlace(StackPane stack, Node under, Function<Finding, Optional<Change>> changes) {
    this.stack = stack;
    this.under = under;
    this.changes = changes;
  }

  /** Shows how to mend this. */
  public void show(Finding finding) {
    close();
    before = stack.getScene() == null ? null : stack.getScene().getFocusOwner();
    FixPane pane = new FixPane(finding, changes.apply(finding), this::close);
    under.setVisible(false);
    under.setDisable(true);
    stack.getChildren().add(pane);
    pane.focusFirst();
  }

  /** Takes it away; does nothing when there is none. */
  public void close() {
    if (stack.getChildren().removeIf(FixPane.class::isInstance)) {
      under.setDisable(false);
      under.setVisible(true);
      if (before != null) {
        before.requestFocus();
      }
    }
  }
}
