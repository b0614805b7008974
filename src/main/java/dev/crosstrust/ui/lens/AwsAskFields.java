package dev.crosstrust.ui.lens;

import dev.crosstrust.exchange.aws.SigningAlgorithm;
import dev.crosstrust.token.SubjectToken.Kind;
import dev.crosstrust.ui.kit.Segments;
import java.util.Map;
import javafx.collections.ObservableList;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What an AWS identity can be asked for: a JWT with its choices, or a signed request. */
final class AwsAskFields {
  private final HBox first;
  private final HBox ofJwt;

  AwsAskFields(AwsAskModel ask, ObservableList<String> providers) {
    TextField audiences = AskField.text("request-audiences", ask.audiencesProperty());
    audiences.setPromptText("one to ten, blanks between");
    VBox whom = AskField.of("_Audiences", audiences);
    VBox provider = provider(ask, providers);
    first = AskField.row(kind(ask), whom, provider);
    ask.kindProperty()
        .subscribe(
            kind -> {
              shownIf(kind == Kind.JWT, whom);
              shownIf(kind == Kind.AWS_SIGNED_REQUEST, provider);
            });
    ofJwt = ofJwt(ask);
  }

  /** Which of the two, and for whom. */
  HBox first() {
    return first;
  }

  /** What only a JWT has. */
  HBox ofJwt() {
    return ofJwt;
  }

  private static VBox kind(AwsAskModel ask) {
    ToggleButton jwt = segment("JWT", "left-pill", "request-jwt");
    jwt.setTooltip(new Tooltip("A token of the account's own issuer"));
    ToggleButton signed = segment("Signed request", "right-pill", "request-signed");
    signed.setTooltip(new Tooltip("A GetCallerIdentity, signed here and sent by Google"));
    Segments.of(
        Map.of(jwt, Kind.JWT, signed, Kind.AWS_SIGNED_REQUEST),
        ask.kindProperty(),
        kind -> ask.kindProperty().set(kind));
    VBox field = AskField.named("_Token", new HBox(jwt, signed), jwt);
    AskField.slim(field);
    return field;
  }

  private static ToggleButton segment(String words, String style, String id) {
    ToggleButton segment = new ToggleButton(words);
    segment.setId(id);
    segment.getStyleClass().add(style);
    segment.setAccessibleText("Token: " + words);
    segment.setMinWidth(Region.USE_PREF_SIZE);
    return segment;
  }

  private static VBox provider(AwsAskModel ask, ObservableList<String> providers) {
    ComboBox<String> target = new ComboBox<>(providers);
    target.setEditable(true);
    target.setId("request-target");
    target.getStyleClass().add("mono-choice");
    target.setPromptText("//iam.googleapis.com/projects/NUMBER/…/providers/PROVIDER");
    target.getEditor().setAccessibleText("Pool provider");
    target.valueProperty().bindBidirectional(ask.targetProperty());
    target.getEditor().textProperty().addListener((_, _, now) -> ask.targetProperty().set(now));
    return AskField.of("_Pool provider", target);
  }

  private static HBox ofJwt(AwsAskModel ask) {
    ComboBox<SigningAlgorithm> algorithm = new ComboBox<>();
    algorithm.getItems().setAll(SigningAlgorithm.values());
    algorithm.setId("request-algorithm");
    algorithm.valueProperty().bindBidirectional(ask.algorithmProperty());
    TextField duration = AskField.text("request-duration", ask.durationProperty());
    duration.setPromptText("60 to 3600; 300");
    TextField tags = AskField.text("request-tags", ask.tagsProperty());
    tags.setPromptText("name=value, name=value");
    return AskField.row(
        AskField.of("Al_gorithm", algorithm),
        AskField.of("_Duration in seconds (optional)", duration),
        AskField.of("Ta_gs (optional)", tags));
  }

  private static void shownIf(boolean wanted, VBox field) {
    field.setVisible(wanted);
    field.setManaged(wanted);
  }
}
