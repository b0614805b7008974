package dev.crosstrust.sandbox.google.storage;

import dev.crosstrust.sandbox.blob.Content;
import java.time.Instant;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * One object.
 *
 * @param generation changes whenever the bytes do: microseconds since 1970, and always more than
 *     any earlier one of the bucket
 * @param metageneration counts changes of the metadata of this generation, from 1
 * @param settable what the uploader may choose, by its names in the API: {@code contentType},
 *     {@code metadata} and the like
 */
record StoredObject(
    String bucket,
    String name,
    long generation,
    long metageneration,
    Content content,
    Hashes hashes,
    Map<String, JsonNode> settable,
    Instant created,
    Instant updated) {

  StoredObject {
    settable = Map.copyOf(settable);
  }

  long size() {
    return content.length();
  }

  String etag() {
    return Etag.ofObject(generation, metageneration);
  }

  String text(String name, String otherwise) {
    JsonNode value = settable.get(name);
    return value == null ? otherwise : value.asString(otherwise);
  }
}
