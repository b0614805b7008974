package dev.crosstrust.ui.lens;

import dev.crosstrust.identity.google.GoogleIdentity;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** For whom, for what audience, as which account. */
final class RequestPane extends VBox {
  private final ComboBox<GoogleIdentity> identity = new ComboBox<>();

  RequestPane(RequestModel request) {
    setId("lens-request-form");
    getStyleClass().addAll("panel", "lens-strip");
    identity.setItems(request.identities());
    identity.setId("request-identity");
    identity.setConverter(new Named());
    identity.valueProperty().bindBidirectional(request.identityProperty());
    identity.setPromptText("Choose an identity");
    TextField audience = new TextField();
    audience.setId("request-audience");
    audience.getStyleClass().add("mono");
    audience.textProperty().bindBidirectional(request.audienceProperty());
    TextField account = new TextField();
    account.setId("request-account");
    account.getStyleClass().add("mono");
    account.setPromptText("name@project.iam.gserviceaccount.com");
    account.textProperty().bindBidirectional(request.accountProperty());

    Button ask = new Button("Request token");
    ask.setId("request-ask");
    ask.getStyleClass().add("accent");
    ask.setDefaultButton(true);
    ask.disableProperty().bind(request.ready().not());
    ask.setOnAction(_ -> request.ask());
    Button cancel = new Button("Cancel");
    cancel.setOnAction(_ -> request.close());
    HBox buttons = new HBox(ask, cancel);
    buttons.getStyleClass().add("buttons");

    Label hint = new Label();
    hint.getStyleClass().add("muted");
    hint.setWrapText(true);
    request
        .hintProperty()
        .subscribe(
            text ->
                hint.setText(
                    text.isEmpty()
                        ? "Google is asked, with what this machine has of the identity."
                        : text));
    HBox fields =
        new HBox(
            field("_Identity", identity),
            field("_Audience", audience),
            field("Act as _service account (optional)", account));
    fields.getStyleClass().add("fields");
    hint.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(hint, Priority.ALWAYS);
    HBox foot = new HBox(hint, buttons);
    foot.getStyleClass().add("foot");
    getChildren().setAll(fields, foot);
    addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            request.close();
            event.consume();
          }
        });
  }

  void focusFirst() {
    identity.requestFocus();
  }

  private static VBox field(String name, Control control) {
    Label label = new Label(name);
    label.setMnemonicParsing(true);
    label.setLabelFor(control);
    label.getStyleClass().add("field-name");
    control.setMaxWidth(Double.MAX_VALUE);
    control.setAccessibleText(name.replace("_", ""));
    VBox field = new VBox(label, control);
    field.getStyleClass().add("field");
    HBox.setHgrow(field, Priority.ALWAYS);
    return field;
  }

  private static final class Named extends StringConverter<GoogleIdentity> {
    @Override
    public String toString(@Nullable GoogleIdentity identity) {
      return identity == null ? "" : identity.shown().id();
    }

    @Override
    public @Nullable GoogleIdentity fromString(@Nullable String id) {
      return null;
    }
  }
}
