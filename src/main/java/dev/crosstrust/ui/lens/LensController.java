package dev.crosstrust.ui.lens;

import dev.crosstrust.token.Token;
import dev.crosstrust.token.lens.TokenComparison;
import dev.crosstrust.ui.kit.Shortcuts;
import dev.crosstrust.ui.kit.StatePane;
import dev.crosstrust.ui.kit.Ticker;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** Puts the panes of the lens together, and its keys on the window while it is shown. */
public final class LensController {
  private static final double RAW_SHARE = 0.26;
  private static final double RAW_LEAST = 244;
  private static final double RAW_MOST = 380;

  private final LensModel model;
  private final SecretClipboard clipboard = new SecretClipboard(Duration.seconds(60));
  private final Shortcuts shortcuts = new Shortcuts();

  @FXML private VBox root;
  @FXML private GridPane halves;
  @FXML private Button paste;
  @FXML private Button requestButton;
  @FXML private Button compare;
  @FXML private StackPane strip;
  @FXML private VBox left;
  @FXML private StatePane right;
  private RawPane raw;

  @SuppressWarnings("NullAway.Init") // the loader sets the nodes, initialize the rest
  LensController(LensModel model) {
    this.model = model;
  }

  public LensModel getModel() {
    return model;
  }

  @FXML
  void initialize() {
    raw = new RawPane(model, clipboard, this::paste);
    left.getChildren().setAll(raw, new SignaturePane(model));
    compare.disableProperty().bind(model.loaded().not());
    right.follow(model.phaseProperty(), this::view, model::cancelled);
    model.getRequest().openProperty().subscribe(_ -> strip());
    model.getComparison().openProperty().subscribe(_ -> strip());
    shortcuts.fire(paste, RawPane.PASTE);
    shortcuts.fire(requestButton, KeyCombination.valueOf("Shortcut+R"));
    shortcuts.fire(compare, KeyCombination.valueOf("Shortcut+D"));
    shortcuts.run(SignaturePane.CHECK, model.getSignature()::askIssuer);
    shortcuts.follow(root);
    root.widthProperty().subscribe(width -> rawWidth(width.doubleValue()));
    new Ticker(root, Duration.seconds(1)).start(model::tick);
  }

  /** The screen has come to the front. */
  void shown() {
    model.tick();
    if (model.token() == null) {
      raw.focusInput();
    }
  }

  /** What is on the clipboard is the token, or the second one while that is waited for. */
  @FXML
  void paste() {
    String text = Clipboard.getSystemClipboard().getString();
    String given = text == null ? "" : text;
    if (model.getComparison().openProperty().get()) {
      model.getComparison().read(given);
    } else {
      model.read(given);
    }
  }

  @FXML
  void request() {
    model.getComparison().openProperty().set(false);
    model.getRequest().open();
  }

  @FXML
  void compare() {
    model.getRequest().close();
    model.getComparison().open();
  }

  private void strip() {
    boolean requesting = model.getRequest().openProperty().get();
    boolean comparing = model.getComparison().openProperty().get();
    strip.setVisible(requesting || comparing);
    strip.setManaged(requesting || comparing);
    strip.getChildren().clear();
    if (requesting) {
      RequestPane pane = new RequestPane(model.getRequest());
      strip.getChildren().setAll(pane);
      pane.focusFirst();
    } else if (comparing) {
      SecondTokenPane pane = new SecondTokenPane(model.getComparison(), this::paste);
      strip.getChildren().setAll(pane);
      pane.focusFirst();
    }
  }

  private Node view(Token token) {
    StackPane place = new StackPane();
    ReportPane report = new ReportPane(model, token);
    model
        .getComparison()
        .comparisonProperty()
        .subscribe(two -> place.getChildren().setAll(beside(two, report)));
    return place;
  }

  private Node beside(@Nullable TokenComparison two, Node report) {
    return two == null ? report : new ComparisonPane(model.getComparison(), two);
  }

  /** The token as it is written needs less room than what it means. */
  private void rawWidth(double whole) {
    ColumnConstraints raw = halves.getColumnConstraints().getFirst();
    double width = Math.clamp(whole * RAW_SHARE, RAW_LEAST, RAW_MOST);
    raw.setMinWidth(width);
    raw.setPrefWidth(width);
    raw.setMaxWidth(width);
  }
}
