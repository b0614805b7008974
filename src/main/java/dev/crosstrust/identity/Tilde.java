package dev.crosstrust.identity;

import dev.crosstrust.finding.Finding;
import dev.crosstrust.finding.Fix;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What people read of a machine: its home folder is {@code ~}. Commands stay as they are. */
public final class Tilde {
  private static final Pattern NOTHING = Pattern.compile("(?!)");

  private final Pattern home;

  private Tilde(Pattern home) {
    this.home = home;
  }

  /** In the words of this machine. */
  public static Tilde of(Machine machine) {
    Path folder = machine.home();
    // A root is in every path, and one of a single name in many.
    return new Tilde(
        folder.isAbsolute() && folder.getNameCount() > 1
            ? Pattern.compile("(?<![\\w/\\\\])" + Pattern.quote(folder.toString()) + "(?![\\w.-])")
            : NOTHING);
  }

  /** A text in which the folder may stand. */
  public String in(String text) {
    return home.matcher(text).replaceAll(Matcher.quoteReplacement("~"));
  }

  /** Whom it is shown as. Ids stay: they are written elsewhere. */
  public Identity in(Identity identity) {
    return new Identity(
        identity.id(),
        identity.cloud(),
        identity.kind(),
        identity.principal(),
        in(identity.source()),
        identity.active(),
        identity.state(),
        identity.findings().stream().map(this::in).toList());
  }

  /** What is found, as it is told. */
  public Finding in(Finding finding) {
    return new Finding(
        finding.id(),
        finding.severity(),
        in(finding.title()),
        finding.because().stream().map(this::in).toList(),
        finding.fix().stream().map(this::in).toList(),
        finding.confidence(),
        finding.source());
  }

  private Fix in(Fix fix) {
    return new Fix(in(fix.text()), fix.aws(), fix.gcloud(), fix.terraform(), fix.effect());
  }
}
