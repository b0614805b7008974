package dev.crosstrust.evidence;

import dev.crosstrust.evidence.Leg.Received;
import dev.crosstrust.evidence.Leg.Result;
import dev.crosstrust.evidence.Leg.Sent;
import dev.crosstrust.secret.Redactor;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Writes one call down as it happens, without its secrets. */
final class LegWriter {
  private static final int KEPT_REQUEST_BYTES = 64 * 1024;
  private static final String CLOUD_STORAGE = "gcs";
  private static final Pattern ROW_ERRORS = Pattern.compile("\"insertErrors\"\\s*:\\s*\\[\\s*\\{");
  private static final List<String> REQUEST_ID_HEADERS =
      List.of("x-amzn-requestid", "x-amz-request-id", "x-guploader-uploadid", "x-request-id");

  private final Call call;
  private final URI called;
  private final Label label;
  private final Instant startedAt;
  private final long startedNanos = System.nanoTime();
  private final Redactor redactor = new Redactor();
  private final Sent sent;

  LegWriter(Call call, URI called, InstantSource clock) {
    this.call = call;
    this.called = called;
    this.startedAt = clock.instant();
    this.label =
        Recorder.labelOr(Label.of("call", String.valueOf(call.address().getHost()), call.method()));
    this.sent =
        new Sent(
            call.method(),
            redactor.text(call.address().toString()),
            redactor.headers(call.headers()),
            requestBody());
  }

  Label label() {
    return label;
  }

  URI called() {
    return called;
  }

  /** An error or a redirect is never somebody's data. */
  boolean keepsBody(int status) {
    return !label.content() || status >= 300;
  }

  Leg answered(HttpResponse<?> response, byte[] kept) {
    int status = response.statusCode();
    Map<String, List<String>> headers = response.headers().map();
    String type = response.headers().firstValue("content-type").orElse("");
    Received received =
        new Received(redactor.headers(headers), body(status, type, kept, headers), null);
    return leg(
        status, requestId(headers), result(status, type, response.headers(), kept), received);
  }

  Leg failed(String problem) {
    return leg(null, null, Result.BROKEN, new Received(Map.of(), null, problem));
  }

  private Leg leg(
      @Nullable Integer status, @Nullable String requestId, Result result, Received received) {
    long millis = Duration.ofNanos(System.nanoTime() - startedNanos).toMillis();
    return new Leg(
        label.name(),
        label.service(),
        label.operation(),
        Origins.originOf(called),
        status,
        startedAt,
        millis,
        requestId,
        result,
        sent,
        received);
  }

  /**
   * A page of HTML is a proxy's or a portal's, never these services' answer; what somebody stored
   * may be one, and HEAD tells the type of that. None of them redirects but S3 to another region.
   */
  private Result result(int status, String contentType, HttpHeaders headers, byte[] kept) {
    boolean page =
        contentType.toLowerCase(Locale.ROOT).startsWith("text/html") && !isOfCloudStorage(kept);
    boolean stored = label.content() || call.method().equals("HEAD");
    if (status < 300) {
      Result given = tookNone(kept) ? Result.REFUSED : Result.DONE;
      return page && !stored ? Result.BROKEN : given;
    }
    if (isUploadGoingOn(status, headers)) {
      return Result.DONE;
    }
    boolean refused = status >= 400 || isOtherRegion(status, headers, kept);
    return status >= 500 || page || !refused ? Result.BROKEN : Result.REFUSED;
  }

  /** It calls HTML what is empty, and the plain words with which it refuses content. */
  private boolean isOfCloudStorage(byte[] kept) {
    String text = new String(kept, StandardCharsets.UTF_8).strip();
    return label.service().equals(CLOUD_STORAGE) && !text.startsWith("<");
  }

  /**
   * Cloud Storage's answers to a part of an upload that is not the last, and to giving one up.
   *
   * @see <a href="https://cloud.google.com/storage/docs/performing-resumable-uploads">Perform
   *     resumable uploads</a>
   */
  private boolean isUploadGoingOn(int status, HttpHeaders headers) {
    return label.service().equals(CLOUD_STORAGE)
        && ((status == 308 && headers.firstValue("location").isEmpty())
            || (status == 499 && call.method().equals("DELETE")));
  }

  /**
   * BigQuery tells of rows that it did not take with a status of success.
   *
   * @see <a
   *     href="https://cloud.google.com/bigquery/docs/reference/rest/v2/tabledata/insertAll">tabledata.insertAll</a>
   */
  private boolean tookNone(byte[] kept) {
    return label.service().equals("bigquery")
        && label.operation().equals("InsertRow")
        && ROW_ERRORS.matcher(new String(kept, StandardCharsets.UTF_8)).find();
  }

  private boolean isOtherRegion(int status, HttpHeaders headers, byte[] kept) {
    return label.service().equals("s3")
        && (status == 301 || status == 307)
        && (headers.firstValue("x-amz-bucket-region").isPresent()
            || new String(kept, StandardCharsets.UTF_8).contains("<Error>"));
  }

  private @Nullable String requestBody() {
    Call.Content content = call.content();
    if (content == null || content.length() == 0) {
      return null;
    }
    if (label.content()) {
      return "(%d bytes of content, not kept)".formatted(content.length());
    }
    try (InputStream in = content.open().get()) {
      return redactor.text(new String(in.readNBytes(KEPT_REQUEST_BYTES), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private @Nullable String body(
      int status, String type, byte[] kept, Map<String, List<String>> headers) {
    if (!keepsBody(status)) {
      String length = headers.getOrDefault("content-length", List.of("?")).getFirst();
      return "(%s bytes of %s, not kept)".formatted(length, type.isEmpty() ? "content" : type);
    }
    return kept.length == 0 ? null : redactor.text(new String(kept, StandardCharsets.UTF_8));
  }

  /** Of an upload that begins it is the secret of its address too. */
  private @Nullable String requestId(Map<String, List<String>> headers) {
    return REQUEST_ID_HEADERS.stream()
        .flatMap(name -> headers.getOrDefault(name, List.of()).stream())
        .findFirst()
        .map(redactor::text)
        .orElse(null);
  }
}
