package dev.crosstrust.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLEncoder;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import tools.jackson.databind.json.JsonMapper;

/** A request for GetCallerIdentity, signed by the AWS SDK, which a test may spoil. */
final class SpoiltRequest {
  private final AwsCredentialsIdentity signer;
  String host = "sts.eu-west-1.amazonaws.com";
  String region = "eu-west-1";
  String target;
  Instant when = Instant.now();
  boolean encoded = true;
  boolean tokenSigned = true;
  UnaryOperator<String> json = text -> text;

  private SpoiltRequest(AwsCredentialsIdentity signer, String target) {
    this.signer = signer;
    this.target = target;
  }

  /** Nothing is wrong with it yet. */
  static SpoiltRequest of(AwsCredentialsIdentity signer, String target) {
    return new SpoiltRequest(signer, target);
  }

  String token() {
    SdkHttpRequest.Builder request =
        SdkHttpRequest.builder()
            .method(SdkHttpMethod.POST)
            .uri(URI.create("https://" + host))
            .appendRawQueryParameter("Action", "GetCallerIdentity")
            .appendRawQueryParameter("Version", "2011-06-15");
    if (!target.isEmpty()) {
      request.putHeader("x-goog-cloud-target-resource", target);
    }
    SdkHttpRequest signed =
        AwsV4HttpSigner.create()
            .sign(
                it ->
                    it.identity(signer)
                        .request(request.build())
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "sts")
                        .putProperty(AwsV4HttpSigner.REGION_NAME, region)
                        .putProperty(HttpSigner.SIGNING_CLOCK, Clock.fixed(when, ZoneOffset.UTC)))
            .request();
    List<Map<String, String>> headers = new ArrayList<>();
    signed.forEachHeader(
        (name, values) ->
            headers.add(
                Map.of(
                    "key",
                    name,
                    "value",
                    tokenSigned
                        ? values.getFirst()
                        : values.getFirst().replace("x-amz-security-token;", ""))));
    Map<String, Object> packed = new LinkedHashMap<>();
    packed.put("url", "https://" + host + "?Action=GetCallerIdentity&Version=2011-06-15");
    packed.put("method", "POST");
    packed.put("headers", headers);
    String text = json.apply(JsonMapper.shared().writeValueAsString(packed));
    return encoded ? URLEncoder.encode(text, UTF_8) : text;
  }
}
