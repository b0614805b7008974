package dev.crosstrust.ui;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.geometry.Rectangle2D;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;

/** Pictures of windows, as files. */
public final class Pictures {
  private Pictures() {}

  /** Writes what a scene shows now as PNG. */
  public static void write(Scene scene, Path file) {
    write(
        Toolkit.call(
            () -> {
              scene.getRoot().applyCss();
              scene.getRoot().layout();
              return scene.snapshot(null);
            }),
        file);
  }

  /** Writes what a node shows, all of it, as PNG. */
  static void write(Parent root, Path file) {
    write(
        Toolkit.call(
            () -> {
              SnapshotParameters all = new SnapshotParameters();
              all.setViewport(new Rectangle2D(0, 0, width(root), height(root)));
              return root.snapshot(all, null);
            }),
        file);
  }

  private static double width(Parent root) {
    return root.getLayoutBounds().getWidth();
  }

  private static double height(Parent root) {
    return root.getLayoutBounds().getHeight();
  }

  private static void write(WritableImage shot, Path file) {
    int width = (int) shot.getWidth();
    int height = (int) shot.getHeight();
    int[] pixels = new int[width * height];
    shot.getPixelReader()
        .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    image.setRGB(0, 0, width, height, pixels, 0, width);
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      ImageIO.write(image, "png", file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
