package dev.crosstrust.sandbox.aws.sts;

import com.nimbusds.jose.JWSAlgorithm;
import dev.crosstrust.sandbox.aws.AwsError;
import dev.crosstrust.sandbox.aws.account.OutboundIssuer;
import dev.crosstrust.sandbox.aws.query.Constraints;
import dev.crosstrust.sandbox.aws.query.Constraints.Length;
import dev.crosstrust.sandbox.aws.query.QueryCall;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What {@code GetWebIdentityToken} is asked for.
 *
 * @param audiences one to ten, doubles kept
 * @param lifetime one minute to one hour
 * @param tags claims of the caller's own, in their order
 */
record OutboundRequest(
    List<String> audiences, JWSAlgorithm algorithm, Duration lifetime, Map<String, String> tags) {
  private static final int SHORTEST_SECONDS = 60;
  private static final int LONGEST_SECONDS = 3_600;
  private static final int DEFAULT_SECONDS = 300;
  private static final int MOST_TAGS = 50;
  private static final String TAG = "[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]";
  private static final Pattern TAG_KEY = Pattern.compile(TAG + "{1,128}");
  private static final Pattern TAG_VALUE = Pattern.compile(TAG + "{0,256}");

  /**
   * Reads it.
   *
   * @throws AwsError when a parameter is missing or wrong
   */
  static OutboundRequest read(QueryCall call) {
    Constraints constraints = call.constraints();
    List<String> audiences = constraints.list("Audience", new Length(1, 10), new Length(1, 1_000));
    String algorithm = constraints.required("SigningAlgorithm", new Length(1, 2_048));
    int seconds =
        constraints
            .number("DurationSeconds", SHORTEST_SECONDS, LONGEST_SECONDS)
            .orElse(DEFAULT_SECONDS);
    constraints.check();
    return new OutboundRequest(
        audiences,
        OutboundIssuer.ALGORITHMS.stream()
            .filter(it -> it.getName().equals(algorithm))
            .findFirst()
            .orElseThrow(OutboundRequest::unknownAlgorithm),
        Duration.ofSeconds(seconds),
        tags(call));
  }

  /** The condition keys that policies see, beyond those of every request. */
  Map<String, List<String>> conditionKeys() {
    Map<String, List<String>> keys = new LinkedHashMap<>();
    keys.put("sts:IdentityTokenAudience", audiences);
    keys.put("sts:DurationSeconds", List.of(Long.toString(lifetime.toSeconds())));
    keys.put("sts:SigningAlgorithm", List.of(algorithm.getName()));
    if (!tags.isEmpty()) {
      keys.put("aws:TagKeys", List.copyOf(tags.keySet()));
      tags.forEach((key, value) -> keys.put("aws:RequestTag/" + key, List.of(value)));
    }
    return keys;
  }

  private static Map<String, String> tags(QueryCall call) {
    List<String> keys = call.parameters().list("Tags", ".Key");
    if (keys.size() > MOST_TAGS) {
      throw violated(keys.toString(), "tags", "Member must have length less than or equal to 50");
    }
    Map<String, String> tags = new LinkedHashMap<>();
    for (int i = 1; i <= keys.size(); i++) {
      String place = "tags." + i + ".member.";
      String key = matching(keys.get(i - 1), place + "key", TAG_KEY);
      String text = call.parameters().find("Tags.member." + i + ".Value").orElse("");
      tags.put(key, matching(text, place + "value", TAG_VALUE));
    }
    TreeSet<String> distinct = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    distinct.addAll(keys);
    if (distinct.size() < keys.size()) {
      throw new AwsError(
          400,
          "InvalidParameterValue",
          "Duplicate tag keys found. Please note that Tag keys are case insensitive.");
    }
    return tags;
  }

  private static String matching(String text, String place, Pattern pattern) {
    if (!pattern.matcher(text).matches()) {
      throw violated(
          text, place, "Member must satisfy regular expression pattern: " + pattern.pattern());
    }
    return text;
  }

  private static AwsError violated(String value, String place, String rule) {
    return StsErrors.validation(
        "1 validation error detected: Value '%s' at '%s' failed to satisfy constraint: %s"
            .formatted(value, place, rule));
  }

  private static AwsError unknownAlgorithm() {
    return StsErrors.validation(
        "Requested SigningAlgorithm is not supported. See the GetWebIdentityToken documentation for"
            + " supported algorithms");
  }
}
