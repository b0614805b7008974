package dev.crosstrust.sandbox.aws.signature;

import dev.crosstrust.sandbox.aws.AwsError;
import dev.crosstrust.sandbox.aws.Credentials;
import dev.crosstrust.sandbox.aws.StoredCredential;
import dev.crosstrust.sandbox.wire.Request;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Verifies AWS Signature Version 4, in the header and in the query. The region is taken from the
 * credential scope; whether it is the right one only the service knows.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv.html">AWS Signature
 *     Version 4 for API requests</a>
 */
public final class SignatureVerifier {
  private final Credentials credentials;
  private final InstantSource clock;

  public SignatureVerifier(Credentials credentials, InstantSource clock) {
    this.credentials = credentials;
    this.clock = clock;
  }

  /** Whether a request claims to be signed, by whatever mechanism; if not, it is anonymous. */
  public boolean signed(Request request) {
    return AuthorizationHeader.isIn(request) || PresignedQuery.isIn(request);
  }

  /**
   * Verifies the signature, its age and the session token.
   *
   * @param request its body is read here for {@link Dialect#QUERY}, and left to the caller for S3
   * @throws AwsError when anything does not hold, in the words of the service
   * @throws IOException when the body cannot be read
   */
  public Verified verify(Request request, Dialect dialect) throws IOException {
    Refusals refusals = dialect.refusals();
    Presented presented = Presented.in(request, dialect);
    Scope scope = presented.scope();
    StoredCredential credential =
        credentials
            .find(scope.accessKeyId())
            .orElseThrow(() -> refusals.unknownKey(scope.accessKeyId()));
    verifyToken(presented, credential, refusals);
    verifyAge(presented, refusals);
    SigningKey key = SigningKey.derive(credential.secretAccessKey(), scope);

    InputStream body;
    String payloadHash;
    if (dialect == Dialect.S3) {
      refuseUnsignedHeaders(request, presented);
      Payload payload = Payload.of(request, presented);
      payloadHash = payload.text();
      body = BodyVerifier.of(request, payload, key, presented);
    } else {
      byte[] bytes = request.bodyBytes();
      payloadHash = Crypto.sha256Hex(bytes);
      body = new ByteArrayInputStream(bytes);
    }
    CanonicalRequest canonical =
        CanonicalRequest.of(request, presented.signedHeaders(), dialect, payloadHash);
    String stringToSign = presented.stringToSign(canonical);
    if (!Crypto.same(key.sign(stringToSign), presented.signature())) {
      throw refusals.mismatch(presented, canonical, stringToSign);
    }
    if (credential.expires() != null && !clock.instant().isBefore(credential.expires())) {
      throw refusals.tokenExpired(presented.sessionToken().orElse(""));
    }
    return new Verified(credential, scope, body);
  }

  private static void verifyToken(
      Presented presented, StoredCredential credential, Refusals refusals) {
    String expected = credential.sessionToken();
    Optional<String> given = presented.sessionToken();
    if (expected == null) {
      given.ifPresent(
          token -> {
            throw refusals.tokenWrong(token);
          });
      return;
    }
    String token = given.orElseThrow(() -> refusals.tokenMissing(credential.accessKeyId()));
    if (!Crypto.same(expected, token)) {
      throw refusals.tokenWrong(token);
    }
  }

  private void verifyAge(Presented presented, Refusals refusals) {
    Instant now = clock.instant();
    if (presented.validFor().isEmpty()) {
      if (Duration.between(presented.signedAt(), now).abs().compareTo(Refusals.ALLOWED_SKEW) > 0) {
        throw refusals.skewed(presented, now);
      }
      return;
    }
    Instant end = presented.signedAt().plus(presented.validFor().get());
    if (now.isAfter(end)) {
      Map<String, String> fields = new LinkedHashMap<>();
      fields.put("X-Amz-Expires", Long.toString(presented.validFor().get().toSeconds()));
      fields.put("Expires", end.toString());
      fields.put("ServerTime", now.toString());
      throw new AwsError(403, "AccessDenied", "Request has expired", fields);
    }
    if (now.plus(Refusals.ALLOWED_SKEW).isBefore(presented.signedAt())) {
      throw new AwsError(403, "AccessDenied", "Request is not valid yet");
    }
  }

  private static void refuseUnsignedHeaders(Request request, Presented presented) {
    List<String> signed = presented.signedHeaders();
    String unsigned =
        request.headers().keySet().stream()
            .filter(name -> name.equals("host") || name.startsWith("x-amz-"))
            .filter(name -> !signed.contains(name))
            .collect(Collectors.joining(", "));
    if (!unsigned.isEmpty()) {
      throw new AwsError(
          403,
          "AccessDenied",
          "There were headers present in the request which were not signed",
          Map.of("HeadersNotSigned", unsigned));
    }
  }
}
