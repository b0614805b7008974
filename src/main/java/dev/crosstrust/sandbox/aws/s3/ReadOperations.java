package dev.crosstrust.sandbox.aws.s3;

import dev.crosstrust.sandbox.blob.ByteRange;
import dev.crosstrust.sandbox.wire.Response;
import java.util.LinkedHashMap;
import java.util.Map;

/** GetObject and HeadObject. */
final class ReadOperations {
  private static final Map<String, String> OVERRIDES =
      Map.of(
          "response-content-type", "content-type",
          "response-content-language", "content-language",
          "response-expires", "expires",
          "response-cache-control", "cache-control",
          "response-content-disposition", "content-disposition",
          "response-content-encoding", "content-encoding");

  private final Access access;

  ReadOperations(Access access) {
    this.access = access;
  }

  Response get(Call call) {
    Bucket bucket = access.bucket(call);
    access.requireOnKey(call, bucket, "s3:GetObject");
    StoredObject object = find(access, call, bucket, call.key());
    Conditions.onRead(call.request(), object);
    String asked = call.request().header("Range").orElse("");
    ByteRange range =
        ByteRange.of(asked, object.size())
            .orElseThrow(() -> S3Errors.invalidRange(asked, object.size()));

    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Last-Modified", Envelope.httpDate(object.lastModified()));
    headers.put("ETag", object.etag());
    headers.put("Accept-Ranges", "bytes");
    headers.put("content-type", "binary/octet-stream");
    headers.putAll(object.headers());
    OVERRIDES.forEach(
        (parameter, header) ->
            call.parameter(parameter).ifPresent(value -> headers.put(header, value)));
    if (range.partial()) {
      headers.put("Content-Range", range.text(object.size()));
    }
    return new Response(
        range.partial() ? 206 : 200,
        headers,
        range.count(),
        out -> object.content().writeTo(out, range.from(), range.count()));
  }

  /** Who may not list the bucket is not told whether a key exists. */
  static StoredObject find(Access access, Call call, Bucket bucket, String key) {
    return bucket
        .find(key)
        .orElseThrow(
            () -> {
              access.require(call, bucket, "s3:ListBucket", Map.of());
              return S3Errors.noSuchKey(key);
            });
  }
}
