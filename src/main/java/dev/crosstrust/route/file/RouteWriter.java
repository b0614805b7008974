package dev.crosstrust.route.file;

import dev.crosstrust.identity.google.GoogleEndpoints;
import dev.crosstrust.route.AwsToGoogle;
import dev.crosstrust.route.GoogleToAws;
import dev.crosstrust.route.Route;
import dev.crosstrust.route.Step;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Writes a route as YAML for people: always in the same order, and only what is set. */
public final class RouteWriter {
  /** What needs no quotes, in a line of its own or between braces. */
  private static final Pattern PLAIN =
      Pattern.compile("(?![0-9.+~-])[A-Za-z0-9_./@=+:-]*[A-Za-z0-9_./@=+-]");

  private static final Pattern WORD_OF_YAML =
      Pattern.compile("(?i)true|false|yes|no|on|off|null|y|n|[.]?(nan|inf)");
  private static final JsonMapper QUOTED = JsonMapper.shared();

  private final StringBuilder out = new StringBuilder();

  private RouteWriter() {}

  /** The route as YAML, ending in a line break. */
  public static String write(Route route) {
    RouteWriter writer = new RouteWriter();
    writer.line("", "name", route.name());
    writer.line("", "direction", route.direction().text());
    writer.line("", "identity", route.identity());
    switch (route) {
      case GoogleToAws road -> writer.googleToAws(road);
      case AwsToGoogle road -> writer.awsToGoogle(road);
    }
    writer.expect(route.expect());
    writer.steps(route);
    return writer.out.toString();
  }

  private void googleToAws(GoogleToAws route) {
    line("", "impersonate", route.impersonate());
    line("", "audience", route.audience());
    out.append("aws:\n");
    line("  ", "region", route.aws().region());
    line("  ", "role", route.aws().role());
    line("  ", "session", route.aws().session());
    if (route.aws().duration() != null) {
      out.append("  duration: %d\n".formatted(route.aws().duration().toSeconds()));
    }
  }

  private void awsToGoogle(AwsToGoogle route) {
    line("", "audience", route.audience());
    out.append("token: {");
    Braces braces = new Braces(out);
    AwsToGoogle.TokenForm token = route.token();
    braces.add("kind", token.word());
    braces.add("algorithm", token.algorithm() == null ? null : token.algorithm().name());
    braces.add("duration", token.duration() == null ? null : "" + token.duration().toSeconds());
    out.append("}\ngoogle:\n");
    line("  ", "provider", route.google().provider());
    line("  ", "project", route.google().project());
    line("  ", "impersonate", route.google().impersonate());
    String universe = route.google().universe();
    line("  ", "universe", universe.equals(GoogleEndpoints.DEFAULT_UNIVERSE) ? null : universe);
  }

  private void expect(Route.Expect expect) {
    if (expect.equals(Route.Expect.ANYTHING)) {
      return;
    }
    out.append("expect: {");
    Braces braces = new Braces(out);
    braces.add("aws-account", quotedIfSet(expect.awsAccount()));
    braces.add("google-project", quotedIfSet(expect.googleProject()));
    out.append("}\n");
  }

  private void steps(Route route) {
    if (route.steps().isEmpty()) {
      return;
    }
    out.append("steps:\n");
    for (Step step : route.steps()) {
      out.append("  - {");
      Braces braces = new Braces(out);
      braces.add("do", step.operation().text());
      braces.add("target", quotedIfSet(step.target()));
      braces.add(
          "expect", step.expect() == null ? null : step.expect().name().toLowerCase(Locale.ROOT));
      out.append("}\n");
    }
  }

  private void line(String indent, String key, @Nullable String value) {
    if (value != null) {
      out.append("%s%s: %s\n".formatted(indent, key, quoted(value)));
    }
  }

  private static @Nullable String quotedIfSet(@Nullable String value) {
    return value == null ? null : quoted(value);
  }

  /** A JSON string is a YAML string. */
  private static String quoted(String value) {
    boolean plain = PLAIN.matcher(value).matches() && !WORD_OF_YAML.matcher(value).matches();
    return plain ? value : QUOTED.writeValueAsString(value);
  }

  /** The inside of {@code {key: value, …}}. */
  private static final class Braces {
    private final StringBuilder out;
    private String between = "";

    Braces(StringBuilder out) {
      this.out = out;
    }

    void add(String key, @Nullable String value) {
      if (value != null) {
        out.append(between).append(key).append(": ").append(value);
        between = ", ";
      }
    }
  }
}
