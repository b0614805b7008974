package dev.crosstrust.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.ui.kit.Prose;
import dev.crosstrust.ui.settings.WindowMemory;
import dev.crosstrust.ui.task.Background;
import dev.crosstrust.ui.workplace.Workplace;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Stage;

/** A window at one of its screens, used by keyboard and read like a person does. */
public final class TestWindow implements AutoCloseable {
  private static final long LIMIT_NANOS = 30_000_000_000L;

  private final String screen;
  private final Runnable ending;
  private final Stage stage;
  private final Scene scene;

  /**
   * The real one.
   *
   * @param screen the id of the one it is at
   */
  public TestWindow(Background background, Workplace workplace, String screen) {
    this.screen = screen;
    WindowMemory memory = WindowMemory.read(workplace.surroundings().get().windowFile());
    Desktop desktop = Toolkit.call(() -> new Desktop(background, workplace, memory));
    ending = desktop::close;
    stage =
        opened(
            shown -> {
              desktop.go(screen);
              desktop.show(shown, false);
            });
    scene = Toolkit.call(stage::getScene);
    until(stage::isFocused);
  }

  /**
   * One with this in it.
   *
   * @param name of its pictures
   */
  public TestWindow(String name, Supplier<Scene> content) {
    this.screen = name;
    ending = () -> {};
    stage =
        opened(
            shown -> {
              shown.setScene(content.get());
              shown.show();
            });
    scene = Toolkit.call(stage::getScene);
    until(stage::isFocused);
  }

  private static Stage opened(Consumer<Stage> show) {
    return Toolkit.call(
        () -> {
          Stage shown = new Stage();
          shown.setX(0);
          shown.setY(0);
          show.accept(shown);
          shown.requestFocus();
          return shown;
        });
  }

  /** Presses these together. */
  public void press(KeyCode... keys) {
    Toolkit.press(keys);
  }

  public void type(String text) {
    Toolkit.run(
        () -> {
          if (scene.getFocusOwner() instanceof TextInputControl field) {
            field.replaceSelection(text);
          } else {
            throw new AssertionError("nowhere to type: " + scene.getFocusOwner());
          }
        });
  }

  /** Goes on with Tab until this control has the focus, and presses it. */
  public void tabTo(String id) {
    tabTo(id, owner -> id.equals(owner.getId()));
  }

  public void tabToText(String text) {
    tabTo(text, owner -> owner instanceof Labeled labeled && text.equals(labeled.getText()));
  }

  /** The same for what is told to those who do not see. */
  public void tabToSpoken(String words) {
    tabTo(words, owner -> words.equals(owner.getAccessibleText()));
  }

  /** What the control with the focus is called. */
  public String focused() {
    return Toolkit.call(() -> String.valueOf(scene.getFocusOwner().getAccessibleText()));
  }

  /** Whether a text can be seen; to be called on the screen's thread. */
  public boolean shows(String words) {
    return shownNow().stream().anyMatch(text -> text.contains(words));
  }

  private void tabTo(String what, Predicate<Node> wanted) {
    for (int i = 0; i < 60; i++) {
      if (has(() -> scene.getFocusOwner() != null && wanted.test(scene.getFocusOwner()))) {
        return;
      }
      press(KeyCode.TAB);
    }
    throw new AssertionError("no way to %s by Tab".formatted(what));
  }

  public void clipboard(String text) {
    Toolkit.run(
        () -> {
          ClipboardContent content = new ClipboardContent();
          content.putString(text);
          Clipboard.getSystemClipboard().setContent(content);
        });
  }

  public String clipboard() {
    return Toolkit.call(() -> String.valueOf(Clipboard.getSystemClipboard().getString()));
  }

  public void until(Supplier<Boolean> condition) {
    long end = System.nanoTime() + LIMIT_NANOS;
    while (!has(condition)) {
      assertThat(System.nanoTime()).as("still not so; shown: %s", words()).isLessThan(end);
      Thread.onSpinWait();
    }
  }

  public void untilText(String id, String words) {
    until(() -> scene.lookup("#" + id) instanceof Label label && label.getText().equals(words));
  }

  private static boolean has(Supplier<Boolean> condition) {
    return Toolkit.call(condition::get);
  }

  public void untilShown(String words) {
    until(() -> shows(words));
  }

  /** Every text that can be seen. */
  public List<String> words() {
    return Toolkit.call(this::shownNow);
  }

  private List<String> shownNow() {
    List<String> words = new ArrayList<>();
    for (Node node : nodes(_ -> true)) {
      switch (node) {
        case Labeled labeled when labeled.getText() != null -> words.add(labeled.getText());
        case Text text -> words.add(text.getText());
        case TextInputControl input -> words.add(input.getText());
        default -> {}
      }
    }
    return words;
  }

  /** Every text that is told to those who do not see. */
  public List<String> spoken() {
    return Toolkit.call(
        () -> {
          List<String> words = new ArrayList<>();
          for (Node node : nodes(_ -> true)) {
            words.add(String.valueOf(node.getAccessibleText()));
            words.add(String.valueOf(node.getAccessibleHelp()));
            words.add(
                String.valueOf(
                    node.queryAccessibleAttribute(javafx.scene.AccessibleAttribute.TEXT)));
          }
          words.add(String.valueOf(stage.getTitle()));
          return words;
        });
  }

  public String text(String id) {
    return Toolkit.call(
        () ->
            switch (scene.lookup("#" + id)) {
              case Label label -> label.getText();
              case Prose prose -> prose.getAccessibleText();
              case null, default -> "";
            });
  }

  /** What is chosen, or written, there. */
  public String value(String id) {
    return Toolkit.call(
        () ->
            switch (scene.lookup("#" + id)) {
              case ComboBox<?> box -> chosen(box);
              case TextInputControl input -> input.getText();
              case null, default -> "";
            });
  }

  private static <T> String chosen(ComboBox<T> box) {
    return box.getConverter().toString(box.getValue());
  }

  private List<Node> nodes(Predicate<Node> wanted) {
    List<Node> found = new ArrayList<>();
    collect(scene.getRoot(), wanted, found);
    return found;
  }

  /** Focusable controls that would be silent to a screen reader. */
  public List<Node> unnamed() {
    return Toolkit.call(
        () ->
            nodes(
                node ->
                    node.isFocusTraversable()
                        && String.valueOf(node.getAccessibleText()).matches("null|")
                        && !(node instanceof Labeled labeled && !labeled.getText().isEmpty())));
  }

  private static void collect(Node node, Predicate<Node> wanted, List<Node> found) {
    if (!node.isVisible()) {
      return;
    }
    if (wanted.test(node)) {
      found.add(node);
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> collect(child, wanted, found));
    }
  }

  public void picture(String state) {
    Gallery.hang(screen + "-" + state, scene);
  }

  @Override
  public void close() {
    Toolkit.run(
        () -> {
          stage.close();
          ending.run();
        });
  }
}
