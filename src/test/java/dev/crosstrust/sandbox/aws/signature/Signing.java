package dev.crosstrust.sandbox.aws.signature;

import dev.crosstrust.sandbox.aws.Caller;
import dev.crosstrust.sandbox.aws.StoredCredential;
import dev.crosstrust.sandbox.wire.Request;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignRequest;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;

/** Requests signed by the AWS SDK at a fixed time, and a verifier that knows the keys. */
final class Signing {
  static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
  static final Instant SESSION_END = NOW.plus(Duration.ofHours(1));
  private static final Caller CALLER =
      new Caller("111122223333", "arn:aws:iam::111122223333:user/u", "AIDAEXAMPLE");
  private static final List<StoredCredential> KNOWN =
      List.of(
          new StoredCredential("AKIDPERMANENT", "a secret", null, null, CALLER),
          new StoredCredential("ASIATEMPORARY", "b secret", "to/k+en==", SESSION_END, CALLER));

  static final AwsCredentialsIdentity PERMANENT =
      AwsCredentialsIdentity.create("AKIDPERMANENT", "a secret");
  static final AwsCredentialsIdentity TEMPORARY =
      AwsSessionCredentialsIdentity.create("ASIATEMPORARY", "b secret", "to/k+en==");

  private Signing() {}

  static SignatureVerifier verifierAt(Instant now) {
    return new SignatureVerifier(
        id -> KNOWN.stream().filter(known -> known.accessKeyId().equals(id)).findFirst(),
        InstantSource.fixed(now));
  }

  /** {@code GetCallerIdentity}, signed as STS has it. */
  static Request sts(AwsCredentialsIdentity identity) {
    return sts(identity, NOW);
  }

  static Request sts(AwsCredentialsIdentity identity, Instant now) {
    SdkHttpRequest request =
        SdkHttpRequest.builder()
            .method(SdkHttpMethod.POST)
            .uri(URI.create("http://127.0.0.1:4566/"))
            .putHeader("Content-Type", "application/x-www-form-urlencoded")
            .build();
    return sign(
        identity,
        request,
        "Action=GetCallerIdentity&Version=2011-06-15",
        builder ->
            builder
                .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "sts")
                .putProperty(HttpSigner.SIGNING_CLOCK, Clock.fixed(now, ZoneOffset.UTC)));
  }

  /** A request to S3; {@code settings} choose how the payload is signed. */
  static Request s3(
      AwsCredentialsIdentity identity,
      SdkHttpRequest request,
      @Nullable String body,
      Consumer<SignRequest.Builder<AwsCredentialsIdentity>> settings) {
    return sign(
        identity,
        request,
        body,
        builder -> {
          builder
              .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "s3")
              .putProperty(AwsV4HttpSigner.DOUBLE_URL_ENCODE, false)
              .putProperty(AwsV4HttpSigner.NORMALIZE_PATH, false);
          settings.accept(builder);
        });
  }

  static SdkHttpRequest request(SdkHttpMethod method, String uri) {
    return SdkHttpRequest.builder().method(method).uri(URI.create(uri)).build();
  }

  private static Request sign(
      AwsCredentialsIdentity identity,
      SdkHttpRequest request,
      @Nullable String body,
      Consumer<SignRequest.Builder<AwsCredentialsIdentity>> settings) {
    SignRequest.Builder<AwsCredentialsIdentity> builder =
        SignRequest.builder(identity)
            .request(request)
            .payload(body == null ? null : ContentStreamProvider.fromUtf8String(body))
            .putProperty(AwsV4HttpSigner.REGION_NAME, "eu-west-1")
            .putProperty(HttpSigner.SIGNING_CLOCK, Clock.fixed(NOW, ZoneOffset.UTC));
    settings.accept(builder);
    return arrived(AwsV4HttpSigner.create().sign(builder.build()));
  }

  /** The request as a server reads it from the wire. */
  private static Request arrived(SignedRequest signed) {
    SdkHttpRequest request = signed.request();
    Map<String, List<String>> headers = new LinkedHashMap<>();
    request.forEachHeader((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
    InputStream body =
        signed
            .payload()
            .map(ContentStreamProvider::newStream)
            .orElseGet(InputStream::nullInputStream);
    return new Request(
        request.method().name(),
        request.encodedPath(),
        request.encodedQueryParameters().orElse(""),
        headers,
        body);
  }

  /** The same request with another header value, or without the header. */
  static Request with(Request request, String header, Optional<String> value) {
    Map<String, List<String>> headers = new LinkedHashMap<>(request.headers());
    value.ifPresentOrElse(text -> headers.put(header, List.of(text)), () -> headers.remove(header));
    return new Request(
        request.method(), request.rawPath(), request.rawQuery(), headers, request.body());
  }

  /** The same request with its body changed on the way. */
  static Request tampered(Request request, String from, String to) throws IOException {
    String body = new String(request.bodyBytes(), StandardCharsets.UTF_8);
    byte[] changed = body.replaceFirst(from, to).getBytes(StandardCharsets.UTF_8);
    return new Request(
        request.method(),
        request.rawPath(),
        request.rawQuery(),
        request.headers(),
        new ByteArrayInputStream(changed));
  }
}
