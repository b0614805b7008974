package dev.crosstrust.ui;

import dev.crosstrust.finding.HelpPages;
import dev.crosstrust.surroundings.Surroundings;
import dev.crosstrust.ui.kit.Chooser;
import dev.crosstrust.ui.kit.Fxml;
import dev.crosstrust.ui.kit.Look;
import dev.crosstrust.ui.kit.Notices;
import dev.crosstrust.ui.kit.Screen;
import dev.crosstrust.ui.kit.SystemChooser;
import dev.crosstrust.ui.routes.RoutesScreen;
import dev.crosstrust.ui.settings.SettingsModel;
import dev.crosstrust.ui.settings.WindowMemory;
import dev.crosstrust.ui.shell.HelpModel;
import dev.crosstrust.ui.shell.Keys;
import dev.crosstrust.ui.shell.ShellController;
import dev.crosstrust.ui.shell.ShellModel;
import dev.crosstrust.ui.task.Background;
import dev.crosstrust.ui.task.Phase;
import dev.crosstrust.ui.walkthrough.Spotlight;
import dev.crosstrust.ui.walkthrough.WalkthroughModel;
import dev.crosstrust.ui.walkthrough.WalkthroughScreen;
import dev.crosstrust.ui.workplace.KnownIdentities;
import dev.crosstrust.ui.workplace.SandboxDoor;
import dev.crosstrust.ui.workplace.Workplace;
import java.util.List;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.util.Subscription;

/** Builds the window. Nothing of it asks a network or reads a file before it is shown. */
public final class Desktop implements AutoCloseable {
  private static final int WIDTH = 1280;
  private static final int HEIGHT = 800;

  private final WindowMemory memory;
  private final KnownIdentities identities;
  private final SandboxDoor door;
  private final ShellModel shell;
  private final Notices notices = new Notices();
  private final Scene scene;
  private final Subscription look;

  /**
   * @param workplace what the screens work on; closed by whoever made it
   * @param memory what the window was like the last time
   */
  public Desktop(Background background, Workplace workplace, WindowMemory memory) {
    this(background, workplace, memory, new SystemChooser());
  }

  /**
   * @param chooser asks for files and folders
   */
  public Desktop(Background background, Workplace workplace, WindowMemory memory, Chooser chooser) {
    this.memory = memory;
    identities = new KnownIdentities(background, workplace);
    door = new SandboxDoor(background, workplace);
    shell = new ShellModel(workplace, door);
    identities.phase().subscribe(phase -> shell.identities(Phase.readyOr(phase, List.of())));
    SettingsModel settings = new SettingsModel(background, memory);
    WalkthroughModel walkthrough = new WalkthroughModel(background, workplace, door, memory);
    walkthrough.progressProperty().subscribe(shell::progress);
    List<Screen> screens =
        Screens.of(
            background,
            workplace,
            identities,
            WalkthroughScreen.of(walkthrough, () -> go(RoutesScreen.ID)),
            settings,
            chooser,
            this::go);
    Spotlight spotlight = new Spotlight(walkthrough, this::go, id -> Keys.wordsOf(screens, id));
    scene =
        new Scene(
            Fxml.load(
                new ShellController(
                    shell, screens, notices, spotlight, new HelpModel(background, HelpPages::all))),
            WIDTH,
            HEIGHT);
    Look.dress(scene);
    look = Look.follow(settings.themeProperty());
    shell.screenProperty().set(first(screens));
    shell.screenProperty().addListener((_, _, now) -> memory.screen(now));
  }

  /** The window's content. */
  public Scene scene() {
    return scene;
  }

  /** Goes to a screen, by its id. */
  public void go(String screen) {
    shell.screenProperty().set(screen);
  }

  /** Says something that is done with once it is read. */
  public void say(String text) {
    notices.say(text);
  }

  /**
   * Shows it where it was the last time.
   *
   * @param onSandbox whether to start sandbox clouds and work on them, so that this machine is not
   *     of interest
   */
  public void show(Stage stage, boolean onSandbox) {
    stage.setTitle("Crosstrust");
    stage.getIcons().setAll(Look.icons());
    stage.setScene(scene);
    new StagePlace(stage, memory).restore();
    stage.show();
    memory.problem().ifPresent(notices::say);
    if (onSandbox) {
      go(WalkthroughScreen.ID);
      door.enter(() -> {});
    }
    door.phase().subscribe(this::settled);
  }

  /** Identities are read where the window works, once that is known. */
  private void settled(Phase<Surroundings> clouds) {
    if (!(clouds instanceof Phase.Working)) {
      identities.begin();
    }
  }

  /** Ends what goes on behind the window. */
  @Override
  public void close() {
    look.unsubscribe();
    identities.close();
  }

  private String first(List<Screen> screens) {
    if (memory.first()) {
      return WalkthroughScreen.ID;
    }
    return screens.stream()
        .map(Screen::id)
        .filter(id -> id.equals(memory.state().screen()))
        .findFirst()
        .orElse(screens.getFirst().id());
  }
}
