package dev.crosstrust.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.token.Reading.Decoded;
import dev.crosstrust.token.Reading.Unreadable;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;

/** Tokens for tests: made here, signed by nobody. */
public final class Tokens {
  /** The instant at which the tokens of {@link #google} were issued. */
  public static final Instant ISSUED = Instant.parse("2026-11-21T19:32:07Z");

  public static final String UNIQUE_ID = "114809731204417780391";

  private Tokens() {}

  public static String part(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  public static String compact(String header, String claims) {
    return part(header) + "." + part(claims) + "." + part("not a signature");
  }

  public static String compact(String claims) {
    return compact("{\"alg\":\"RS256\",\"kid\":\"k1\",\"typ\":\"JWT\"}", claims);
  }

  /** A Google ID token of a service account with this {@code azp}. */
  public static Jwt google(String azp) {
    return jwt(
        """
        {"aud":"sts.amazonaws.com","azp":"%s","email":"poc@demo-product-sbx.iam.gserviceaccount.com",
        "email_verified":true,"exp":%d,"iat":%d,"iss":"https://accounts.google.com","sub":"%s"}
        """
            .formatted(
                azp,
                ISSUED.plusSeconds(3600).getEpochSecond(),
                ISSUED.getEpochSecond(),
                UNIQUE_ID));
  }

  public static Jwt jwt(String claims) {
    return (Jwt) read(compact(claims));
  }

  public static Token read(String text) {
    assertThat(TokenReader.read(text)).isInstanceOf(Decoded.class);
    return ((Decoded) TokenReader.read(text)).token();
  }

  public static Unreadable refused(String text) {
    assertThat(TokenReader.read(text)).isInstanceOf(Unreadable.class);
    return (Unreadable) TokenReader.read(text);
  }

  public static String requestJson() {
    return """
    {"url":"https://sts.eu-west-1.amazonaws.com?Action=GetCallerIdentity&Version=2011-06-15",
     "method":"POST",
     "headers":[{"key":"host","value":"sts.eu-west-1.amazonaws.com"},
                {"key":"x-amz-date","value":"20261121T193207Z"},
                {"key":"x-amz-security-token","value":"session+token/of=tests"},
                {"key":"x-goog-cloud-target-resource","value":"//iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/p/providers/aws"},
                {"key":"Authorization","value":"AWS4-HMAC-SHA256 Credential=AKTEST/20261121/eu-west-1/sts/aws4_request, SignedHeaders=host;x-amz-date;x-amz-security-token;x-goog-cloud-target-resource, Signature=0123456789abcdef"}]}
    """;
  }

  public static SignedRequest signedRequest() {
    return (SignedRequest) read(URLEncoder.encode(requestJson(), StandardCharsets.UTF_8));
  }
}
