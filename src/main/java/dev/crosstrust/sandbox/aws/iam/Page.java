package dev.crosstrust.sandbox.aws.iam;

import dev.crosstrust.sandbox.aws.AwsError;
import dev.crosstrust.sandbox.aws.query.Constraints;
import dev.crosstrust.sandbox.aws.query.Element;
import dev.crosstrust.sandbox.aws.query.QueryCall;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;

/**
 * A part of a long answer. The marker of the next part holds the name after which it begins, so
 * that it stays right when things come and go between two calls.
 */
final class Page {
  private static final int MOST = 1000;
  private static final int DEFAULT = 100;

  private Page() {}

  /**
   * The page that a call asks for.
   *
   * @param all everything, in the order of its names
   */
  static <T> List<Element> of(
      QueryCall call,
      String element,
      List<T> all,
      Function<T, String> name,
      Function<T, Element> item) {
    Constraints constraints = call.constraints();
    int size = constraints.number("MaxItems", 1, MOST).orElse(DEFAULT);
    constraints.check();
    String after = call.parameters().find("Marker").map(Page::decode).orElse("");
    List<T> rest = all.stream().filter(it -> name.apply(it).compareTo(after) > 0).toList();
    List<T> page = rest.stream().limit(size).toList();
    List<Element> result = new ArrayList<>();
    result.add(Element.members(element, page.stream().map(item)));
    result.add(Element.of("IsTruncated", rest.size() > page.size()));
    if (rest.size() > page.size()) {
      result.add(Element.of("Marker", encode(name.apply(page.getLast()))));
    }
    return result;
  }

  private static String encode(String name) {
    return Base64.getUrlEncoder().encodeToString(name.getBytes(StandardCharsets.UTF_8));
  }

  private static String decode(String marker) {
    try {
      return new String(Base64.getUrlDecoder().decode(marker), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notOurs) {
      throw new AwsError(400, "ValidationError", "Invalid Marker.");
    }
  }
}
