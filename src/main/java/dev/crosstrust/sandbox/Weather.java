package dev.crosstrust.sandbox;

import dev.crosstrust.sandbox.wire.Handler;
import dev.crosstrust.sandbox.wire.Response;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** What the network between a client and a cloud does to their calls. */
enum Weather {
  CLEAR {
    @Override
    Handler over(Handler cloud) {
      return cloud;
    }
  },
  /** Answers come later than any client waits. */
  SLOW {
    @Override
    Handler over(Handler cloud) {
      return request -> {
        try {
          var _ = new CountDownLatch(1).await(SLOW_MINUTES, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
          throw new InterruptedIOException("the sandbox ends");
        }
        return cloud.handle(request);
      };
    }
  },
  /** The connection closes before an answer. */
  RESET {
    @Override
    Handler over(Handler cloud) {
      return _ -> {
        throw new IOException("connection reset on purpose");
      };
    }
  },
  /** A proxy in between answers with a page. */
  HTML_502 {
    @Override
    Handler over(Handler cloud) {
      return _ -> Response.of(502, "text/html", PROXY_PAGE);
    }
  };

  private static final int SLOW_MINUTES = 5;
  private static final String PROXY_PAGE =
      """
      <html><head><title>502 Bad Gateway</title></head>
      <body><center><h1>502 Bad Gateway</h1></center><hr><center>proxy</center></body></html>
      """;

  abstract Handler over(Handler cloud);
}
