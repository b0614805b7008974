package dev.crosstrust.ui.browse;

import dev.crosstrust.ui.task.Phase;
import dev.crosstrust.ui.workplace.Happening;
import dev.crosstrust.ui.workplace.Happenings;

/** Reports which places open, which are refused, and what is looked into. */
final class BrowseReports {
  private BrowseReports() {}

  static void follow(BrowseModel model, Happenings happenings) {
    model
        .getListing()
        .phaseProperty()
        .subscribe(
            phase -> {
              if (phase instanceof Phase.Ready) {
                happenings.report(new Happening.PlaceOpened(model.placeProperty().get()));
              }
            });
    model
        .getListing()
        .deniedProperty()
        .subscribe(
            denied ->
                denied.ifPresent(it -> happenings.report(new Happening.PlaceRefused(it.at()))));
    model
        .previews()
        .phaseProperty()
        .subscribe(
            phase -> {
              if (phase instanceof Phase.Ready<Preview>(Preview preview)) {
                happenings.report(new Happening.PreviewShown(preview.object().uri()));
              }
            });
  }
}
