package dev.crosstrust.sandbox.wire;

import java.io.IOException;

/** Answers requests; called on a virtual thread of its own, many at once. */
@FunctionalInterface
public interface Handler {
  Response handle(Request request) throws IOException;
}
