package dev.crosstrust.sandbox.aws.s3;

import dev.crosstrust.sandbox.wire.Request;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What S3 keeps of an upload's headers and gives back with the object. */
final class KeptHeaders {
  private static final List<String> NAMES =
      List.of(
          "cache-control",
          "content-disposition",
          "content-encoding",
          "content-language",
          "content-type",
          "expires");
  private static final String STORAGE_CLASS = "x-amz-storage-class";

  private KeptHeaders() {}

  static Map<String, String> of(Request request) {
    Map<String, String> kept = new LinkedHashMap<>();
    NAMES.forEach(name -> request.header(name).ifPresent(value -> kept.put(name, value)));
    // aws-chunked belongs to the transfer, not to the object.
    kept.computeIfPresent("content-encoding", (_, value) -> withoutChunking(value));
    request
        .headers()
        .forEach(
            (name, values) -> {
              if (name.startsWith("x-amz-meta-")) {
                kept.put(name, String.join(",", values));
              }
            });
    request
        .header(STORAGE_CLASS)
        .filter(value -> !value.equals("STANDARD"))
        .ifPresent(value -> kept.put(STORAGE_CLASS, value));
    return kept;
  }

  private static @Nullable String withoutChunking(String encodings) {
    String rest = encodings.replaceAll("\\s*aws-chunked\\s*,?\\s*", "");
    return rest.isEmpty() ? null : rest;
  }
}
