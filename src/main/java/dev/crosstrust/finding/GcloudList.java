package dev.crosstrust.finding;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Several values in one flag of gcloud, which parts them at commas or at what stands between two
 * carets in front of them.
 *
 * @see <a href="https://cloud.google.com/sdk/gcloud/reference/topic/escaping">gcloud topic
 *     escaping</a>
 */
public final class GcloudList {
  private static final String COMMA = ",";

  private GcloudList() {}

  /** One value of a flag. */
  public static String of(List<String> values) {
    String delimiter =
        Stream.concat(
                Stream.of(COMMA, ";", "~", "#"), Stream.iterate("#~", longer -> longer + "#~"))
            .filter(it -> parts(values, it))
            .findFirst()
            .orElseThrow();
    String joined = String.join(delimiter, values);
    return delimiter.equals(COMMA) && !joined.startsWith("^")
        ? joined
        : "^%s^%s".formatted(delimiter, joined);
  }

  private static boolean parts(List<String> values, String delimiter) {
    String joined = String.join(delimiter, values);
    return List.of(joined.split(Pattern.quote(delimiter), -1)).equals(values);
  }
}
