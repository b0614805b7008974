package dev.crosstrust.ui.browse;

import dev.crosstrust.route.cli.StorageCommands;
import dev.crosstrust.storage.Entry;
import dev.crosstrust.storage.StorageUri;
import java.util.Objects;
import java.util.Optional;

/** What is copied of the place one is at: its address, or the same as a command. */
record Copying(BrowseModel model) {
  /** Of the object or bucket that is selected, else of the place; of a table its name. */
  String address() {
    return model.tables().placeProperty().get().map(Copying::name).orElse(uri().toString());
  }

  private static String name(TablePlace at) {
    return at instanceof TablePlace.Project(String id)
        ? Objects.requireNonNullElse(id, "")
        : at.words();
  }

  private StorageUri uri() {
    return model.selectedProperty().get().map(Entry::uri).orElse(model.placeProperty().get());
  }

  /** The same as a command of the cloud's own tool; empty when not connected. */
  Optional<String> command() {
    return model.tables().isShown()
        ? model.tables().command()
        : model.connected().map(there -> command(there.session().commands()));
  }

  private String command(StorageCommands commands) {
    return model.selectedObject().isPresent() ? commands.fetch(uri()) : commands.list(uri());
  }
}
