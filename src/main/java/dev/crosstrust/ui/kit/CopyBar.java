package dev.crosstrust.ui.kit;

import dev.crosstrust.finding.Fix;
import javafx.geometry.VPos;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The same fix in each language there is it in, each to be copied. */
final class CopyBar extends FlowPane {
  private static final int GAP = 6;

  CopyBar(Fix fix, @Nullable String json, Widening widening) {
    super(GAP, GAP);
    setRowValignment(VPos.CENTER);
    add("aws command", fix.aws(), widening);
    add("gcloud command", fix.gcloud(), widening);
    add("Terraform", fix.terraform(), widening);
    add("JSON", json, widening);
    if (!getChildren().isEmpty()) {
      getChildren().add(widening.copied());
    }
  }

  private void add(String what, @Nullable String text, Widening widening) {
    if (text != null) {
      Button copy = new Button("Copy " + what, new FontIcon(Feather.COPY));
      copy.getStyleClass().add("small");
      copy.setMinWidth(USE_PREF_SIZE);
      copy.setOnAction(_ -> widening.copy(what, text));
      getChildren().add(copy);
    }
  }
}
