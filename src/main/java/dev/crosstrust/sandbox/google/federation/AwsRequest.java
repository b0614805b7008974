package dev.crosstrust.sandbox.google.federation;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A signed request for {@code GetCallerIdentity}, packed as percent-encoded JSON with {@code url},
 * {@code method} and {@code headers}. A header that is in the list twice counts once, for Google's
 * own library for Java sends one so.
 *
 * @param headers by lower-case name
 * @see <a
 *     href="https://cloud.google.com/iam/docs/reference/sts/rest/v1/TopLevel/token#request-body">
 *     subjectToken</a>
 */
record AwsRequest(URI url, Map<String, List<String>> headers) {
  private static final Pattern HOST = Pattern.compile("sts(\\.[a-z0-9-]+)?\\.amazonaws\\.com");
  private static final Pattern SIGNED = Pattern.compile("SignedHeaders=([^,\\s]+)");
  private static final String QUERY = "Action=GetCallerIdentity&Version=2011-06-15";
  private static final String TARGET = "x-goog-cloud-target-resource";
  private static final String SESSION_TOKEN = "x-amz-security-token";

  /**
   * Unpacks the token and checks its form.
   *
   * @throws dev.crosstrust.sandbox.google.api.GoogleError when it is not of this form, or meant for
   *     another provider
   */
  static AwsRequest parse(String token, Provider provider) {
    JsonNode json = unpacked(token);
    Map<String, List<String>> headers = new LinkedHashMap<>();
    json.path("headers")
        .forEach(
            it ->
                headers.put(
                    it.path("key").asString("").toLowerCase(Locale.ROOT),
                    List.of(it.path("value").asString(""))));
    URI url = url(json.path("url").asString(""));
    AwsRequest request = new AwsRequest(url, headers);
    boolean formed =
        json.path("method").asString("").equals("POST")
            && json.path("body").asString("").isEmpty()
            && request.header("host").equals(url.getHost())
            && headers.containsKey("x-amz-date")
            && request.isForProvider(provider)
            && request.signsWhatItMust();
    if (!formed) {
      throw ExchangeErrors.awsFormat();
    }
    return request;
  }

  /** JSON as it is would lose its plus signs, so it has to come encoded. */
  private static JsonNode unpacked(String token) {
    if (token.contains("{") || token.contains("\"")) {
      throw ExchangeErrors.awsFormat();
    }
    try {
      return JsonMapper.shared().readTree(URLDecoder.decode(token, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException | JacksonException notOfThisForm) {
      throw ExchangeErrors.awsFormat();
    }
  }

  private static URI url(String text) {
    URI url;
    try {
      url = URI.create(text);
    } catch (IllegalArgumentException notUrl) {
      throw ExchangeErrors.awsFormat();
    }
    boolean formed =
        "https".equals(url.getScheme())
            && HOST.matcher(Objects.requireNonNullElse(url.getHost(), "")).matches()
            && url.getPort() < 0
            && List.of("", "/").contains(Objects.requireNonNullElse(url.getRawPath(), ""))
            && QUERY.equals(url.getRawQuery());
    if (!formed) {
      throw ExchangeErrors.awsFormat();
    }
    return url;
  }

  private boolean isForProvider(Provider provider) {
    String target = header(TARGET);
    return target.equals(provider.audience()) || target.equals("https:" + provider.audience());
  }

  /** The session token, when there is one, must be under the signature. */
  private boolean signsWhatItMust() {
    Matcher list = SIGNED.matcher(header("authorization"));
    if (!list.find()) {
      return false;
    }
    List<String> signed = List.of(list.group(1).split(";", -1));
    return signed.contains("host")
        && signed.contains("x-amz-date")
        && (!headers.containsKey(SESSION_TOKEN) || signed.contains(SESSION_TOKEN));
  }

  private String header(String name) {
    return headers.getOrDefault(name, List.of("")).getFirst();
  }

  @Override
  public String toString() {
    return "AwsRequest[" + url + "]";
  }
}
