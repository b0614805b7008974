package dev.crosstrust.ui.routes;

import dev.crosstrust.surroundings.Surroundings;
import dev.crosstrust.ui.kit.Chooser;
import dev.crosstrust.ui.kit.Fxml;
import dev.crosstrust.ui.kit.Screen;
import dev.crosstrust.ui.routes.form.ImportModel;
import dev.crosstrust.ui.routes.form.RouteFormController;
import dev.crosstrust.ui.routes.form.RouteFormModel;
import dev.crosstrust.ui.routes.setup.AdminsModel;
import dev.crosstrust.ui.task.Background;
import dev.crosstrust.ui.workplace.KnownIdentities;
import dev.crosstrust.ui.workplace.Workplace;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.scene.Parent;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;

/** The screen Routes. */
public final class RoutesScreen {
  public static final String ID = "routes";

  private RoutesScreen() {}

  /**
   * The screen.
   *
   * @param identities who can be asked to look
   * @param files how files are chosen
   * @param asksOthers whether other identities than a route's own may be used to read how the other
   *     side is configured
   */
  public static Screen of(
      Background background,
      Workplace workplace,
      KnownIdentities identities,
      Chooser files,
      BooleanSupplier asksOthers) {
    Supplier<Surroundings> here = workplace.surroundings()::get;
    RoutesModel model =
        new RoutesModel(background, here, new AdminsModel(identities.phase()), asksOthers);
    RouteFormModel form = new RouteFormModel(background, here, model::choose);
    ImportModel imports =
        new ImportModel(
            background, form, asked -> model.questionProperty().set(Optional.of(asked)));
    RoutesController controller = new RoutesController(model, form, imports, files);
    Parent routes = Fxml.load(controller);
    StackPane root = new StackPane(routes);
    Parent view = Fxml.load(new RouteFormController(form));
    form.openProperty()
        .subscribe(
            open -> {
              root.getChildren().remove(view);
              if (open) {
                root.getChildren().add(view);
              }
            });
    root.setId(ID);
    workplace.surroundings().subscribe((_, _) -> controller.entered());
    RunReports.follow(model, workplace.happenings());
    return new Screen(
        ID,
        "Routes",
        Feather.SHUFFLE,
        Screen.Group.DIAGNOSE,
        root,
        () -> {
          identities.begin();
          controller.shown();
        },
        controller.actions());
  }
}
