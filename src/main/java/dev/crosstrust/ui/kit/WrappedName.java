package dev.crosstrust.ui.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javafx.geometry.HPos;
import javafx.geometry.Orientation;
import javafx.geometry.VPos;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;

/**
 * A name that goes on in the next line only where it has a joint, {@code Expired|Token|Exception},
 * {@code me@|example.com}. Where it does not fit at all it ends in dots, or is broken anywhere when
 * all of it is to be read. Text layout knows of spaces only (the JDK's rules for lines ignore ZERO
 * WIDTH SPACE).
 */
public final class WrappedName extends Region {
  /** Not in a time of day: there the colon parts nothing. */
  private static final Pattern JOINTS =
      Pattern.compile(
          "(?<=[ @/_?&=;,-])(?=\\S)|(?<=:)(?=[^\\d:])|(?=[.]\\p{Alpha})"
              + "|(?<=[a-z])(?=[A-Z])|(?<=[0-9])(?=[A-Z][a-z])|(?<=[A-Z])(?=[A-Z][a-z])");

  private static final String DOTS = "…";
  private static final int ALL = Integer.MAX_VALUE;

  private final Text shown = new Text();
  private final Text ruler = new Text();
  private final int most;
  private final HPos at;
  private String name = "";

  /**
   * @param most lines that it may have
   */
  WrappedName(String styleClass, int most, HPos at) {
    this.most = most;
    this.at = at;
    getStyleClass().add("wrapped-name");
    shown.getStyleClass().add(styleClass);
    shown.setTextOrigin(VPos.TOP);
    shown.setTextAlignment(at == HPos.CENTER ? TextAlignment.CENTER : TextAlignment.LEFT);
    // What it shows follows from the room it has, so it must not ask for other room.
    shown.setManaged(false);
    shown.fontProperty().subscribe(this::requestLayout);
    getChildren().setAll(shown);
  }

  /**
   * All of it, in as many lines as that takes.
   *
   * @param styles of the text
   */
  public static WrappedName whole(String text, String... styles) {
    WrappedName whole = new WrappedName("whole-name", ALL, HPos.LEFT);
    whole.shown.getStyleClass().addAll(styles);
    whole.name(text);
    return whole;
  }

  void name(String now) {
    if (!now.equals(name)) {
      name = now;
      setAccessibleText(now);
      requestLayout();
    }
  }

  /** All of it, however it is shown. */
  public String getName() {
    return name;
  }

  /** As it stands there now, line by line. */
  List<String> lines() {
    return shown.getText().lines().toList();
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computeMinWidth(double height) {
    return 0;
  }

  @Override
  protected double computePrefWidth(double height) {
    return snapSizeX(width(name));
  }

  @Override
  protected double computeMinHeight(double width) {
    return prefHeight(width);
  }

  @Override
  protected double computePrefHeight(double width) {
    if (name.isEmpty()) {
      return 0;
    }
    ruler.setFont(shown.getFont());
    ruler.setText(String.join("\n", wrap(width < 0 ? Double.MAX_VALUE : width)));
    return snapSizeY(ruler.getLayoutBounds().getHeight());
  }

  @Override
  protected void layoutChildren() {
    shown.setText(String.join("\n", wrap(getWidth())));
    double free = getWidth() - shown.getLayoutBounds().getWidth();
    shown.setLayoutX(at == HPos.CENTER ? Math.max(0, free / 2) : 0);
  }

  private List<String> wrap(double width) {
    List<String> lines = new ArrayList<>();
    String line = "";
    for (String part : JOINTS.splitAsStream(name).toList()) {
      if (line.isEmpty() || width((line + part).stripTrailing()) <= width) {
        line += part;
      } else {
        lines.add(line.stripTrailing());
        line = part;
      }
      while (most == ALL && line.length() > 1 && width(line.stripTrailing()) > width) {
        int end = fits(line, "", width);
        lines.add(line.substring(0, end));
        line = line.substring(end);
      }
    }
    lines.add(line);
    List<String> kept = new ArrayList<>(lines.subList(0, Math.min(most, lines.size())));
    if (lines.size() > most) {
      kept.set(most - 1, kept.getLast() + DOTS);
    }
    if (most < ALL) {
      kept.replaceAll(one -> fitting(one, width));
    }
    return kept;
  }

  private String fitting(String line, double width) {
    if (width(line) <= width) {
      return line;
    }
    return line.substring(0, fits(line, DOTS, width)) + DOTS;
  }

  /** How much of a line has room before this end; something of it in any case. */
  private int fits(String line, String end, double width) {
    int length = line.length() - 1;
    while (length > 1 && width(line.substring(0, length) + end) > width) {
      length--;
    }
    return length;
  }

  private double width(String text) {
    ruler.setFont(shown.getFont());
    ruler.setText(text);
    return ruler.getLayoutBounds().getWidth();
  }
}
