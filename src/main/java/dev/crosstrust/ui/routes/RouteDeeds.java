package dev.crosstrust.ui.routes;

import dev.crosstrust.route.Route;
import dev.crosstrust.route.file.Loaded;
import dev.crosstrust.ui.kit.Chooser;
import dev.crosstrust.ui.routes.form.ImportModel;
import dev.crosstrust.ui.routes.form.RouteFormModel;
import java.nio.file.Path;
import javafx.stage.Window;

/** Makes, changes, deletes and imports a route; nothing of it while one is being written. */
final class RouteDeeds {
  private final RoutesModel model;
  private final RouteFormModel form;
  private final ImportModel imports;
  private final Chooser files;

  RouteDeeds(RoutesModel model, RouteFormModel form, ImportModel imports, Chooser files) {
    this.model = model;
    this.form = form;
    this.imports = imports;
    this.files = files;
  }

  void add() {
    if (!form.isOpen()) {
      form.openNew();
    }
  }

  void edit() {
    if (model.chosenProperty().get() instanceof Loaded.Good(Route route, String file)) {
      form.openSaved(route, Path.of(file));
    }
  }

  void delete() {
    if (!form.isOpen()) {
      model.delete();
    }
  }

  /**
   * Asks for a file.
   *
   * @param owner the window before which it is asked
   */
  void importRoute(Window owner) {
    if (!form.isOpen()) {
      files
          .file(
              owner,
              "An external_account file, or an AWS configuration with web_identity_token_file")
          .ifPresent(imports::read);
    }
  }
}
