package dev.crosstrust.identity.aws;

import dev.crosstrust.identity.BoundedFile;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.utils.StringInputStream;

/**
 * One of the two files, as the SDK understands it and as it is written.
 *
 * @param content what the SDK read; null when it could not, or there is no file
 * @param headers all sections, the dropped ones too
 * @param problem why nothing of the file is read, naming the line where that is known; null when it
 *     is
 */
record ConfigFile(
    Path path,
    @Nullable ProfileFile content,
    List<SectionHeader> headers,
    @Nullable String problem) {

  static ConfigFile read(Path path, ProfileFile.Type type) {
    String text;
    try {
      text = BoundedFile.text(path);
    } catch (NoSuchFileException e) {
      return new ConfigFile(path, null, List.of(), null);
    } catch (CharacterCodingException e) {
      return new ConfigFile(path, null, List.of(), path + " is not text in UTF-8");
    } catch (IOException e) {
      return new ConfigFile(path, null, List.of(), path + " cannot be read");
    }
    List<SectionHeader> headers = SectionScan.of(path, type, text);
    try {
      ProfileFile content =
          ProfileFile.builder().content(new StringInputStream(text)).type(type).build();
      return new ConfigFile(path, content, headers, null);
    } catch (IllegalArgumentException e) {
      // The SDK's texts name the line and never quote it.
      return new ConfigFile(path, null, headers, "%s: %s".formatted(path, e.getMessage()));
    }
  }

  Optional<SectionHeader> header(String profile) {
    return headers.stream()
        .filter(header -> profile.equals(header.profile()) && header.dropped() == null)
        .findFirst();
  }
}
