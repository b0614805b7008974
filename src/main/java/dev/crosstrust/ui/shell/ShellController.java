package dev.crosstrust.ui.shell;

import dev.crosstrust.ui.kit.HelpWanted;
import dev.crosstrust.ui.kit.Notices;
import dev.crosstrust.ui.kit.Screen;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.collections.ObservableMap;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** Puts the screens into the frame and the keys on them. */
public final class ShellController {
  private final ShellModel model;
  private final List<Screen> screens;
  private final Notices notices;
  private final Guide guide;
  private final Palette palette;
  private final CheatSheet sheet;
  private final HelpPane help;
  private final ToggleGroup choice = new ToggleGroup();
  private @Nullable Screen shown;

  /** The keys of the screen that is shown, as they are in the scene now. */
  private final Map<KeyCombination, Runnable> keysOfScreen = new HashMap<>();

  @FXML private StackPane root;
  @FXML private VBox rail;
  @FXML private StackPane stage;

  /**
   * @param screens in the order of the rail
   * @param guide lies over the frame, and below whatever else does
   * @param pages what there is to know about findings
   */
  @SuppressWarnings("NullAway.Init") // the loader sets the nodes before it calls initialize
  public ShellController(
      ShellModel model, List<Screen> screens, Notices notices, Guide guide, HelpModel pages) {
    this.model = model;
    this.screens = screens;
    this.notices = notices;
    this.guide = guide;
    help = new HelpPane(pages);
    palette = new Palette(this::entries);
    sheet = new CheatSheet(screens);
  }

  public ShellModel getModel() {
    return model;
  }

  @FXML
  void initialize() {
    for (Screen.Group group : Screen.Group.values()) {
      addGroup(group);
    }
    root.getChildren().addAll(guide.node(), palette, sheet, help, notices);
    root.addEventHandler(HelpWanted.ASKED, wanted -> help.open(wanted.id()));
    root.addEventHandler(KeyEvent.KEY_TYPED, this::typed);
    root.sceneProperty().subscribe(this::addKeys);
    model.screenProperty().subscribe(this::show);
  }

  @FXML
  void leave() {
    model.leave();
  }

  private List<Keys.Entry> entries() {
    List<Keys.Entry> entries = Keys.entries(screens, model);
    entries.add(new Keys.Entry("Help: finding ids…", Keys.words(Keys.HELP), help::open));
    return entries;
  }

  private void addKeys(@Nullable Scene scene) {
    if (scene == null) {
      return;
    }
    ObservableMap<KeyCombination, Runnable> keys = scene.getAccelerators();
    keys.put(Keys.PALETTE, palette::open);
    keys.put(Keys.CHEAT_SHEET, () -> sheet.open(shown));
    keys.put(Keys.HELP, help::open);
    keys.put(Keys.GUIDE, guide::focus);
    keys.put(Keys.CLOSE, () -> scene.getWindow().hide());
    for (Screen screen : screens) {
      KeyCombination combination = Keys.of(screens.indexOf(screen));
      if (combination != null) {
        keys.put(combination, () -> model.screenProperty().set(screen.id()));
      }
    }
    keys.putAll(keysOfScreen);
  }

  /** A question mark asks for the keys, unless it is part of a text. */
  private void typed(KeyEvent event) {
    if (event.getCharacter().equals("?") && !(event.getTarget() instanceof TextInputControl)) {
      sheet.open(shown);
    }
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
    String keys = Keys.words(Keys.of(screens.indexOf(screen)));
    ToggleButton entry = new ToggleButton(screen.title(), new FontIcon(screen.icon()));
    entry.setId("rail-" + screen.id());
    entry.setUserData(screen.id());
    entry.setToggleGroup(choice);
    entry.setTooltip(new Tooltip((screen.title() + "  " + keys).strip()));
    entry.setOnAction(
        _ -> {
          model.screenProperty().set(screen.id());
          // Pressing the chosen one again does not take it away.
          entry.setSelected(true);
        });
    return entry;
  }

  private void show(String id) {
    for (Screen screen : screens) {
      if (screen.id().equals(id)) {
        // Two screens may have the same key: the old one's goes before the new one's comes.
        removeKeys();
        stage.getChildren().setAll(screen.root());
        shown = screen;
        addKeys(screen);
        screen.shown().run();
      }
    }
    for (Node node : rail.getChildren()) {
      if (node instanceof ToggleButton entry) {
        entry.setSelected(id.equals(entry.getUserData()));
      }
    }
  }

  private void removeKeys() {
    Scene scene = root.getScene();
    if (scene != null) {
      keysOfScreen.keySet().forEach(scene.getAccelerators()::remove);
    }
    keysOfScreen.clear();
  }

  private void addKeys(Screen screen) {
    Scene scene = root.getScene();
    for (Screen.Action action : screen.actions()) {
      if (action.keys() != null) {
        keysOfScreen.put(action.keys(), action.run());
      }
    }
    if (scene != null) {
      scene.getAccelerators().putAll(keysOfScreen);
    }
  }
}
