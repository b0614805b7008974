package dev.crosstrust.ui.lens;

import dev.crosstrust.token.SignedRequest;
import dev.crosstrust.token.signature.SignatureCheck;
import dev.crosstrust.ui.kit.Badge;
import dev.crosstrust.ui.kit.Badge.Tone;
import dev.crosstrust.ui.kit.Prose;
import dev.crosstrust.ui.kit.Shortcuts;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Whether the signature holds and how long the token does. */
final class SignaturePane extends VBox {
  /** Asks the issuer for its keys. */
  static final KeyCombination CHECK = KeyCombination.valueOf("Shortcut+Enter");

  private static final int BRIEF = 16;

  private final LensModel model;
  private final SignatureModel signature;
  private final Badge status = new Badge("", Tone.NEUTRAL);
  private final Prose details = new Prose("", "muted");
  private final Tooltip keyId = new Tooltip();
  private final Label asks = label("signature-asks");
  private final Label clock = label("signature-clock");
  private final Button check = new Button("Check signature");
  private final Badge left = new Badge("", Tone.NEUTRAL);
  private final HBox buttons = buttons();
  private final ProgressBar bar = new ProgressBar(0);

  SignaturePane(LensModel model) {
    this.model = model;
    signature = model.getSignature();
    getStyleClass().addAll("panel", "signature");
    status.setId("signature-status");
    details.setId("signature-details");
    left.setId("lifetime-left");
    bar.setId("lifetime-bar");
    bar.setMaxWidth(Double.MAX_VALUE);
    getChildren()
        .setAll(
            row("Signature", status), details, clock, buttons, asks, row("Lifetime", left), bar);
    signature.checkProperty().subscribe(_ -> showCheck());
    signature.jobProperty().subscribe(_ -> showCheck());
    signature.hostProperty().subscribe(_ -> showCheck());
    signature.sourceProperty().subscribe(_ -> showCheck());
    signature.clockProperty().subscribe(_ -> showCheck());
    signature
        .givingProperty()
        .subscribe(
            giving -> {
              getChildren().removeIf(GivenKeysPane.class::isInstance);
              if (giving) {
                GivenKeysPane given = new GivenKeysPane(signature);
                getChildren().add(getChildren().indexOf(asks), given);
                given.focusFirst();
              }
            });
    model.remainingProperty().subscribe(this::showLeft);
    model.phaseProperty().subscribe(_ -> shown(this, model.token() != null));
  }

  private HBox buttons() {
    check.setId("check-signature");
    check.setOnAction(
        _ -> {
          if (signature.jobProperty().get() == null) {
            signature.askIssuer();
          } else {
            signature.cancel();
          }
        });
    Button give = new Button("Give keys…");
    give.setId("give-keys");
    give.setTooltip(new Tooltip("Check against a JWK Set that you paste; asks nobody"));
    give.setOnAction(_ -> signature.givingProperty().set(!signature.givingProperty().get()));
    check.getStyleClass().add("small");
    give.getStyleClass().add("small");
    HBox buttons = new HBox(check, give);
    buttons.getStyleClass().add("buttons");
    return buttons;
  }

  private void showCheck() {
    SignatureCheck known = signature.checkProperty().get();
    if (known == null) {
      return;
    }
    boolean going = signature.jobProperty().get() != null;
    String host = signature.hostProperty().get();
    status.setText(going ? "checking" : word(known));
    status.tone(going ? Tone.NEUTRAL : tone(known));
    details.say(String.join(", ", details(known)));
    keyId.setText("Key id " + known.keyId());
    if (known.keyId() == null) {
      Tooltip.uninstall(details, keyId);
    } else {
      Tooltip.install(details, keyId);
    }
    clock.setText(signature.clockProperty().get());
    check.setText(going ? "Stop checking" : "Check signature");
    check.setTooltip(new Tooltip(check.getText()));
    Shortcuts.tell(check, CHECK);
    check.setDisable(host.isEmpty() && !going);
    boolean signedRequest = model.token() instanceof SignedRequest;
    shown(buttons, !signedRequest);
    asks.setText(
        host.isEmpty()
            ? signedRequest ? known.reason() : "There is no issuer who could be asked for keys."
            : "Asks %s for its keys. The token is not sent.".formatted(host));
    boolean unasked = known.cause() == SignatureCheck.Cause.NOT_ASKED;
    shown(asks, unasked);
    shown(clock, !clock.getText().isEmpty());
  }

  private List<String> details(SignatureCheck known) {
    List<String> details = new ArrayList<>();
    details.add(known.algorithm() == null ? "no algorithm" : known.algorithm());
    details.add(known.keyId() == null ? "no key id" : "kid " + brief(known.keyId()));
    if (!signature.sourceProperty().get().isEmpty()) {
      details.add("keys from " + signature.sourceProperty().get());
    }
    if (known.reason() != null && known.cause() != SignatureCheck.Cause.NOT_ASKED) {
      details.set(details.size() - 1, details.getLast() + ". " + known.reason());
    }
    return details;
  }

  /** Enough of a key's name to tell it from others; the rest is in the tooltip. */
  private static String brief(String keyId) {
    return keyId.length() <= BRIEF ? keyId : keyId.substring(0, BRIEF - 4) + "…";
  }

  private void showLeft(Remaining remaining) {
    left.setText(remaining.words());
    left.tone(remaining.tone());
    bar.setProgress(remaining.share());
    bar.setAccessibleText("Lifetime: " + remaining.words());
    bar.getStyleClass().removeAll("success", "warning", "danger");
    bar.getStyleClass().add(remaining.tone() == Tone.GOOD ? "success" : "warning");
  }

  private static String word(SignatureCheck check) {
    return switch (check.status()) {
      case VALID -> "valid";
      case INVALID -> "invalid";
      case UNCHECKED -> "not checked";
    };
  }

  private static Tone tone(SignatureCheck check) {
    return switch (check.status()) {
      case VALID -> Tone.GOOD;
      case INVALID -> Tone.BAD;
      case UNCHECKED ->
          check.cause() == SignatureCheck.Cause.NOT_ASKED ? Tone.NEUTRAL : Tone.UNSURE;
    };
  }

  private static HBox row(String title, Node end) {
    Label label = new Label(title);
    label.getStyleClass().add("section-title");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox row = new HBox(label, gap, end);
    row.getStyleClass().add("row");
    return row;
  }

  private static Label label(String id) {
    Label label = new Label();
    label.setId(id);
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
    label.getStyleClass().add("muted");
    return label;
  }

  private static void shown(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }
}
