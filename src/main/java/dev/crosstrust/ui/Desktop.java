package dev.crosstrust.ui;

import dev.crosstrust.surroundings.Sandboxes;
import dev.crosstrust.ui.kit.Fxml;
import dev.crosstrust.ui.kit.Look;
import dev.crosstrust.ui.kit.Notices;
import dev.crosstrust.ui.kit.Screen;
import dev.crosstrust.ui.settings.SettingsModel;
import dev.crosstrust.ui.settings.WindowMemory;
import dev.crosstrust.ui.shell.ShellController;
import dev.crosstrust.ui.shell.ShellModel;
import dev.crosstrust.ui.task.Background;
import dev.crosstrust.ui.task.Phase;
import dev.crosstrust.ui.workplace.KnownIdentities;
import dev.crosstrust.ui.workplace.Workplace;
import java.io.IOException;
import java.util.List;
import javafx.scene.Scene;
import javafx.stage.Stage;

/** Builds the window. Nothing of it asks a network or reads a file before it is shown. */
public final class Desktop implements AutoCloseable {
  private static final int WIDTH = 1280;
  private static final int HEIGHT = 800;

  private final Workplace workplace;
  private final WindowMemory memory;
  private final KnownIdentities identities;
  private final ShellModel shell;
  private final Notices notices = new Notices();
  private final Scene scene;

  /**
   * @param workplace what the screens work on; closed by whoever made it
   * @param memory what the window was like the last time
   */
  public Desktop(Background background, Workplace workplace, WindowMemory memory) {
    this.workplace = workplace;
    this.memory = memory;
    identities = new KnownIdentities(background, workplace);
    shell = new ShellModel(workplace);
    identities.phase().subscribe(phase -> shell.identities(Phase.readyOr(phase, List.of())));
    SettingsModel settings = new SettingsModel(background, memory);
    List<Screen> screens = Screens.of(background, workplace, identities, settings);
    scene = new Scene(Fxml.load(new ShellController(shell, screens, notices)), WIDTH, HEIGHT);
    Look.dress(scene);
    Look.follow(settings.themeProperty());
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
   * @param sandboxComes whether a sandbox is being started, so that this machine is not of interest
   */
  public void show(Stage stage, boolean sandboxComes) {
    stage.setTitle("Crosstrust");
    stage.getIcons().setAll(Look.icons());
    stage.setScene(scene);
    new StagePlace(stage, memory).restore();
    stage.show();
    memory.problem().ifPresent(notices::say);
    if (sandboxComes) {
      shell.starting();
    } else {
      identities.begin();
    }
  }

  /** Works on the sandbox, now that it is there. */
  public void enter(Sandboxes.Running sandbox) {
    try {
      workplace.enter(sandbox);
      identities.begin();
    } catch (IOException e) {
      stay(String.valueOf(e.getMessage()));
    }
  }

  /** Works on this machine after all. */
  public void stay(String why) {
    notices.say("The sandbox does not start: " + why);
    shell.settled();
    identities.begin();
  }

  /** Ends what goes on behind the window. */
  @Override
  public void close() {
    identities.close();
  }

  private String first(List<Screen> screens) {
    return screens.stream()
        .map(Screen::id)
        .filter(id -> id.equals(memory.state().screen()))
        .findFirst()
        .orElse(screens.getFirst().id());
  }
}
