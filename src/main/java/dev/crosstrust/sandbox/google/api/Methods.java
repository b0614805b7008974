package dev.crosstrust.sandbox.google.api;

import dev.crosstrust.sandbox.wire.Handler;
import dev.crosstrust.sandbox.wire.Request;
import dev.crosstrust.sandbox.wire.Response;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The methods of an API, by verb and path template: {@code GET /b/{bucket}/o/{object}}. A variable
 * is one segment, percent-encoded slashes included; the first template that fits wins.
 */
public final class Methods {
  private static final Pattern VARIABLE = Pattern.compile("\\{([a-zA-Z]+)}");

  private final List<Entry> entries = new ArrayList<>();

  /** What a method does. */
  @FunctionalInterface
  public interface Method {
    Response answer(ApiCall call) throws IOException;
  }

  private record Entry(String verb, Pattern path, Method method) {}

  /** Adds a method. */
  public Methods on(String verb, String template, Method method) {
    Matcher variable = VARIABLE.matcher(template);
    StringBuilder path = new StringBuilder();
    int end = 0;
    while (variable.find()) {
      path.append(Pattern.quote(template.substring(end, variable.start())));
      path.append("(?<").append(variable.group(1)).append(">[^/]+)");
      end = variable.end();
    }
    path.append(Pattern.quote(template.substring(end)));
    entries.add(new Entry(verb, Pattern.compile(path.toString()), method));
    return this;
  }

  /** What answers this request; empty when it is none of these methods. */
  public Optional<Handler> find(Request request) {
    for (Entry entry : entries) {
      Matcher matcher = entry.path().matcher(request.rawPath());
      if (entry.verb().equals(request.method()) && matcher.matches()) {
        ApiCall call = new ApiCall(request, variables(matcher));
        return Optional.of(_ -> entry.method().answer(call));
      }
    }
    return Optional.empty();
  }

  private static Map<String, String> variables(Matcher matcher) {
    Map<String, String> variables = new HashMap<>();
    matcher
        .namedGroups()
        .forEach((name, group) -> variables.put(name, decoded(matcher.group(group))));
    return variables;
  }

  /** A plus sign in a path means itself. */
  private static String decoded(String segment) {
    try {
      return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException malformedEscape) {
      return segment;
    }
  }
}
