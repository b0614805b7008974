package dev.crosstrust.ui.walkthrough;

import dev.crosstrust.ui.shell.Guide;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.geometry.Bounds;
import javafx.geometry.Dimension2D;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * Points at what the step of a story is about, wherever that moves, with a card beside it. The
 * mouse goes through all of it but the card.
 */
public final class Spotlight extends Pane implements Guide {
  /** Between a control and the ring around it. */
  private static final double AROUND = 4;

  private final UnaryOperator<String> keysOf;
  private final Shade shade = new Shade();
  private final Callout card;
  private final Runnable follow = this::follow;
  private Subscription steps = Subscription.EMPTY;
  private @Nullable Drawn drawn;
  private StoryModel.@Nullable Place told;
  private boolean focusWanted;
  private @Nullable String lit;

  /** What has been drawn, to draw again only what has changed. */
  private record Drawn(Rectangle2D light, Rectangle2D card, Dimension2D window) {}

  /**
   * @param go goes to a screen, by its id
   * @param keysOf the keys that go to a screen, in words
   */
  public Spotlight(WalkthroughModel model, Consumer<String> go, UnaryOperator<String> keysOf) {
    this.keysOf = keysOf;
    card = new Callout(model, () -> go.accept(WalkthroughScreen.ID));
    setId("spotlight");
    setPickOnBounds(false);
    getChildren().setAll(shade, card);
    card.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    sceneProperty().subscribe(this::moved);
    model.toldProperty().subscribe(this::tell);
  }

  @Override
  public Node node() {
    return this;
  }

  /** To the card; from there to the control in the light. */
  @Override
  public void focus() {
    if (!isVisible()) {
      return;
    }
    if (card.isFocusWithin()) {
      toLight();
    } else {
      card.take();
    }
  }

  /** The id of the node that is in the light. */
  Optional<String> lit() {
    return Optional.ofNullable(lit);
  }

  private void moved(@Nullable Scene before, @Nullable Scene now) {
    if (before != null) {
      before.removePostLayoutPulseListener(follow);
    }
    if (now != null) {
      now.addPostLayoutPulseListener(follow);
    }
  }

  private void tell(Optional<StoryModel> story) {
    steps.unsubscribe();
    steps = Subscription.EMPTY;
    told = null;
    setVisible(story.isPresent());
    story.ifPresent(one -> steps = one.placeProperty().subscribe(place -> show(one, place)));
  }

  /** The card asks for the focus when it says something new: another step, or that it is done. */
  private void show(StoryModel story, StoryModel.Place place) {
    StoryModel.Place before = told;
    told = place;
    card.show(story, place, keysOf.apply(place.step().screen()));
    boolean another = before == null || before.number() != place.number();
    boolean reached = before != null && !before.reached() && place.reached();
    focusWanted |= another || (reached && screenShown(place.step()));
  }

  private boolean screenShown(Step step) {
    return getScene() != null && Anchors.screen(getScene(), step).isPresent();
  }

  /** After each layout: what the light is on may have moved, come or gone. */
  private void follow() {
    StoryModel.Place place = told;
    if (place == null) {
      return;
    }
    draw(place);
    if (focusWanted && !covered()) {
      focusWanted = false;
      card.take();
    }
  }

  private void draw(StoryModel.Place place) {
    Optional<Anchors.Spot> spot = Anchors.spot(getScene(), place);
    lit = spot.map(it -> it.node().getId()).orElse(null);
    Rectangle2D light = spot.map(it -> around(sceneToLocal(it.seen()))).orElse(Rectangle2D.EMPTY);
    Dimension2D window = new Dimension2D(getWidth(), getHeight());
    Dimension2D size = new Dimension2D(Callout.WIDTH, Math.ceil(card.prefHeight(Callout.WIDTH)));
    Point2D at = Placement.beside(light, size, window);
    Drawn next =
        new Drawn(
            light,
            new Rectangle2D(at.getX(), at.getY(), size.getWidth(), size.getHeight()),
            window);
    if (!next.equals(drawn)) {
      drawn = next;
      shade.show(window.getWidth(), window.getHeight(), light);
      card.resizeRelocate(at.getX(), at.getY(), size.getWidth(), size.getHeight());
    }
  }

  /** The place of the ring, wholly in the window. */
  private Rectangle2D around(Bounds seen) {
    double left = Math.max(1, Math.rint(seen.getMinX()) - AROUND);
    double top = Math.max(1, Math.rint(seen.getMinY()) - AROUND);
    double right = Math.min(getWidth() - 1, Math.rint(seen.getMaxX()) + AROUND);
    double bottom = Math.min(getHeight() - 1, Math.rint(seen.getMaxY()) + AROUND);
    return new Rectangle2D(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
  }

  /** Whether the focus is in something that lies over this layer, and should stay there. */
  private boolean covered() {
    List<Node> layers = getParent().getChildrenUnmodifiable();
    return layers.subList(layers.indexOf(this) + 1, layers.size()).stream()
        .anyMatch(layer -> layer.isFocusWithin());
  }

  /** Enter presses what has the focus, and not the default button of the screen below. */
  private void pressed(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER && event.getTarget() instanceof Button button) {
      button.fire();
      event.consume();
    } else if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.ESCAPE) {
      toLight();
      event.consume();
    }
  }

  private void toLight() {
    StoryModel.Place place = told;
    if (place != null) {
      Anchors.spot(getScene(), place)
          .flatMap(spot -> Anchors.focusable(spot.node()))
          .ifPresent(Node::requestFocus);
    }
  }
}
