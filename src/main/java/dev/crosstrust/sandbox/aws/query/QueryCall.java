package dev.crosstrust.sandbox.aws.query;

import dev.crosstrust.sandbox.aws.Authenticator;
import dev.crosstrust.sandbox.aws.Caller;
import dev.crosstrust.sandbox.wire.Request;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;

/** One call of the query protocol. */
public final class QueryCall {
  private final Request request;
  private final byte[] body;
  private final Parameters parameters;
  private final Authenticator authenticator;

  QueryCall(Request request, byte[] body, Authenticator authenticator) {
    this.request = request;
    this.body = body;
    this.parameters = Parameters.of(request, body);
    this.authenticator = authenticator;
  }

  public Parameters parameters() {
    return parameters;
  }

  /** A fresh look at the parameters, which gathers what is wrong with them. */
  public Constraints constraints() {
    return new Constraints(parameters);
  }

  /** The region whose endpoint is called, by the scope of the signature; empty without one. */
  public Optional<String> region() {
    return CredentialScope.of(request).map(CredentialScope::region);
  }

  /** The name the client called; on loopback that tells nothing. */
  public String host() {
    return request.header("Host").orElse("");
  }

  /**
   * Who calls.
   *
   * @throws dev.crosstrust.sandbox.aws.AwsError when the call is not properly signed
   */
  public Caller caller() throws IOException {
    Request again =
        new Request(
            request.method(),
            request.rawPath(),
            request.rawQuery(),
            request.headers(),
            new ByteArrayInputStream(body));
    return authenticator.authenticate(again, body.clone());
  }
}
