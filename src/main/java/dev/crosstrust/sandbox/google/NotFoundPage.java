package dev.crosstrust.sandbox.google;

import dev.crosstrust.sandbox.wire.Request;
import dev.crosstrust.sandbox.wire.Response;

/** Google's page for a path that no service owns: HTML, even for clients that speak JSON. */
final class NotFoundPage {
  private NotFoundPage() {}

  static Response answer(Request request) {
    String path = request.rawPath().replace("&", "&amp;").replace("<", "&lt;");
    String page =
        """
        <!DOCTYPE html>
        <html lang=en>
          <meta charset=utf-8>
          <title>Error 404 (Not Found)!!1</title>
          <a href=//www.google.com/><span id=logo aria-label=Google></span></a>
          <p><b>404.</b> <ins>That’s an error.</ins>
          <p>The requested URL <code>%s</code> was not found on this server.  <ins>That’s all we know.</ins>
        """
            .formatted(path);
    return Response.of(404, "text/html; charset=UTF-8", page)
        .with("Referrer-Policy", "no-referrer");
  }
}
