package dev.crosstrust.sandbox;

import dev.crosstrust.sandbox.aws.Authenticator;
import dev.crosstrust.sandbox.aws.Caller;
import dev.crosstrust.sandbox.aws.signature.Dialect;
import dev.crosstrust.sandbox.aws.signature.SignatureVerifier;
import dev.crosstrust.sandbox.aws.signature.Verified;
import dev.crosstrust.sandbox.wire.Request;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Signatures of STS and IAM, whose small bodies have been read before they are verified. */
record QueryAuthenticator(SignatureVerifier verifier) implements Authenticator {
  @Override
  public Caller authenticate(Request request, byte[] body) {
    Request again =
        new Request(
            request.method(),
            request.rawPath(),
            request.rawQuery(),
            request.headers(),
            new ByteArrayInputStream(body));
    try {
      Verified verified = verifier.verify(again, Dialect.QUERY);
      // The hash of the body is known when it has been read to its end.
      verified.body().readAllBytes();
      return verified.caller();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
