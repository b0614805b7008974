package dev.crosstrust.ui.shell;

import dev.crosstrust.ui.kit.Screen;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** Puts the screens into the frame and the keys on them. */
public final class ShellController {
  private static final List<KeyCode> DIGITS =
      List.of(
          KeyCode.DIGIT1,
          KeyCode.DIGIT2,
          KeyCode.DIGIT3,
          KeyCode.DIGIT4,
          KeyCode.DIGIT5,
          KeyCode.DIGIT6,
          KeyCode.DIGIT7,
          KeyCode.DIGIT8,
          KeyCode.DIGIT9);

  private final ShellModel model;
  private final List<Screen> screens;
  private final ToggleGroup choice = new ToggleGroup();

  @FXML private StackPane root;
  @FXML private VBox rail;
  @FXML private StackPane stage;
  @FXML private VBox notices;

  /**
   * @param screens in the order of the rail
   */
  @SuppressWarnings("NullAway.Init") // the loader sets the nodes before it calls initialize
  public ShellController(ShellModel model, List<Screen> screens) {
    this.model = model;
    this.screens = screens;
  }

  public ShellModel getModel() {
    return model;
  }

  @FXML
  void initialize() {
    notices.setMouseTransparent(true);
    for (Screen.Group group : Screen.Group.values()) {
      addGroup(group);
    }
    Palette palette = new Palette(screens, model);
    root.getChildren().add(palette);
    root.sceneProperty()
        .subscribe(
            scene -> {
              if (scene != null) {
                scene
                    .getAccelerators()
                    .put(
                        new KeyCodeCombination(KeyCode.K, KeyCombination.SHORTCUT_DOWN),
                        palette::open);
              }
            });
    model.screenProperty().subscribe(this::show);
  }

  private void addGroup(Screen.Group group) {
    List<Screen> members = screens.stream().filter(screen -> screen.group() == group).toList();
    if (members.isEmpty()) {
      return;
    }
    if (group == Screen.Group.FOOT) {
      Region gap = new Region();
      VBox.setVgrow(gap, Priority.ALWAYS);
      rail.getChildren().add(gap);
    } else {
      rail.getChildren().add(heading(group));
    }
    members.forEach(screen -> rail.getChildren().add(entry(screen)));
  }

  private Label heading(Screen.Group group) {
    Label heading = new Label(group.heading());
    heading.getStyleClass().add("heading");
    if (rail.getChildren().isEmpty()) {
      heading.getStyleClass().add("first");
    }
    return heading;
  }

  private ToggleButton entry(Screen screen) {
    KeyCombination keys =
        new KeyCodeCombination(DIGITS.get(screens.indexOf(screen)), KeyCombination.SHORTCUT_DOWN);
    ToggleButton entry = new ToggleButton(screen.title(), new FontIcon(screen.icon()));
    entry.setId("rail-" + screen.id());
    entry.setUserData(screen.id());
    entry.setToggleGroup(choice);
    entry.setTooltip(new Tooltip(screen.title() + "  " + keys.getDisplayText()));
    entry.setOnAction(_ -> model.screenProperty().set(screen.id()));
    entry
        .sceneProperty()
        .subscribe(
            scene -> {
              if (scene != null) {
                scene.getAccelerators().put(keys, entry::fire);
              }
            });
    return entry;
  }

  private void show(String id) {
    for (Screen screen : screens) {
      if (screen.id().equals(id)) {
        stage.getChildren().setAll(screen.root());
        screen.shown().run();
      }
    }
    for (Node node : rail.getChildren()) {
      if (node instanceof ToggleButton entry) {
        entry.setSelected(id.equals(entry.getUserData()));
      }
    }
  }
}
