package dev.crosstrust.exchange.aws;

import dev.crosstrust.credential.AwsCredentials;
import dev.crosstrust.evidence.Leg;
import dev.crosstrust.evidence.Recorder;
import dev.crosstrust.evidence.aws.AwsClients;
import dev.crosstrust.secret.Redactor;
import dev.crosstrust.secret.Secret;
import dev.crosstrust.token.SubjectToken;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import software.amazon.awssdk.auth.signer.Aws4Signer;
import software.amazon.awssdk.auth.signer.params.Aws4SignerParams;
import software.amazon.awssdk.http.SdkHttpFullRequest;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.regions.Region;
import tools.jackson.databind.json.JsonMapper;

/**
 * A call of {@code GetCallerIdentity}, signed here and sent by Google: it asks AWS who signed, and
 * believes the answer. The form is that of {@code urn:ietf:params:aws:token-type:aws4_request} in
 * <a href="https://cloud.google.com/iam/docs/reference/sts/rest/v1/TopLevel/token">Method:
 * token</a>. The host is always the real one of the region, wherever calls of our own go.
 */
record SignedCallerIdentity(Recorder recorder, InstantSource clock) {
  /** Not a method of HTTP: nothing was sent. */
  static final String SIGNED = "sign";

  private static final String TARGET_RESOURCE = "x-goog-cloud-target-resource";
  private static final List<String> ORDER =
      List.of("host", "x-amz-date", "x-amz-security-token", TARGET_RESOURCE, "authorization");

  /**
   * Signs, and writes it down as the leg {@code token}.
   *
   * @param targetResource the pool provider it is for, which the signature covers
   * @param region whose STS Google is to ask
   */
  SubjectToken sign(String targetResource, AwsCredentials keys, String region) {
    Instant startedAt = clock.instant();
    URI address =
        URI.create(
            "https://sts.%s.amazonaws.com?Action=GetCallerIdentity&Version=2011-06-15"
                .formatted(region));
    Map<String, String> headers = inOrder(signed(address, targetResource, keys, region));
    recorder.record(leg(address, headers, startedAt));
    return new SubjectToken(
        SubjectToken.Kind.AWS_SIGNED_REQUEST, Secret.of(text(address, headers)));
  }

  /** The SDK's newer signer always adds and signs the payload's hash, which Google refuses. */
  @SuppressWarnings("deprecation")
  private SdkHttpFullRequest signed(
      URI address, String targetResource, AwsCredentials keys, String region) {
    SdkHttpFullRequest request =
        SdkHttpFullRequest.builder()
            .method(SdkHttpMethod.POST)
            .uri(address)
            .putHeader(TARGET_RESOURCE, targetResource)
            .build();
    return Aws4Signer.create()
        .sign(
            request,
            Aws4SignerParams.builder()
                .awsCredentials(AwsClients.forSdk(keys))
                .signingName("sts")
                .signingRegion(Region.of(region))
                .signingClockOverride(clock.withZone(ZoneOffset.UTC))
                .build());
  }

  /** Google's examples write all names in lower case but the last. */
  private static Map<String, String> inOrder(SdkHttpFullRequest signed) {
    Map<String, String> byName = new LinkedHashMap<>();
    signed.forEachHeader(
        (name, values) -> byName.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
    Map<String, String> ordered = new LinkedHashMap<>();
    for (String name : ORDER) {
      if (byName.containsKey(name)) {
        ordered.put(name.equals("authorization") ? "Authorization" : name, byName.get(name));
      }
    }
    return ordered;
  }

  /** What Google takes apart, member by member in the order of its own examples. */
  private record Request(String url, String method, List<Header> headers) {
    private record Header(String key, String value) {}
  }

  private static String text(URI address, Map<String, String> headers) {
    List<Request.Header> listed =
        headers.entrySet().stream()
            .map(header -> new Request.Header(header.getKey(), header.getValue()))
            .toList();
    String json =
        JsonMapper.shared().writeValueAsString(new Request(address.toString(), "POST", listed));
    return URLEncoder.encode(json, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private Leg leg(URI address, Map<String, String> headers, Instant startedAt) {
    Map<String, List<String>> listed = new LinkedHashMap<>();
    headers.forEach((name, value) -> listed.put(name, List.of(value)));
    return new Leg(
        "token",
        "sts",
        "GetCallerIdentity",
        "this machine",
        null,
        startedAt,
        0,
        null,
        Leg.Result.DONE,
        new Leg.Sent(SIGNED, address.toString(), new Redactor().headers(listed), null),
        new Leg.Received(Map.of(), "(signed here, and sent to nobody but Google)", null));
  }
}
