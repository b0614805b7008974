package dev.crosstrust.sandbox.google.storage;

import dev.crosstrust.sandbox.blob.ByteRange;
import dev.crosstrust.sandbox.google.api.ApiCall;
import dev.crosstrust.sandbox.google.api.GoogleError;
import dev.crosstrust.sandbox.google.api.Json;
import dev.crosstrust.sandbox.google.storage.Access.Caller;
import dev.crosstrust.sandbox.wire.Response;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * {@code objects.get}: metadata, or with {@code alt=media} the bytes.
 *
 * @see <a href="https://cloud.google.com/storage/docs/json_api/v1/objects/get">objects.get</a>
 */
final class ReadMethods {
  private static final Map<String, String> HEADERS =
      Map.of(
          "cacheControl", "Cache-Control",
          "contentDisposition", "Content-Disposition",
          "contentEncoding", "Content-Encoding",
          "contentLanguage", "Content-Language");

  private final Access access;
  private final ObjectStore store;

  ReadMethods(Access access, ObjectStore store) {
    this.access = access;
    this.store = store;
  }

  Response get(ApiCall call) {
    if (call.text("alt").equals("media")) {
      return download(call);
    }
    StoredObject object = find(call);
    return Preconditions.of(call).unchanged(object)
        ? Response.empty(304).with("ETag", object.etag())
        : Json.answer(200, Resources.of(object, call.origin())).with("ETag", object.etag());
  }

  /** The bytes; a refusal is a bare sentence here, whatever its status. */
  Response download(ApiCall call) {
    try {
      StoredObject object = find(call);
      return Preconditions.of(call).unchanged(object)
          ? Response.empty(304).with("ETag", object.etag())
          : media(object, call.request().header("Range").orElse(""));
    } catch (GoogleError refusal) {
      return refusal.plain();
    }
  }

  private StoredObject find(ApiCall call) {
    Caller caller = access.caller(call, Scope.READ);
    Bucket bucket = caller.bucket(call.path("bucket"), "storage.objects.get");
    StoredObject object =
        store.find(caller, bucket, call.path("object"), call.number("generation"));
    Preconditions.of(call).positive().check(object);
    return object;
  }

  private static Response media(StoredObject object, String asked) {
    ByteRange range =
        ByteRange.of(asked, object.size()).orElseThrow(StorageErrors::rangeNotSatisfiable);
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", object.text("contentType", "application/octet-stream"));
    HEADERS.forEach(
        (name, header) -> {
          JsonNode value = object.settable().get(name);
          if (value != null) {
            headers.put(header, value.asString());
          }
        });
    headers.put("ETag", object.etag());
    headers.put(
        "Last-Modified",
        DateTimeFormatter.RFC_1123_DATE_TIME.format(object.updated().atOffset(ZoneOffset.UTC)));
    headers.put("Accept-Ranges", "bytes");
    headers.put("X-Goog-Generation", Long.toString(object.generation()));
    headers.put("X-Goog-Metageneration", Long.toString(object.metageneration()));
    headers.put("X-Goog-Hash", object.hashes().header());
    headers.put("X-Goog-Storage-Class", object.text("storageClass", "STANDARD"));
    headers.put("X-Goog-Stored-Content-Encoding", object.text("contentEncoding", "identity"));
    headers.put("X-Goog-Stored-Content-Length", Long.toString(object.size()));
    if (range.partial()) {
      headers.put("Content-Range", range.text(object.size()));
    }
    return new Response(
        range.partial() ? 206 : 200,
        headers,
        range.count(),
        out -> object.content().writeTo(out, range.from(), range.count()));
  }
}
