package dev.crosstrust.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The messages are those of JavaFX 26 on Debian 12 without the thing in question. */
class DisplayTest {
  @Test
  void withoutADisplayNoPackageHelps() {
    assertThat(Display.sentence("Unable to open DISPLAY", "Linux"))
        .contains("no display")
        .doesNotContain("apt");
  }

  @Test
  void aMissingLibraryIsNamedByItsPackages() {
    assertThat(Display.sentence("Unable to load glass GTK library.", "Linux"))
        .contains("apt install libgtk-3-0 libxtst6");
    assertThat(
            Display.sentence(
                "java.lang.UnsatisfiedLinkError: no glassgtk3 in java.library.path: /usr/lib",
                "Linux"))
        .contains("apt install libgtk-3-0 libxtst6");
  }

  @Test
  void elsewhereTheSystemsOwnWordsAreGiven() {
    assertThat(Display.sentence("no window server\nmore", "Mac OS X"))
        .isEqualTo("no window can be opened here: no window server");
  }
}
