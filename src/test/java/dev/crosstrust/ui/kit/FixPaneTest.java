package dev.crosstrust.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.finding.Finding;
import dev.crosstrust.finding.Fix;
import dev.crosstrust.finding.Fix.Effect;
import dev.crosstrust.ui.Gallery;
import dev.crosstrust.ui.Toolkit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class FixPaneTest {
  private static final String BEFORE =
      """
      {
        "Version" : "2012-10-17",
        "accounts.google.com:aud" : "sts.amazonaws.com"
      }\
      """;
  private static final String AFTER =
      """
      {
        "Version" : "2012-10-17",
        "accounts.google.com:oaud" : "sts.amazonaws.com",
        "accounts.google.com:sub" : "114809731204417780391"
      }\
      """;

  private final StackPane stack = new StackPane();
  private Stage stage;

  @BeforeAll
  static void start() {
    Toolkit.start();
  }

  @AfterEach
  void close() {
    Toolkit.run(stage::close);
  }

  @Test
  void bothPoliciesStandBesideEachOtherAndTheChangeIsCopiedInEachLanguage() {
    open(Effect.SAME);
    assertThat(said(".diff-line"))
        .contains(
            "removed: \"accounts.google.com:aud\" : \"sts.amazonaws.com\"",
            "added: \"accounts.google.com:oaud\" : \"sts.amazonaws.com\",",
            "added: \"accounts.google.com:sub\" : \"114809731204417780391\"");
    assertThat(badge()).isEqualTo("admits no one new");
    Gallery.hang("fix-same", stack.getScene());

    press("Copy aws command");
    assertThat(clipboard()).isEqualTo("aws iam update");
    press("Copy Terraform");
    assertThat(clipboard()).isEqualTo("resource {}");
    press("Copy JSON");
    assertThat(clipboard()).isEqualTo(AFTER);
  }

  @Test
  void whatWidensIsCopiedOnlyByASecondPressAfterItWasSaidWhat() {
    Toolkit.run(
        () -> Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, "before")));
    open(Effect.WIDENS);
    assertThat(badge()).isEqualTo("admits more");

    press("Copy JSON");
    assertThat(clipboard()).isEqualTo("before");
    assertThat(warning())
        .isEqualTo(
            "This widens who may enter: The audience is put under oaud. The subject is added."
                + " Press again to copy it all the same.");
    Gallery.hang("fix-widens", stack.getScene());

    press("Copy JSON");
    assertThat(clipboard()).isEqualTo(AFTER);
    assertThat(copied()).isEqualTo("Copied: JSON");
  }

  @Test
  void escapeClosesItAndTheFocusGoesBackToTheCard() {
    FindingCards cards = open(Effect.NARROWS);
    assertThat(badge()).isEqualTo("admits fewer");
    Toolkit.press(KeyCode.ESCAPE);
    assertThat(Toolkit.call(() -> stack.lookup("#fix-pane"))).isNull();
    assertThat(Toolkit.call(() -> stack.getScene().getFocusOwner()))
        .isSameAs(cards.getChildren().getFirst());
    assertThat(Toolkit.call(cards::isVisible)).isTrue();
  }

  /** From its card, by keyboard. */
  private FindingCards open(Effect effect) {
    Fix fix =
        Fix.of("Put the audience under `accounts.google.com:oaud`")
            .withAws("aws iam update")
            .withTerraform("resource {}")
            .with(effect);
    Finding finding =
        Finding.error("aws.aud-key-reads-azp", "The trust policy compares another claim")
            .because("For this key AWS compares `azp`")
            .fix(fix, Fix.of("See the role").withAws("aws iam get-role"));
    Change change =
        new Change(
            "Trust policy",
            fix,
            BEFORE,
            AFTER,
            List.of("The audience is put under `oaud`.", "The subject is added"));
    ObservableList<Finding> findings = FXCollections.observableArrayList(finding);
    FindingCards cards =
        Toolkit.call(
            () -> {
              FindingCards all = new FindingCards();
              stack.getChildren().setAll(all);
              FixPlace place = new FixPlace(stack, all, _ -> Optional.of(change));
              all.showFixes(place::show);
              all.follow(findings, FXCollections.observableSet());
              Scene scene = new Scene(stack, 1000, 640);
              Look.dress(scene);
              stage = new Stage();
              stage.setScene(scene);
              stage.show();
              all.getChildren().getFirst().requestFocus();
              Toolkit.settle(scene);
              return all;
            });
    Toolkit.press(KeyCode.ENTER);
    Toolkit.run(() -> Toolkit.settle(stack.getScene()));
    assertThat(Toolkit.call(() -> stack.getScene().getFocusOwner().getId())).isEqualTo("fix-close");
    return cards;
  }

  private void press(String words) {
    Toolkit.run(
        () ->
            stack.lookupAll(".fix-pane .button").stream()
                .filter(node -> node instanceof Button button && words.equals(button.getText()))
                .map(Button.class::cast)
                .findFirst()
                .orElseThrow()
                .fire());
  }

  private String badge() {
    return Toolkit.call(() -> ((Label) stack.lookup(".fix-pane .badge")).getText());
  }

  private String warning() {
    return Toolkit.call(() -> ((Label) stack.lookup(".fix-pane .fix-said")).getText());
  }

  private String copied() {
    return Toolkit.call(() -> ((Label) stack.lookup(".fix-pane .fix-copied")).getText());
  }

  private static String clipboard() {
    return Toolkit.call(() -> Clipboard.getSystemClipboard().getString());
  }

  private List<String> said(String selector) {
    return Toolkit.call(
        () ->
            stack.lookupAll(selector).stream()
                .map(Node::getAccessibleText)
                .filter(text -> text != null)
                .toList());
  }
}
