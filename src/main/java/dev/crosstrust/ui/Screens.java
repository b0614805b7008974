package dev.crosstrust.ui;

import dev.crosstrust.ui.browse.BrowseScreen;
import dev.crosstrust.ui.explain.ExplainScreen;
import dev.crosstrust.ui.identities.IdentitiesScreen;
import dev.crosstrust.ui.kit.Chooser;
import dev.crosstrust.ui.kit.Screen;
import dev.crosstrust.ui.lens.LensScreen;
import dev.crosstrust.ui.routes.RoutesScreen;
import dev.crosstrust.ui.settings.SettingsModel;
import dev.crosstrust.ui.settings.SettingsScreen;
import dev.crosstrust.ui.task.Background;
import dev.crosstrust.ui.workplace.KnownIdentities;
import dev.crosstrust.ui.workplace.Workplace;
import java.util.List;
import java.util.function.Consumer;

/** All screens, in the order of the rail. */
final class Screens {
  private Screens() {}

  /**
   * Makes them.
   *
   * @param go goes to a screen, by its id
   */
  static List<Screen> of(
      Background background,
      Workplace workplace,
      KnownIdentities identities,
      Screen walkthrough,
      SettingsModel settings,
      Chooser chooser,
      Consumer<String> go) {
    LensScreen lens = new LensScreen(background, workplace);
    return List.of(
        RoutesScreen.of(
            background, workplace, identities, chooser, settings.asksOthersProperty()::get),
        lens.screen(),
        ExplainScreen.of(
            background,
            workplace,
            chooser,
            token -> {
              lens.read(token);
              go.accept(LensScreen.ID);
            }),
        BrowseScreen.of(background, workplace, chooser),
        IdentitiesScreen.of(identities, workplace.happenings()),
        walkthrough,
        SettingsScreen.of(settings));
  }
}
