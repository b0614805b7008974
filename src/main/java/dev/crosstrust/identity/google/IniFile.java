package dev.crosstrust.identity.google;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The text form of gcloud's configurations, as Python's {@code configparser} reads it: sections in
 * brackets, {@code name = value} or {@code name: value}, names in any case, lines of comment by
 * {@code #} or {@code ;}, further lines of a value indented.
 */
final class IniFile {
  private final Path file;
  private final Map<String, Map<String, String>> sections = new LinkedHashMap<>();
  private @Nullable Map<String, String> section;
  private @Nullable String name;

  private IniFile(Path file) {
    this.file = file;
  }

  /** Values by section and lower-case name. An empty file is legal. */
  static Map<String, Map<String, String>> read(Path file) throws UnusableFileException {
    IniFile ini = new IniFile(file);
    List<String> lines = new String(SmallFile.read(file), StandardCharsets.UTF_8).lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      ini.add(lines.get(i), i + 1);
    }
    return ini.sections;
  }

  private void add(String line, int number) throws UnusableFileException {
    String text = line.strip();
    if (text.isEmpty() || text.startsWith("#") || text.startsWith(";")) {
      return;
    }
    if (Character.isWhitespace(line.charAt(0)) && section != null && name != null) {
      section.merge(name, text, (first, more) -> first + "\n" + more);
    } else if (text.startsWith("[") && text.endsWith("]")) {
      section =
          sections.computeIfAbsent(
              text.substring(1, text.length() - 1), _ -> new LinkedHashMap<>());
      name = null;
    } else {
      addValue(text, number);
    }
  }

  private void addValue(String text, int number) throws UnusableFileException {
    String[] parts = text.split("[=:]", 2);
    if (section == null || parts.length < 2 || parts[0].isBlank()) {
      throw UnusableFileException.unreadable(
          "%s, line %d, is neither a section nor a value in one".formatted(file, number));
    }
    name = parts[0].strip().toLowerCase(Locale.ROOT);
    section.put(name, parts[1].strip());
  }
}
