package dev.crosstrust.identity.aws;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.profiles.ProfileFile;

/**
 * Finds the sections of a configuration file, those included that the AWS tools drop without a
 * word. The rules are those of the <a
 * href="https://docs.aws.amazon.com/sdkref/latest/guide/file-format.html">file format</a>.
 */
final class SectionScan {
  private static final Pattern HEADER = Pattern.compile("\\[([^\\]]*)\\].*");
  private static final Pattern PREFIXED = Pattern.compile("profile[ \\t]+(.*)");
  private static final Pattern OTHER_KIND = Pattern.compile("(sso-session|services)[ \\t].*");
  private static final Pattern READABLE_NAME = Pattern.compile("[A-Za-z0-9_\\-/.%@:+]+");

  /** Sections of the AWS command line that are no profiles. */
  private static final Set<String> NO_PROFILES = Set.of("plugins", "preview");

  private final Path file;
  private final ProfileFile.Type type;
  private final List<SectionHeader> found = new ArrayList<>();

  private SectionScan(Path file, ProfileFile.Type type) {
    this.file = file;
    this.type = type;
  }

  /** All sections of a file in their order. */
  static List<SectionHeader> of(Path file, ProfileFile.Type type, String text) {
    SectionScan scan = new SectionScan(file, type);
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      Matcher header = HEADER.matcher(lines.get(i));
      if (header.matches()) {
        scan.found.add(scan.header(i + 1, header.group(1).strip()));
      }
    }
    return scan.withoutShadowedDefault();
  }

  private SectionHeader header(int line, String written) {
    Matcher prefixed = PREFIXED.matcher(written);
    boolean isPrefixed = prefixed.matches();
    String name = isPrefixed ? prefixed.group(1).strip() : written;
    if (!isPrefixed && (OTHER_KIND.matcher(written).matches() || NO_PROFILES.contains(written))) {
      return new SectionHeader(file, line, written, null, null);
    }
    return new SectionHeader(file, line, written, unquoted(name), dropped(isPrefixed, name));
  }

  private @Nullable String dropped(boolean isPrefixed, String name) {
    if (type == ProfileFile.Type.CREDENTIALS && isPrefixed) {
      return "in the credentials file a section has the profile's bare name: [%s]".formatted(name);
    }
    if (type == ProfileFile.Type.CONFIGURATION && !isPrefixed && !name.equals("default")) {
      return "in the config file a profile's section is written [profile %s]".formatted(name);
    }
    return READABLE_NAME.matcher(name).matches()
        ? null
        : "a profile's name has letters, digits and - / . % @ _ : + only, without quotes";
  }

  private static String unquoted(String name) {
    return name.replaceAll("^[\"']|[\"']$", "");
  }

  /** Of {@code [default]} and {@code [profile default]} in one file the second kind is read. */
  private List<SectionHeader> withoutShadowedDefault() {
    boolean shadowed =
        found.stream()
            .anyMatch(
                header ->
                    header.written().startsWith("profile ") && "default".equals(header.profile()));
    Stream<SectionHeader> headers = found.stream();
    if (shadowed && type == ProfileFile.Type.CONFIGURATION) {
      headers = headers.map(SectionScan::shadowed);
    }
    return headers.toList();
  }

  private static SectionHeader shadowed(SectionHeader header) {
    return header.written().equals("default")
        ? new SectionHeader(
            header.file(),
            header.line(),
            header.written(),
            header.profile(),
            "[profile default] in the same file takes its place")
        : header;
  }
}
