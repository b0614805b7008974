package dev.crosstrust.ui.routes.form;

import dev.crosstrust.identity.Identity;
import dev.crosstrust.route.GoogleToAws;
import dev.crosstrust.route.RoleHint;
import dev.crosstrust.route.RouteKey;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.TextField;

/** The fields of a route from Google to AWS, in the order of the road. */
final class Fields {
  private Fields() {}

  static void fill(FieldGrid grid, DraftModel draft) {
    name(grid, draft);
    grid.heading("From Google");
    identity(grid, draft);
    choice(
        grid,
        draft,
        RouteKey.IMPERSONATE,
        "I_mpersonate",
        draft.hints().accounts(),
        "optional; name@project.iam.gserviceaccount.com");
    text(grid, draft, RouteKey.AUDIENCE, "A_udience", "sts.amazonaws.com");
    grid.heading("To AWS");
    role(grid, draft);
    choice(
        grid, draft, RouteKey.REGION, "Re_gion", draft.hints().regions(), "for example eu-west-1");
    text(
        grid,
        draft,
        RouteKey.SESSION,
        "Sess_ion name",
        "optional; " + GoogleToAws.Role.DEFAULT_SESSION);
    text(grid, draft, RouteKey.DURATION, "_Duration", "optional, in seconds; 3600");
    text(grid, draft, RouteKey.AWS_ACCOUNT, "E_xpect account", "optional; any account");
  }

  private static void name(FieldGrid grid, DraftModel draft) {
    TextField control = control(draft.field(RouteKey.NAME), "lower-case letters, digits, dashes");
    Message message = message(draft.field(RouteKey.NAME), control);
    draft.takenProperty().subscribe(message::care);
    grid.add(draft.field(RouteKey.NAME), "_Name", control, message);
  }

  private static void identity(FieldGrid grid, DraftModel draft) {
    FieldModel field = draft.field(RouteKey.IDENTITY);
    ComboBox<String> control = new ComboBox<>();
    control.getItems().setAll(draft.identities());
    control.setCellFactory(_ -> new IdentityCell(draft));
    control.setPromptText("Choose an identity");
    control.getStyleClass().add("mono-choice");
    control.valueProperty().bindBidirectional(field.textProperty());
    Message message = message(field, control);
    field
        .textProperty()
        .subscribe(
            id -> {
              Optional<Identity> known = draft.identity(String.valueOf(id));
              message.hint(known.map(IdentityWords::about).orElse(""));
              message.care(IdentityWords.trouble(known, String.valueOf(id)));
            });
    grid.add(field, "Id_entity", control, message);
  }

  private static void role(FieldGrid grid, DraftModel draft) {
    List<RoleHint> roles = draft.hints().roles();
    ComboBox<String> control =
        editable(
            draft.field(RouteKey.ROLE),
            roles.stream().map(RoleHint::arn).toList(),
            "arn:aws:iam::ACCOUNT:role/NAME");
    control.setCellFactory(_ -> new RoleCell(roles));
    grid.add(
        draft.field(RouteKey.ROLE), "_Role", control, message(draft.field(RouteKey.ROLE), control));
  }

  private static void choice(
      FieldGrid grid,
      DraftModel draft,
      RouteKey key,
      String name,
      List<String> known,
      String prompt) {
    ComboBox<String> control = editable(draft.field(key), known, prompt);
    grid.add(draft.field(key), name, control, message(draft.field(key), control));
  }

  private static void text(
      FieldGrid grid, DraftModel draft, RouteKey key, String name, String prompt) {
    TextField control = control(draft.field(key), prompt);
    grid.add(draft.field(key), name, control, message(draft.field(key), control));
  }

  private static Message message(FieldModel field, Control control) {
    control.focusWithinProperty().addListener((_, _, within) -> left(field, within));
    return new Message(control).wrong(field.problemProperty());
  }

  private static void left(FieldModel field, boolean within) {
    if (!within) {
      field.left();
    }
  }

  private static TextField control(FieldModel field, String prompt) {
    TextField control = new TextField();
    control.getStyleClass().add("mono");
    control.setPromptText(prompt);
    control.textProperty().bindBidirectional(field.textProperty());
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
