package dev.crosstrust.ui.routes.form;

import dev.crosstrust.identity.Identity;
import dev.crosstrust.route.file.RouteKey;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.TextField;

/** Makes the fields of a draft, one by one into a grid. */
final class Fields {
  private final FieldGrid grid;
  private final DraftModel draft;

  Fields(FieldGrid grid, DraftModel draft) {
    this.grid = grid;
    this.draft = draft;
  }

  /** All of its fields, in the order of the road. */
  static void fill(FieldGrid grid, DraftModel draft) {
    Fields fields = new Fields(grid, draft);
    fields.name();
    switch (draft.direction()) {
      case GOOGLE_TO_AWS -> FieldsToAws.fill(fields, draft);
      case AWS_TO_GOOGLE -> FieldsToGoogle.fill(fields, draft);
    }
  }

  void heading(String text) {
    grid.heading(text);
  }

  private void name() {
    TextField control = control(RouteKey.NAME, "lower-case letters, digits, dashes");
    Message message = message(RouteKey.NAME, control);
    draft.takenProperty().subscribe(message::care);
    grid.add(draft.field(RouteKey.NAME), "_Name", control, message);
  }

  /** Who begins, with what is known of each. */
  void identity() {
    ComboBox<String> control = new ComboBox<>();
    control.getItems().setAll(draft.identities());
    control.setCellFactory(_ -> new IdentityCell(draft));
    control.setPromptText("Choose an identity");
    Message message = choice(RouteKey.IDENTITY, "Id_entity", control);
    draft
        .field(RouteKey.IDENTITY)
        .textProperty()
        .subscribe(
            id -> {
              Optional<Identity> known = draft.identity(String.valueOf(id));
              message.hint(known.map(IdentityWords::about).orElse(""));
              message.care(IdentityWords.trouble(known, String.valueOf(id)));
            });
  }

  /** One of what its list has, nothing else. */
  Message choice(RouteKey key, String name, ComboBox<String> control) {
    control.getStyleClass().add("mono-choice");
    control.valueProperty().bindBidirectional(draft.field(key).textProperty());
    Message message = message(key, control);
    grid.add(draft.field(key), name, control, message);
    return message;
  }

  /**
   * Something to be written, or taken from what is known.
   *
   * @return for what is to be done with its list
   */
  ComboBox<String> known(RouteKey key, String name, List<String> known, String prompt) {
    ComboBox<String> control = editable(draft.field(key), known, prompt);
    grid.add(draft.field(key), name, control, message(key, control));
    return control;
  }

  /** Something to be written. */
  void text(RouteKey key, String name, String prompt) {
    TextField control = control(key, prompt);
    grid.add(draft.field(key), name, control, message(key, control));
  }

  private Message message(RouteKey key, Control control) {
    FieldModel field = draft.field(key);
    control.focusWithinProperty().addListener((_, _, within) -> left(field, within));
    return new Message(control).wrong(field.problemProperty());
  }

  private static void left(FieldModel field, boolean within) {
    if (!within) {
      field.left();
    }
  }

  private TextField control(RouteKey key, String prompt) {
    TextField control = new TextField();
    control.getStyleClass().add("mono");
    control.setPromptText(prompt);
    control.textProperty().bindBidirectional(draft.field(key).textProperty());
    return control;
  }

  /** What is typed counts at once, not only when the focus goes. */
  private static ComboBox<String> editable(FieldModel field, List<String> known, String prompt) {
    ComboBox<String> control = new ComboBox<>();
    control.setEditable(true);
    control.getItems().setAll(known);
    control.setPromptText(prompt);
    control.getStyleClass().add("mono-choice");
    control.valueProperty().bindBidirectional(field.textProperty());
    control.getEditor().textProperty().addListener((_, _, now) -> field.textProperty().set(now));
    return control;
  }
}
