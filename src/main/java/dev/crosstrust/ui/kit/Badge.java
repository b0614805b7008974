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

  public Badge(String text, Tone tone) {
    super(text);
    getStyleClass().add("badge");
    tone(tone);
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
