package dev.crosstrust.diagnosis.reading;

import java.io.CharArrayReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Finds JSON, XML and HTML in a text. JSON is read as leniently as people and tools write it: with
 * line breaks inside of texts, in single quotes (Python) and with bare names (JavaScript).
 */
final class Islands {
  /** Levels of JSON; an error has a few. */
  private static final int DEEPEST = 60;

  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
                  .build())
          .enable(
              JsonReadFeature.ALLOW_SINGLE_QUOTES,
              JsonReadFeature.ALLOW_UNQUOTED_PROPERTY_NAMES,
              JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS,
              JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER,
              JsonReadFeature.ALLOW_TRAILING_COMMA)
          .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /** An object with a member, or a list of objects. */
  private static final Pattern OPENING = Pattern.compile("\\{\\s*[\"'\\w$]|\\[\\s*\\{");

  /** Words of Python in the places of values. */
  private static final Pattern PYTHON =
      Pattern.compile("(?:None|True|False)\\b(?<=[:,\\[(]\\s?\\w{4,5})");

  private static final Pattern XML =
      Pattern.compile(
          "(?:<\\?xml[^<>]*\\?>\\s*)?<(ErrorResponse|Response|Error)(?:\\s[^<>]*)?>(?=\\s*<)");
  private static final Pattern HTML = Pattern.compile("(?i)<(?:!doctype\\s+html|html)\\b");
  private static final Pattern HTML_END = Pattern.compile("(?i)</html\\s*>");

  /** More openings of nothing than a log of errors has; what comes after them is read as text. */
  private static final int FAILURES = 2_000;

  private static final int NONE = Integer.MAX_VALUE;

  private Islands() {}

  /** In their order; none is inside another. */
  static List<Island> in(String text) {
    List<Island> islands = new ArrayList<>();
    if (text.indexOf('{') < 0 && text.indexOf('<') < 0) {
      return islands;
    }
    char[] characters = withoutPython(text);
    Matcher json = OPENING.matcher(text);
    Matcher xml = XML.matcher(text);
    Matcher html = HTML.matcher(text);
    int at = 0;
    int object = -1;
    int element = -1;
    int page = -1;
    for (int failures = 0; failures < FAILURES; ) {
      object = object < at ? next(json, at) : object;
      element = element < at ? next(xml, at) : element;
      page = page < at ? next(html, at) : page;
      int next = Math.min(object, Math.min(element, page));
      if (next == NONE) {
        break;
      }
      Optional<Island> island =
          next == page
              ? Optional.of(page(text, next))
              : next == element
                  ? Optional.of(element(text, next, xml.group(1)))
                  : object(text, characters, next);
      island.ifPresent(islands::add);
      failures += island.isPresent() ? 0 : 1;
      at = island.map(Island::end).orElse(next + 1);
    }
    return islands;
  }

  private static int next(Matcher matcher, int from) {
    return matcher.find(from) ? matcher.start() : NONE;
  }

  private static char[] withoutPython(String text) {
    Matcher word = PYTHON.matcher(text);
    char[] characters = text.toCharArray();
    while (word.find()) {
      String json = word.group().equals("None") ? "null" : word.group().toLowerCase(Locale.ROOT);
      json.getChars(0, json.length(), characters, word.start());
    }
    return characters;
  }

  private static Island page(String text, int start) {
    Matcher closing = HTML_END.matcher(text);
    int end = closing.find(start) ? closing.end() : text.length();
    return new Island(start, end, null, text.substring(start, end));
  }

  private static Island element(String text, int start, String name) {
    String closing = "</" + name + ">";
    int end = text.indexOf(closing, start);
    end = end < 0 ? text.length() : end + closing.length();
    return new Island(start, end, null, text.substring(start, end));
  }

  private static Optional<Island> object(String text, char[] characters, int start) {
    try (JsonParser parser =
        JSON.createParser(new CharArrayReader(characters, start, characters.length - start))) {
      JsonNode value = JSON.readTree(parser);
      int end = start + Math.toIntExact(parser.currentLocation().getCharOffset());
      return value.isContainer()
          ? Optional.of(new Island(start, end, value, text.substring(start, end)))
          : Optional.empty();
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }
}
