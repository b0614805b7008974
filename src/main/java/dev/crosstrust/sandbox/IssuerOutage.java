package dev.crosstrust.sandbox;

import dev.crosstrust.sandbox.wire.Handler;
import dev.crosstrust.sandbox.wire.Request;
import dev.crosstrust.sandbox.wire.Response;
import java.io.IOException;

/** A cloud whose token issuers publish nothing for the time being; all else goes on. */
record IssuerOutage(Handler cloud) implements Handler {
  @Override
  public Response handle(Request request) throws IOException {
    return request.rawPath().startsWith("/.well-known/")
        ? Response.of(503, "text/plain", "Service Unavailable")
        : cloud.handle(request);
  }
}
