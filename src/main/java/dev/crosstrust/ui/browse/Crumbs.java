package dev.crosstrust.ui.browse;

import dev.crosstrust.storage.StorageUri;
import dev.crosstrust.ui.kit.Visible;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The steps from all buckets to the place one is at; of many, the first and the last few. */
final class Crumbs extends HBox {
  private static final int MOST = 6;
  private static final int LAST = 3;

  private final BrowseModel model;
  private final Button edit = new Button(null, new FontIcon(Feather.EDIT_2));

  /**
   * @param typing makes the address a line to be typed
   */
  Crumbs(BrowseModel model, Runnable typing) {
    this.model = model;
    getStyleClass().add("crumbs");
    edit.setId("browse-edit-address");
    edit.getStyleClass().addAll("flat", "button-icon");
    edit.setAccessibleText("Type an address");
    edit.setTooltip(new Tooltip(Deed.ADDRESS.tip()));
    edit.setMinWidth(USE_PREF_SIZE);
    edit.setOnAction(_ -> typing.run());
    setOnMouseClicked(_ -> typing.run());
  }

  void show(StorageUri place) {
    getChildren().clear();
    List<StorageUri> steps = steps(place);
    for (int at = 0; at < steps.size(); at++) {
      boolean hidden = steps.size() > MOST && at > 1 && at < steps.size() - LAST;
      if (at > 1 && !hidden) {
        getChildren().add(styled(new Label("/"), "between"));
      }
      if (!hidden) {
        getChildren().add(crumb(steps.get(at)));
      } else if (at == 2) {
        getChildren()
            .addAll(styled(new Label("/"), "between"), gap(steps.get(steps.size() - LAST - 1)));
      }
    }
    Region rest = new Region();
    HBox.setHgrow(rest, Priority.ALWAYS);
    getChildren().addAll(rest, edit);
  }

  /** Stands for the steps in between, and leads to the last of them. */
  private Hyperlink gap(StorageUri last) {
    return link("…", last);
  }

  private Hyperlink crumb(StorageUri step) {
    String name =
        step.isRoot() ? step.toString() : Visible.text(step.name()).replaceFirst("/$", "");
    Hyperlink crumb = link(name, step);
    if (step.isRoot()) {
      crumb.setMinWidth(USE_PREF_SIZE);
    }
    if (step.equals(model.placeProperty().get())) {
      crumb.getStyleClass().add("here");
    }
    return crumb;
  }

  private Hyperlink link(String text, StorageUri step) {
    Hyperlink link = new Hyperlink(text);
    link.getStyleClass().add("mono");
    String words = "Go to " + Visible.text(step.toString());
    link.setAccessibleText(words);
    link.setTooltip(new Tooltip(words));
    link.setOnAction(_ -> model.open(step));
    return link;
  }

  private static Label styled(Label label, String styleClass) {
    label.getStyleClass().add(styleClass);
    label.setMinWidth(USE_PREF_SIZE);
    return label;
  }

  private static List<StorageUri> steps(StorageUri place) {
    List<StorageUri> steps = new ArrayList<>();
    StorageUri step = place;
    while (!step.isRoot()) {
      steps.add(step);
      step = step.parent();
    }
    steps.add(step);
    Collections.reverse(steps);
    return steps;
  }
}
