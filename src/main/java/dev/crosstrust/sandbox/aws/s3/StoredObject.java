package dev.crosstrust.sandbox.aws.s3;

import dev.crosstrust.sandbox.blob.Content;
import java.time.Instant;
import java.util.Map;

/**
 * One object.
 *
 * @param etag with its quotes, as headers and listings show it
 * @param lastModified to the second, since HTTP dates carry no more
 * @param headers what the uploader asked to be kept, by lower-case name: {@code content-type},
 *     {@code x-amz-meta-…}, {@code x-amz-storage-class} and the like
 */
record StoredObject(
    String key, Content content, String etag, Instant lastModified, Map<String, String> headers) {

  long size() {
    return content.length();
  }

  String storageClass() {
    return headers.getOrDefault("x-amz-storage-class", "STANDARD");
  }
}
