package dev.crosstrust.ui.shell;

import dev.crosstrust.finding.HelpPage;
import dev.crosstrust.ui.kit.CopyButton;
import dev.crosstrust.ui.kit.Prose;
import dev.crosstrust.ui.kit.WrappedName;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** One help page, to be read from top to bottom. */
final class HelpText extends VBox {
  HelpText(HelpPage page) {
    getStyleClass().add("help-text");
    Label id = new Label(page.id());
    id.setId("help-id");
    id.getStyleClass().addAll("mono", "muted");
    HBox named = new HBox(id, new CopyButton("id", page.id()));
    named.getStyleClass().add("help-named");
    getChildren().setAll(new Prose(page.title(), "help-title"), named, new Prose(page.what()));
    section("How it shows", page.signs(), "•");
    section("What causes it", page.causes(), "•");
    steps(page.todo());
    sources(page.sources());
  }

  /** The same for those who hear it. */
  static String spoken(HelpPage page) {
    return Prose.plain("%s: %s. %s".formatted(page.id(), page.title(), page.what()));
  }

  private void section(String title, List<String> lines, String mark) {
    if (!lines.isEmpty()) {
      getChildren().add(title(title));
      lines.forEach(line -> getChildren().add(line(mark, line)));
    }
  }

  private void sources(List<String> sources) {
    if (!sources.isEmpty()) {
      getChildren().add(title("Where that is written"));
      for (String source : sources) {
        WrappedName address = WrappedName.whole(source, "plain-text");
        HBox.setHgrow(address, Priority.ALWAYS);
        HBox line = new HBox(address, new CopyButton("address", source));
        line.getStyleClass().add("help-source");
        getChildren().add(line);
      }
    }
  }

  private void steps(List<String> todo) {
    if (!todo.isEmpty()) {
      getChildren().add(title("What to do"));
      for (int i = 0; i < todo.size(); i++) {
        getChildren().add(line((i + 1) + ".", todo.get(i)));
      }
    }
  }

  private static Label title(String text) {
    Label title = new Label(text);
    title.getStyleClass().addAll("section-title", "help-section");
    return title;
  }

  private static HBox line(String mark, String words) {
    Label before = new Label(mark);
    before.getStyleClass().addAll("muted", "help-mark");
    before.setMinWidth(USE_PREF_SIZE);
    Prose prose = new Prose(words);
    HBox.setHgrow(prose, Priority.ALWAYS);
    HBox line = new HBox(before, prose);
    line.getStyleClass().add("help-line");
    return line;
  }
}
