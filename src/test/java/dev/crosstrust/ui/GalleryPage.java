package dev.crosstrust.ui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts all pictures of the gallery on one page, and those that README shows into its folder. */
public final class GalleryPage {
  private static final Path GALLERY = Path.of("target", "gallery");
  private static final Path ASSETS = Path.of("assets", "pictures");

  /** The state of each screen that says most about it. */
  private static final List<String> SHOWN =
      List.of(
          "routes-done",
          "routes-refused",
          "routes-corrected",
          "routes-to-google-story",
          "routes-setup-missing",
          "route-form-filled",
          "lens-ready",
          "lens-aws-jwt",
          "explain-example",
          "explain-judged",
          "explain-help",
          "browse-preview",
          "browse-refused",
          "browse-gs-object-by-name",
          "browse-insert-form",
          "identities-ready",
          "walkthrough-first-start",
          "walkthrough-3-azp",
          "walkthrough-second-6-done",
          "shell-palette",
          "shell-settings");

  private GalleryPage() {}

  /** Writes them; {@code mvn -Pgallery} calls it when the tests have made the pictures. */
  public static void main(String[] arguments) throws IOException {
    Files.writeString(GALLERY.resolve("index.html"), page());
    for (String state : SHOWN) {
      for (String look : List.of("light", "dark")) {
        Files.copy(
            GALLERY.resolve("%s-1280x800-%s.png".formatted(state, look)),
            ASSETS.resolve("%s-%s.png".formatted(state, look)),
            StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  private static String page() throws IOException {
    try (Stream<Path> files = Files.list(GALLERY)) {
      String pictures =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(".png"))
              .sorted()
              .map(
                  name ->
                      """
                      <figure><a href="%1$s"><img src="%1$s" alt="%1$s"></a>\
                      <figcaption>%1$s</figcaption></figure>
                      """
                          .formatted(name))
              .collect(Collectors.joining());
      return """
      <!doctype html>
      <meta charset="utf-8">
      <title>Every screen in every state</title>
      <style>
        body { font: 13px sans-serif; display: flex; flex-wrap: wrap; gap: 12px }
        figure { margin: 0 } img { width: 512px; border: 1px solid #8888 }
      </style>
      """
          + pictures;
    }
  }
}
