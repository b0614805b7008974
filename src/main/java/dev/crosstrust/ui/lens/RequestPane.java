package dev.crosstrust.ui.lens;

import dev.crosstrust.identity.Cloud;
import dev.crosstrust.identity.Identity;
import dev.crosstrust.token.SubjectToken.Kind;
import javafx.beans.binding.StringBinding;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** For whom, and what for: the cloud of the identity says what there is to choose. */
final class RequestPane extends VBox {
  private final RequestModel request;
  private final StringBinding problem;
  private final ComboBox<Identity> identity = new ComboBox<>();
  private final HBox google;
  private final AwsAskFields aws;
  private final Label hint = new Label();

  RequestPane(RequestModel request) {
    this.request = request;
    problem = request.problem();
    setId("lens-request-form");
    getStyleClass().addAll("panel", "lens-strip");
    identity.setItems(request.identities());
    identity.setId("request-identity");
    identity.setConverter(new Named());
    identity.valueProperty().bindBidirectional(request.identityProperty());
    identity.setPromptText("Choose an identity");
    google = google(request.google());
    aws = new AwsAskFields(request.aws(), request.providers());
    VBox who = AskField.of("_Identity", identity);
    HBox.setHgrow(who, Priority.NEVER);
    HBox first = AskField.row(who, google, aws.first());
    getChildren().setAll(first, aws.ofJwt(), foot());
    request.identityProperty().subscribe(_ -> show());
    request.aws().kindProperty().subscribe(_ -> show());
    problem.subscribe(_ -> show());
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

  private static HBox google(GoogleAskModel ask) {
    TextField audience = AskField.text("request-audience", ask.audienceProperty());
    TextField account = AskField.text("request-account", ask.accountProperty());
    account.setPromptText("name@project.iam.gserviceaccount.com");
    return AskField.row(
        AskField.of("_Audience", audience),
        AskField.of("Act as _service account (optional)", account));
  }

  private HBox foot() {
    Button ask = new Button("Request token");
    ask.setId("request-ask");
    ask.getStyleClass().add("accent");
    ask.setDefaultButton(true);
    ask.disableProperty().bind(problem.isNotEmpty());
    ask.setOnAction(_ -> request.ask());
    Button cancel = new Button("Cancel");
    cancel.setOnAction(_ -> request.close());
    HBox buttons = new HBox(ask, cancel);
    buttons.getStyleClass().add("buttons");
    buttons.setMinWidth(USE_PREF_SIZE);
    hint.setId("request-hint");
    hint.getStyleClass().add("muted");
    hint.setWrapText(true);
    hint.setMinHeight(USE_PREF_SIZE);
    hint.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(hint, Priority.ALWAYS);
    HBox foot = new HBox(hint, buttons);
    foot.getStyleClass().add("foot");
    return foot;
  }

  private void show() {
    Identity who = request.identityProperty().get();
    Cloud cloud = who == null ? Cloud.GOOGLE : who.cloud();
    Kind kind = request.aws().kindProperty().get();
    shownIf(cloud == Cloud.GOOGLE, google);
    shownIf(cloud == Cloud.AWS, aws.first());
    shownIf(cloud == Cloud.AWS && kind == Kind.JWT, aws.ofJwt());
    hint.setText(problem.get().isEmpty() ? words(cloud, kind) : problem.get());
  }

  private static String words(Cloud cloud, Kind kind) {
    return switch (cloud) {
      case GOOGLE -> "Google is asked, with what this machine has of the identity.";
      case AWS ->
          switch (kind) {
            case JWT ->
                "AWS STS is asked, with what this machine has of the identity. Google will know it"
                    + " by the role's ARN.";
            case AWS_SIGNED_REQUEST ->
                "It is signed here, with what this machine has of the identity. Google will know it"
                    + " by the session's ARN.";
          };
    };
  }

  private static void shownIf(boolean wanted, Node node) {
    node.setVisible(wanted);
    node.setManaged(wanted);
  }

  private static final class Named extends StringConverter<Identity> {
    @Override
    public String toString(@Nullable Identity identity) {
      return identity == null ? "" : identity.id();
    }

    @Override
    public @Nullable Identity fromString(@Nullable String id) {
      return null;
    }
  }
}
