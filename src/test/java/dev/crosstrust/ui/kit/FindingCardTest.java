package dev.crosstrust.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.finding.Finding;
import dev.crosstrust.finding.Fix;
import dev.crosstrust.ui.Toolkit;
import java.util.List;
import java.util.Map;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.text.Text;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class FindingCardTest {
  private static final Finding FIRST =
      Finding.error("aws.first", "The claim `azp` is another")
          .because("one", "two", "three")
          .fix(Fix.of("Mend `sub`").withAws("aws iam get-role"))
          .source("RFC 7519");
  private static final Finding SECOND = Finding.info("aws.second", "Something else").because("x");

  private final ObservableList<Finding> findings = FXCollections.observableArrayList(FIRST, SECOND);
  private final ObservableSet<String> opened = FXCollections.observableSet();

  @BeforeAll
  static void start() {
    Toolkit.start();
  }

  @Test
  void theFirstIsToldWithItsReasonsTheOthersInALineEach() {
    FindingCards cards = shown();
    assertThat(seen(cards.getChildren().getFirst())).contains("one", "two").doesNotContain("three");
    assertThat(seen(cards.getChildren().getLast())).containsExactly("Something else");
    assertThat(more(cards, 0).getText()).isEqualTo("Show fix");
    assertThat(more(cards, 1).getText()).isEqualTo("Show more");
    assertThat(more(cards, 0).getAccessibleText()).isEqualTo("Show fix: The claim azp is another");
  }

  @Test
  void whatWasOpenedStaysOpenWhenTheFindingsAreShownAgain() {
    FindingCards cards = shown();
    Toolkit.run(() -> more(cards, 0).fire());
    assertThat(opened).containsExactly("aws.first");
    assertThat(seen(cards.getChildren().getFirst()))
        .contains("three", "aws.first · certain · RFC 7519");

    FindingCards again = shown();
    assertThat(seen(again.getChildren().getFirst())).contains("three");
    Toolkit.run(() -> more(again, 0).fire());
    assertThat(seen(again.getChildren().getFirst())).doesNotContain("three");
    assertThat(opened).isEmpty();
  }

  @Test
  void aFindingIsCopiedAsPlainWords() {
    FindingCard card = Toolkit.call(() -> new FindingCard(FIRST));
    Node copy =
        Toolkit.call(
            () ->
                card.lookupAll(".copy-button").stream()
                    .filter(button -> "Copy finding".equals(button.getAccessibleText()))
                    .findFirst()
                    .orElseThrow());
    Toolkit.run(((Button) copy)::fire);
    assertThat(clipboard())
        .isEqualTo(
            """
            The claim azp is another
            one
            two
            three
            → Mend sub
            aws iam get-role
            aws.first · certain · RFC 7519\
            """);
  }

  @Test
  void whatWidensIsCopiedFromACardByASecondPressToo() {
    Fix widens = Fix.of("Grant it").withGcloud("gcloud x").with(Fix.Effect.WIDENS);
    FindingCard card =
        Toolkit.call(() -> new FindingCard(Finding.error("gcs.denied", "No").fix(widens)));
    Button copy = Toolkit.call(() -> (Button) card.lookup(".fix-way .button"));
    Toolkit.run(
        () -> Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, "before")));

    Toolkit.run(copy::fire);
    assertThat(clipboard()).isEqualTo("before");
    assertThat(Toolkit.call(() -> ((Label) card.lookup(".fix-said")).getText()))
        .startsWith("This widens who may enter: Grant it.");
    Toolkit.run(copy::fire);
    assertThat(clipboard()).isEqualTo("gcloud x");
  }

  private static String clipboard() {
    return Toolkit.call(() -> Clipboard.getSystemClipboard().getString());
  }

  @Test
  void codeIsInTheMonoFaceWithoutItsBackticks() {
    Prose prose =
        Toolkit.call(() -> new Prose("AWS compares `a:aud` with `azp`; a ` alone stays."));
    assertThat(prose.getChildren())
        .extracting(part -> ((Text) part).getText())
        .containsExactly("AWS compares ", "a:aud", " with ", "azp", "; a ` alone stays.");
    assertThat(prose.getChildren().get(1).getStyleClass()).containsExactly("code");
    assertThat(prose.getAccessibleText())
        .isEqualTo("AWS compares a:aud with azp; a ` alone stays.");
  }

  private FindingCards shown() {
    return Toolkit.call(
        () -> {
          FindingCards cards = new FindingCards();
          Look.dress(new Scene(cards, 600, 400));
          cards.follow(findings, opened);
          return cards;
        });
  }

  private static Button more(FindingCards cards, int at) {
    return (Button) cards.getChildren().get(at).lookup(".finding-more");
  }

  private static List<String> seen(Node card) {
    return Toolkit.call(
        () ->
            card.lookupAll(".prose").stream()
                .filter(FindingCardTest::visible)
                .map(Node::getAccessibleText)
                .toList());
  }

  private static boolean visible(Node node) {
    return node.isVisible() && (node.getParent() == null || visible(node.getParent()));
  }
}
