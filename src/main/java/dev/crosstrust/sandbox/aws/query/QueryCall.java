package dev.crosstrust.sandbox.aws.query;

import dev.crosstrust.sandbox.aws.Authenticator;
import dev.crosstrust.sandbox.aws.AwsError;
import dev.crosstrust.sandbox.aws.Caller;
import dev.crosstrust.sandbox.wire.Request;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One call of the query protocol. */
public final class QueryCall {
  private static final Pattern REGIONAL_HOST =
      Pattern.compile("[a-z]+\\.([a-z0-9-]+)\\.amazonaws\\.com");

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
    checkRegion();
    Request again =
        new Request(
            request.method(),
            request.rawPath(),
            request.rawQuery(),
            request.headers(),
            new ByteArrayInputStream(body));
    return authenticator.authenticate(again, body.clone());
  }

  /** A regional endpoint takes signatures for its own region only. */
  private void checkRegion() {
    Matcher regional = REGIONAL_HOST.matcher(host());
    if (regional.matches() && region().filter(it -> !it.equals(regional.group(1))).isPresent()) {
      throw new AwsError(
          403, "SignatureDoesNotMatch", "Credential should be scoped to a valid region.");
    }
  }
}
