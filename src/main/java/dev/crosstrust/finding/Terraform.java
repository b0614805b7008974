package dev.crosstrust.finding;

import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Terraform's language, as people paste it.
 *
 * @see <a href="https://developer.hashicorp.com/terraform/language/expressions/strings">Strings and
 *     Templates</a>
 */
public final class Terraform {
  private static final JsonMapper JSON = JsonMapper.shared();

  /** How the elements of a policy are called: these names need no quotes. */
  private static final Pattern ELEMENT = Pattern.compile("[A-Z][A-Za-z]*");

  private Terraform() {}

  /**
   * A text: quoted, with its templates taken literally, and what cannot be seen written as an
   * escape.
   */
  public static String text(String value) {
    String literal =
        value
            .replace("\\", "\\\\")
            .replace("\"", "\\\"")
            .replace("${", "$${")
            .replace("%{", "%%{")
            .replace("\n", "\\n");
    return "\"" + Shell.UNSEEN.matcher(literal).replaceAll(Terraform::escaped) + "\"";
  }

  private static String escaped(MatchResult unseen) {
    return unseen
        .group()
        .codePoints()
        .mapToObj(character -> String.format(Locale.ROOT, "\\\\U%08x", character))
        .map(escape -> escape.replace("U0000", "u"))
        .collect(Collectors.joining());
  }

  /** A name made of any text. */
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
      text.append("  %s = %s\n".formatted(arguments[i], indented(arguments[i + 1])));
    }
    return text.append("}").toString();
  }

  /** One argument of a resource that there is already. */
  public static String change(String type, String name, String argument, String value) {
    return "# in %s.%s%n%s = %s".formatted(type, name(name), argument, value);
  }

  /**
   * A document, which Terraform makes JSON of again: so a reader sees its lines, and a plan which
   * of them changes.
   *
   * @param json of a policy
   * @see <a href="https://developer.hashicorp.com/terraform/language/functions/jsonencode">{@code
   *     jsonencode}</a>
   */
  public static String json(String json) {
    return "jsonencode(" + expression(JSON.readTree(json)) + ")";
  }

  private static String expression(JsonNode value) {
    if (value.isObject()) {
      return block(
          "{",
          value.propertyStream().map(it -> key(it.getKey()) + " = " + expression(it.getValue())),
          "}");
    }
    if (value.isArray()) {
      return block("[", value.valueStream().map(it -> expression(it) + ","), "]");
    }
    return value.isString() ? text(value.stringValue()) : value.toString();
  }

  private static String key(String name) {
    return ELEMENT.matcher(name).matches() ? name : text(name);
  }

  private static String block(String opening, Stream<String> members, String closing) {
    String lines = members.map(it -> "  " + indented(it) + "\n").collect(Collectors.joining());
    return lines.isEmpty() ? opening + closing : opening + "\n" + lines + closing;
  }

  private static String indented(String value) {
    return value.replace("\n", "\n  ");
  }
}
