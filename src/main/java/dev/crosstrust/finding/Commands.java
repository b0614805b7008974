package dev.crosstrust.finding;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.stream.Collectors;

/** Commands and Terraform as people paste them. */
public final class Commands {
  private Commands() {}

  /** A command of these words, each quoted where a POSIX shell needs it. */
  public static String of(String command, String... words) {
    return command
        + Arrays.stream(words).map(word -> " " + Shell.quoted(word)).collect(Collectors.joining());
  }

  /**
   * A text of Terraform's language: quoted, with its templates taken literally, and what cannot be
   * seen written as an escape.
   */
  public static String text(String value) {
    String literal =
        value
            .replace("\\", "\\\\")
            .replace("\"", "\\\"")
            .replace("${", "$${")
            .replace("%{", "%%{")
            .replace("\n", "\\n");
    return "\"" + Shell.UNSEEN.matcher(literal).replaceAll(Commands::escaped) + "\"";
  }

  private static String escaped(MatchResult unseen) {
    return unseen
        .group()
        .codePoints()
        .mapToObj(character -> String.format(Locale.ROOT, "\\\\U%08x", character))
        .map(escape -> escape.replace("U0000", "u"))
        .collect(Collectors.joining());
  }

  /** A name of Terraform's language made of any text. */
  public static String name(String text) {
    String name = text.replaceAll("[^A-Za-z0-9_]+", "_");
    return name.matches("[A-Za-z_].*") ? name : "_" + name;
  }

  /**
   * A resource.
   *
   * @param arguments names and values by turns; values as Terraform writes them
   */
  public static String resource(String type, String name, String... arguments) {
    StringBuilder text = new StringBuilder();
    text.append("resource \"%s\" \"%s\" {\n".formatted(type, name(name)));
    for (int i = 0; i < arguments.length; i += 2) {
      text.append("  %s = %s\n".formatted(arguments[i], arguments[i + 1]));
    }
    return text.append("}").toString();
  }
}
