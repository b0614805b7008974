package dev.crosstrust.token.signature;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.crosstrust.token.Jws;
import dev.crosstrust.token.Jwt;
import dev.crosstrust.token.SignedRequest;
import dev.crosstrust.token.Token;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a token's signature; whether the token is still in time is another question.
 *
 * @param algorithm as the token names it
 * @param keyId as the token names it; for a signed request the access key id
 * @param reason one sentence why it is not valid, or what is odd about a valid one
 * @param cause the kind of reason
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record SignatureCheck(
    Status status,
    @Nullable String algorithm,
    @Nullable String keyId,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String reason,
    @JsonIgnore Cause cause) {

  /** What is known. */
  public enum Status {
    VALID,
    INVALID,
    UNCHECKED;

    /** The name in JSON. */
    @JsonValue
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Why, for those who give advice. */
  public enum Cause {
    /** It verifies. */
    VERIFIED,
    /** Nobody asked, or nobody but its maker can check it. */
    NOT_ASKED,
    UNSIGNED,
    /** No key of this name among the issuer's. */
    KEY_NOT_FOUND,
    /** Several keys could be meant. */
    SEVERAL_KEYS,
    /** There is a key, but not for this algorithm or use, or it is broken or weak. */
    KEY_UNFIT,
    /** The token wants something done that is not understood here, or that a JWT must not want. */
    HEADER_REFUSED,
    DOES_NOT_VERIFY,
    /** The issuer's keys could not be had. */
    KEYS_UNREACHABLE,
    /** This platform lacks the algorithm. */
    ALGORITHM_UNKNOWN
  }

  /** The check that was not made, because no keys were asked for. */
  public static SignatureCheck notAsked(Token token) {
    return switch (token) {
      case Jwt jwt when jwt.jws().unsigned() -> unsigned(jwt.jws());
      case Jwt jwt ->
          of(Status.UNCHECKED, jwt.jws(), Cause.NOT_ASKED, "The signature was not checked.");
      case SignedRequest request -> onlyAws(request);
    };
  }

  static SignatureCheck unsigned(Jws jws) {
    return of(
        Status.INVALID,
        jws,
        Cause.UNSIGNED,
        "There is no signature: anybody can have written this token.");
  }

  static SignatureCheck onlyAws(SignedRequest request) {
    String authorization = request.headerNamed("Authorization").orElse("");
    int credential = authorization.indexOf("Credential=");
    return new SignatureCheck(
        Status.UNCHECKED,
        authorization.isEmpty() ? null : authorization.split(" ", 2)[0],
        credential < 0
            ? null
            : authorization.substring(credential + "Credential=".length()).split("[/,\\s]", 2)[0],
        "Only AWS can check the signature of a signed request: the key is its signer's secret.",
        Cause.NOT_ASKED);
  }

  static SignatureCheck valid(Jws jws) {
    return of(Status.VALID, jws, Cause.VERIFIED, null);
  }

  static SignatureCheck invalid(Jws jws, Cause cause, String reason) {
    return of(Status.INVALID, jws, cause, reason);
  }

  static SignatureCheck unchecked(Jws jws, Cause cause, String reason) {
    return of(Status.UNCHECKED, jws, cause, reason);
  }

  private static SignatureCheck of(Status status, Jws jws, Cause cause, @Nullable String reason) {
    return new SignatureCheck(
        status, jws.algorithm().orElse(null), jws.keyId().orElse(null), reason, cause);
  }
}
