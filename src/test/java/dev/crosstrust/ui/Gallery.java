package dev.crosstrust.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.ui.kit.Look;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.scene.Parent;
import javafx.scene.Scene;

/**
 * Every state of every screen that a test reaches, looked over in each size for what no window may
 * have. {@code mvn -Pgallery test} makes pictures of them, too, in each look; the picture of a
 * state is thus of what the test has checked.
 */
public final class Gallery {
  private static final Path FOLDER = Path.of("target", "gallery");
  private static final boolean PICTURES = Boolean.getBoolean("gallery");

  /** Heights that follow widths, and what follows those, settle in a few pulses. */
  private static final int PULSES = 4;

  private static final List<Size> SIZES =
      List.of(new Size(1024, 680), new Size(1600, 1000), new Size(1280, 800));

  private record Size(int width, int height) {
    @Override
    public String toString() {
      return width + "x" + height;
    }
  }

  private Gallery() {}

  /**
   * Looks a window over in each size, and takes its pictures where they are wanted. It is as large
   * as before, and light, when this is done.
   *
   * @param name the screen and its state: {@code routes-refused}
   * @param scene a whole window, shown
   */
  public static void hang(String name, Scene scene) {
    Parent root = scene.getRoot();
    for (Look look : PICTURES ? List.of(Look.DARK, Look.LIGHT) : List.of(Look.LIGHT)) {
      Toolkit.run(look::apply);
      for (Size size : SIZES) {
        resize(root, size.width(), size.height());
        List<String> flaws = Toolkit.call(() -> Inspection.of(root));
        if (PICTURES) {
          Pictures.write(root, file(name, size, look));
        }
        assertThat(flaws).as("%s at %s", name, size).isEmpty();
      }
    }
    resize(root, scene.getWidth(), scene.getHeight());
  }

  private static Path file(String name, Size size, Look look) {
    return FOLDER.resolve(
        "%s-%s-%s.png".formatted(name, size, look.name().toLowerCase(Locale.ROOT)));
  }

  /**
   * The content as it is in a window of this size. The window itself stays: a headless screen ends
   * at a thousand pixels.
   */
  private static void resize(Parent root, double width, double height) {
    Toolkit.run(() -> root.resize(width, height));
    Toolkit.pulses(PULSES);
    Toolkit.run(() -> Toolkit.settle(root.getScene()));
  }
}
