package dev.crosstrust.ui.kit;

import dev.crosstrust.finding.Finding;
import dev.crosstrust.finding.Fix;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A finding in plain words. */
final class FindingText {
  private FindingText() {}

  /** All of it, a line each, to be handed on. */
  static String whole(Finding finding) {
    return Stream.of(
            Stream.of(finding.title()),
            finding.because().stream(),
            finding.fix().stream().flatMap(FindingText::lines),
            Stream.of(footer(finding)))
        .flatMap(lines -> lines)
        .map(Prose::plain)
        .collect(Collectors.joining("\n"));
  }

  private static Stream<String> lines(Fix fix) {
    return Stream.concat(Stream.of("→ " + fix.text()), commands(fix).stream());
  }

  /** What can be typed to mend it. */
  static List<String> commands(Fix fix) {
    return Stream.of(fix.aws(), fix.gcloud(), fix.terraform()).flatMap(Stream::ofNullable).toList();
  }

  /** By which name it is known, how sure it is, and whose rule it follows. */
  static String footer(Finding finding) {
    String sure = finding.confidence().name().toLowerCase(Locale.ROOT);
    return Stream.of(finding.id(), sure, finding.source())
        .flatMap(Stream::ofNullable)
        .collect(Collectors.joining(" · "));
  }
}
