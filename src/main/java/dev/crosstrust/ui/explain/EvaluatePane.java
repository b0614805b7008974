package dev.crosstrust.ui.explain;

import dev.crosstrust.check.LocalCheck;
import dev.crosstrust.ui.explain.Judgement.Part;
import dev.crosstrust.ui.kit.Badge;
import dev.crosstrust.ui.kit.FindingCards;
import dev.crosstrust.ui.kit.FocusFollower;
import dev.crosstrust.ui.kit.Prose;
import dev.crosstrust.ui.kit.StatePane;
import dev.crosstrust.ui.routes.check.CheckView;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Token and policy side by side, what the other side would answer below. */
final class EvaluatePane extends VBox {
  /** The texts may have this share of the height. */
  private static final double TEXTS = 0.36;

  /**
   * All grow alike: that is what one share of the width begins with, small enough for any window.
   */
  private static final double WIDTH = 60;

  private final EvaluateModel model;
  private final PasteArea token;

  EvaluatePane(EvaluateModel model) {
    this.model = model;
    getStyleClass().addAll("screen-body", "evaluate");
    token = area(Part.TOKEN, "Token", "A JWT, or a signed GetCallerIdentity request");
    PasteArea document =
        area(
            Part.DOCUMENT, "Policy or provider", "A role's trust policy, or a pool provider: JSON");
    PasteArea more =
        area(
            Part.MORE,
            "Providers or bindings",
            "Not needed: IAM OIDC providers, or an allow policy: JSON");
    HBox given =
        new HBox(
            field(Part.TOKEN, "_Token", token, 3),
            field(Part.DOCUMENT, "Trust _policy, or pool provider", document, 5),
            field(Part.MORE, "IAM providers, or _bindings (optional)", more, 3));
    given.getStyleClass().addAll("panel", "given");
    given.prefHeightProperty().bind(heightProperty().multiply(TEXTS));
    given.setMinHeight(USE_PREF_SIZE);
    StatePane said = new StatePane();
    said.offer(EvaluateModel.NOTHING::equals, this::ways);
    said.follow(model.phaseProperty(), this::view, () -> {});
    VBox.setVgrow(said, Priority.ALWAYS);
    getChildren().setAll(given, said);
  }

  void focusFirst() {
    token.requestFocus();
  }

  private PasteArea area(Part part, String name, String prompt) {
    PasteArea area =
        new PasteArea(
            model.text(part),
            EvaluateModel.MOST,
            pasted -> model.keep(part, pasted),
            () -> model.tooLong(part));
    area.setId("evaluate-" + part.name().toLowerCase(Locale.ROOT));
    area.setAccessibleText(name);
    area.setPromptText(prompt);
    return area;
  }

  private VBox field(Part part, String name, PasteArea area, int share) {
    Label label = new Label(name);
    label.setMnemonicParsing(true);
    label.setLabelFor(area);
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
    label.getStyleClass().add("section-title");
    Label problem = new Label();
    problem.getStyleClass().add("problem");
    problem.setWrapText(true);
    problem.setMinHeight(USE_PREF_SIZE);
    problem.textProperty().bind(model.problem(part));
    problem.visibleProperty().bind(problem.textProperty().isNotEmpty());
    problem.managedProperty().bind(problem.visibleProperty());
    model.problem(part).subscribe(area::setAccessibleHelp);
    VBox field = new VBox(label, area, problem);
    field.getStyleClass().add("field");
    VBox.setVgrow(area, Priority.ALWAYS);
    HBox.setHgrow(field, Priority.ALWAYS);
    field.setMinWidth(0);
    field.setPrefWidth(share * WIDTH);
    return field;
  }

  private List<Node> ways() {
    Button example = new Button("Try an example");
    example.setId("evaluate-example");
    example.setOnAction(
        _ -> {
          model.example();
          focusFirst();
        });
    return List.of(example);
  }

  private Node view(LocalCheck check) {
    FindingCards cards = new FindingCards();
    cards.follow(model.findings(), model.opened());
    VBox column = new VBox(verdict(check), cards, CheckView.content(check));
    column.getStyleClass().add("explained");
    ScrollPane scroll = new ScrollPane(column);
    scroll.setFitToWidth(true);
    scroll.setFocusTraversable(false);
    scroll.getStyleClass().add("edge-to-edge");
    FocusFollower.on(scroll);
    return scroll;
  }

  private static HBox verdict(LocalCheck check) {
    Badge badge =
        switch (check.verdict()) {
          case ADMITTED -> new Badge("admitted", Badge.Tone.GOOD);
          case REFUSED -> new Badge("refused", Badge.Tone.BAD);
          case UNDECIDED -> new Badge("undecided", Badge.Tone.UNSURE);
        };
    badge.setId("evaluate-verdict");
    // The sheet lets a badge shrink; what holds this one does not.
    StackPane held = new StackPane(badge);
    held.setMinWidth(USE_PREF_SIZE);
    Prose words = new Prose(sentence(check));
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox banner = new HBox(held, words);
    banner.getStyleClass().add("verdict");
    banner.setFocusTraversable(true);
    banner.setAccessibleText(words.getAccessibleText());
    return banner;
  }

  private static String sentence(LocalCheck check) {
    String side = check instanceof LocalCheck.OfTrust ? "AWS STS" : "Google STS";
    return switch (check.verdict()) {
      case ADMITTED -> side + " would let this token in.";
      case REFUSED -> side + " would refuse this token.";
      case UNDECIDED ->
          "Whether %s would let this token in cannot be told from here.".formatted(side);
    };
  }
}
