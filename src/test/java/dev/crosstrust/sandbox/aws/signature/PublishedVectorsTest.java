package dev.crosstrust.sandbox.aws.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.crosstrust.sandbox.aws.Caller;
import dev.crosstrust.sandbox.aws.StoredCredential;
import dev.crosstrust.sandbox.wire.Request;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * Holds the verifier against AWS's own signing test suite.
 *
 * <p>Cases without normalisation are S3's way with paths, the others that of every other service.
 * What does not apply: the query form of {@code post-sts-header-after}, which leaves the session
 * token out of the signature; STS, IAM and S3 want it in. The S3-like cases are compared as
 * canonical requests and signatures only, since S3 asks for {@code x-amz-content-sha256}, which the
 * suite does not send.
 */
class PublishedVectorsTest {
  private static final Instant SIGNED_AT = Instant.parse("2015-08-30T12:36:00Z");

  @ParameterizedTest
  @MethodSource("dev.crosstrust.sandbox.aws.signature.Vectors#all")
  void theHeaderFormHasTheCanonicalRequestAndSignatureOfTheSuite(Vectors vector) {
    Request request = vector.request("header-signed-request.txt");
    Presented presented = AuthorizationHeader.read(request, Dialect.QUERY);
    agrees(vector, request, presented, "header-canonical-request.txt");
  }

  @ParameterizedTest
  @MethodSource("dev.crosstrust.sandbox.aws.signature.Vectors#inQuery")
  void theQueryFormHasTheCanonicalRequestAndSignatureOfTheSuite(Vectors vector) {
    Request request = vector.request("query-signed-request.txt");
    Presented presented = PresignedQuery.read(request, Dialect.QUERY);
    agrees(vector, request, presented, "query-canonical-request.txt");
  }

  @ParameterizedTest
  @MethodSource("dev.crosstrust.sandbox.aws.signature.Vectors#normalised")
  void theVerifierAcceptsEveryNormalisedCase(Vectors vector) {
    SignatureVerifier verifier = verifier(vector.context());
    Request request = vector.request("header-signed-request.txt");
    assertThatCode(() -> verifier.verify(request, Dialect.QUERY)).doesNotThrowAnyException();
  }

  private static void agrees(Vectors vector, Request request, Presented presented, String file) {
    JsonNode context = vector.context();
    Dialect dialect = context.get("normalize").asBoolean() ? Dialect.QUERY : Dialect.S3;
    String expected = vector.text(file);
    String payloadHash = expected.substring(expected.lastIndexOf('\n') + 1);
    CanonicalRequest canonical =
        CanonicalRequest.of(request, presented.signedHeaders(), dialect, payloadHash);
    assertThat(canonical.text()).isEqualTo(expected);
    String secret = context.get("credentials").get("secret_access_key").asString();
    assertThat(SigningKey.derive(secret, presented.scope()).sign(presented.stringToSign(canonical)))
        .isEqualTo(presented.signature());
  }

  private static SignatureVerifier verifier(JsonNode context) {
    JsonNode credentials = context.get("credentials");
    JsonNode token = credentials.get("token");
    @Nullable String sessionToken = token == null ? null : token.asString();
    StoredCredential credential =
        new StoredCredential(
            credentials.get("access_key_id").asString(),
            credentials.get("secret_access_key").asString(),
            sessionToken,
            null,
            new Caller("111122223333", "arn:aws:iam::111122223333:user/u", "AIDAEXAMPLE"));
    return new SignatureVerifier(_ -> Optional.of(credential), InstantSource.fixed(SIGNED_AT));
  }
}
