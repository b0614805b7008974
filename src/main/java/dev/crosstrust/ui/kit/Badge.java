package dev.crosstrust.ui.kit;

import javafx.scene.control.Label;

/** One or two words on a coloured ground; the words say it, the colour repeats it. */
public final class Badge extends Label {
  /** What the colour stands for. */
  public enum Tone {
    /** As it should be. */
    GOOD,
    /** Not as it should be. */
    BAD,
    /** Soon, or unsure. */
    UNSURE,
    /** Neither. */
    NEUTRAL
  }

  private boolean whole;

  public Badge(String text, Tone tone) {
    super(text);
    getStyleClass().add("badge");
    tone(tone);
  }

  /** Is never cut off, whatever stands beside it. */
  public Badge whole() {
    whole = true;
    requestLayout();
    return this;
  }

  @Override
  protected double computeMinWidth(double height) {
    return whole ? computePrefWidth(height) : super.computeMinWidth(height);
  }

  /** Changes the colour. */
  public void tone(Tone tone) {
    getStyleClass().removeAll("good", "bad", "unsure", "neutral");
    getStyleClass()
        .add(
            switch (tone) {
              case GOOD -> "good";
              case BAD -> "bad";
              case UNSURE -> "unsure";
              case NEUTRAL -> "neutral";
            });
  }
}
