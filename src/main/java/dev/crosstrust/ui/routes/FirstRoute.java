package dev.crosstrust.ui.routes;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;

/** What is offered where there is no route yet. */
final class FirstRoute {
  private FirstRoute() {}

  static List<Node> ways(Runnable make, Runnable take) {
    Button anew = new Button("New route…");
    anew.setId("routes-first");
    anew.getStyleClass().add("accent");
    anew.setOnAction(_ -> make.run());
    Button imported = new Button("Import route…");
    imported.setId("routes-import");
    imported.setOnAction(_ -> take.run());
    return List.of(anew, imported);
  }
}
