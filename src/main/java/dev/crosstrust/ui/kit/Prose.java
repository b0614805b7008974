package dev.crosstrust.ui.kit;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** Words that wrap, with what stands between backticks in the mono face. */
public final class Prose extends TextFlow {
  private static final Pattern CODE = Pattern.compile("`([^`\n]+)`");

  public Prose(String words, String... styleClasses) {
    getStyleClass().add("prose");
    getStyleClass().addAll(styleClasses);
    say(words);
  }

  /** Says something else. */
  public void say(String words) {
    getChildren().clear();
    Matcher code = CODE.matcher(words);
    int from = 0;
    while (code.find()) {
      add(words.substring(from, code.start()), "words");
      add(code.group(1), "code");
      from = code.end();
    }
    add(words.substring(from), "words");
    setAccessibleText(plain(words));
  }

  /** The same without backticks, to be copied or heard. */
  public static String plain(String words) {
    return CODE.matcher(words).replaceAll("$1");
  }

  private void add(String words, String style) {
    if (!words.isEmpty()) {
      Text text = new Text(words);
      text.getStyleClass().add(style);
      getChildren().add(text);
    }
  }
}
