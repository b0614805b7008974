package dev.crosstrust.token.signature;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.token.Jws;
import dev.crosstrust.token.NotAToken;
import dev.crosstrust.token.Reading.Looks;
import dev.crosstrust.token.Reading.Unreadable;
import dev.crosstrust.token.TokenReader;
import dev.crosstrust.token.signature.SignatureCheck.Cause;
import dev.crosstrust.token.signature.SignatureCheck.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The examples of RFC 7520, RFC 7797 and RFC 8037 (ietf-jose/cookbook). */
class JoseCookbookTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "jws/4_1.rsa_v15_signature.json",
        "jws/4_2.rsa-pss_signature.json",
        "jws/4_3.ecdsa_signature.json",
        "jws/4_4.hmac-sha2_integrity_protection.json",
        "curve25519/jws.json",
      })
  void aPublishedSignatureIsValid(String file) {
    JsonNode example = Vectors.read("jose-cookbook/" + file);
    String compact = example.path("output").path("compact").stringValue();
    JsonNode key = example.path("input").path("key");
    assertThat(Vectors.verdict(compact, key)).isEqualTo(Status.VALID);
    String changed = compact.replaceFirst("\\.(.)", compact.contains(".S") ? ".T" : ".S");
    assertThat(Vectors.verdict(changed, key)).isEqualTo(Status.INVALID);
  }

  @Test
  void withoutItsDetachedContentASignatureDoesNotVerify() {
    JsonNode example = Vectors.read("jose-cookbook/jws/4_5.signature_with_detached_content.json");
    String compact = example.path("output").path("compact").stringValue();
    assertThat(Vectors.verdict(compact, example.path("input").path("key")))
        .isEqualTo(Status.INVALID);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jws/4_6.protecting_specific_header_fields.json",
        "jws/4_7.protecting_content_only.json",
        "jws/4_8.multiple_signatures.json",
      })
  void aSignatureInJsonFormIsCalledSo(String file) {
    JsonNode json = Vectors.read("jose-cookbook/" + file).path("output").path("json");
    assertThat(TokenReader.read(json.toString()))
        .isInstanceOfSatisfying(
            Unreadable.class,
            unreadable -> assertThat(unreadable.looks()).isEqualTo(Looks.WRAPPED_IN_JSON));
  }

  @Test
  void anUnencodedPayloadIsRefusedInAToken() throws NotAToken {
    JsonNode example = Vectors.read("jose-cookbook/rfc7797/hmac-sha2_b64_false.json");
    String compact = example.path("output").path("compact").stringValue();
    SignatureCheck check =
        TokenVerifier.check(Jws.parse(compact), Vectors.keys(example.path("input").path("key")));
    assertThat(check.cause()).isEqualTo(Cause.HEADER_REFUSED);
    assertThat(check.reason()).contains("RFC 7797");
  }
}
