package dev.crosstrust.sandbox.aws.s3;

import dev.crosstrust.sandbox.aws.AwsError;
import dev.crosstrust.sandbox.wire.Request;
import dev.crosstrust.sandbox.wire.Response;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** What every answer of S3's carries: two ids, the time, and for refusals the error document. */
record Envelope(String requestId, String hostId, Instant now) {
  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.US)
          .withZone(ZoneOffset.UTC);

  static Envelope create(Instant now) {
    byte[] host = new byte[56];
    ThreadLocalRandom.current().nextBytes(host);
    String id = HexFormat.of().withUpperCase().toHexDigits(ThreadLocalRandom.current().nextLong());
    return new Envelope(id, Base64.getEncoder().encodeToString(host), now);
  }

  Response around(Response response) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("x-amz-id-2", hostId);
    headers.put("x-amz-request-id", requestId);
    headers.put("Date", httpDate(now));
    headers.put("Server", "AmazonS3");
    headers.putAll(response.headers());
    return new Response(response.status(), headers, response.length(), response.body());
  }

  /** The error document; nothing but the status for HEAD, and for 304 by HTTP's rules. */
  Response refusal(Request request, AwsError error) {
    if (request.method().equals("HEAD") || error.status() == 304) {
      return Response.empty(error.status());
    }
    String xml =
        Xml.plainDocument(
            "Error",
            body -> {
              body.element("Code", error.code()).element("Message", error.text());
              error.fields().forEach(body::element);
              body.element("RequestId", requestId).element("HostId", hostId);
            });
    return Response.of(error.status(), "application/xml", xml);
  }

  /** The form of HTTP's dates, RFC 9110 section 5.6.7, always with two digits for the day. */
  static String httpDate(Instant instant) {
    return HTTP_DATE.format(instant);
  }
}
