package dev.crosstrust.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Pane;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class InspectionTest {
  @BeforeAll
  static void start() {
    Toolkit.start();
  }

  @Test
  void aControlWithoutANameIsAFlaw() {
    assertThat(flaws(new Button())).singleElement().asString().startsWith("has no accessible name");
    assertThat(flaws(new Button("Run route"))).isEmpty();
  }

  @Test
  void aFieldIsNamedByItsLabel() {
    TextField field = new TextField();
    Label label = new Label("Audience");
    assertThat(flaws(field, label)).hasSize(1);
    label.setLabelFor(field);
    assertThat(flaws(field, label)).isEmpty();
  }

  @Test
  void aTextThatIsCutOffIsAFlawUnlessATooltipSaysIt() {
    Label label = new Label("arn:aws:iam::111122223333:role/GCPWorkloadIAMRole");
    label.setMaxWidth(60);
    assertThat(flaws(label)).singleElement().asString().startsWith("is cut off");
    label.setTooltip(new Tooltip(label.getText()));
    assertThat(flaws(label)).isEmpty();
  }

  @Test
  void whatDoesNotFitIsAFlaw() {
    Button button = new Button("Run route");
    button.setLayoutX(280);
    assertThat(flaws(button)).singleElement().asString().startsWith("does not fit");
  }

  @Test
  void aSecretIsAFlawAlsoWhereOnlyAReaderHearsIt() {
    Button button = new Button("Copy token");
    button.setAccessibleText("ya29." + "a".repeat(40));
    assertThat(flaws(button)).singleElement().asString().startsWith("shows a secret");
  }

  @Test
  void whatIsNotVisibleIsNotLookedAt() {
    Button button = new Button();
    button.setVisible(false);
    assertThat(flaws(button)).isEmpty();
  }

  private static List<String> flaws(Node... nodes) {
    return Toolkit.call(
        () -> {
          Pane root = new Pane(nodes);
          Scene scene = new Scene(root, 300, 200);
          root.resize(scene.getWidth(), scene.getHeight());
          root.applyCss();
          root.layout();
          List<String> flaws = Inspection.of(root);
          root.getChildren().clear();
          return flaws;
        });
  }
}
