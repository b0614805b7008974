package dev.crosstrust.ui.identities;

import dev.crosstrust.ui.kit.Fxml;
import dev.crosstrust.ui.kit.Screen;
import dev.crosstrust.ui.workplace.Happenings;
import dev.crosstrust.ui.workplace.KnownIdentities;
import java.util.List;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import org.kordamp.ikonli.feather.Feather;

/** The entry of the identities in the rail. */
public final class IdentitiesScreen {
  private IdentitiesScreen() {}

  /** The screen that shows them as they are known. */
  public static Screen of(KnownIdentities known, Happenings happenings) {
    IdentitiesModel model = new IdentitiesModel(known, happenings);
    return new Screen(
        "identities",
        "Identities",
        Feather.USERS,
        Screen.Group.LOCAL,
        Fxml.load(new IdentitiesController(model)),
        model::shown,
        List.of(
            new Screen.Action(
                "Read identities again", new KeyCodeCombination(KeyCode.F5), model::refresh)));
  }
}
