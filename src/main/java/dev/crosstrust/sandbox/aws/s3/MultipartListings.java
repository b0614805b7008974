package dev.crosstrust.sandbox.aws.s3;

import dev.crosstrust.sandbox.blob.KeyOrder;
import dev.crosstrust.sandbox.wire.Response;
import java.util.List;
import java.util.Map;

/** ListMultipartUploads and ListParts. */
final class MultipartListings {
  private final Access access;

  MultipartListings(Access access) {
    this.access = access;
  }

  Response uploads(Call call) {
    Bucket bucket = access.bucket(call);
    access.require(call, bucket, "s3:ListBucketMultipartUploads", Map.of());
    String prefix = call.text("prefix");
    String keyMarker = call.text("key-marker");
    String idMarker = call.text("upload-id-marker");
    int max = call.pageSize("max-uploads");
    List<Upload> found =
        bucket.uploads().all().stream()
            .filter(upload -> upload.key().startsWith(prefix))
            .filter(upload -> isBehind(upload, keyMarker, idMarker))
            .toList();
    List<Upload> page = found.subList(0, Math.min(max, found.size()));
    return answer(
        Xml.document(
            "ListMultipartUploadsResult",
            xml -> {
              xml.element("Bucket", bucket.name());
              xml.element("KeyMarker", keyMarker).element("UploadIdMarker", idMarker);
              boolean truncated = !page.isEmpty() && page.size() < found.size();
              if (truncated) {
                xml.element("NextKeyMarker", page.getLast().key());
                xml.element("NextUploadIdMarker", page.getLast().id());
              }
              xml.element("Prefix", prefix).element("MaxUploads", max);
              xml.element("IsTruncated", truncated);
              page.forEach(upload -> describe(xml, upload, bucket));
            }));
  }

  private static boolean isBehind(Upload upload, String keyMarker, String idMarker) {
    int order = KeyOrder.INSTANCE.compare(upload.key(), keyMarker);
    return order > 0 || (order == 0 && !idMarker.isEmpty() && upload.id().compareTo(idMarker) > 0);
  }

  private static void describe(Xml list, Upload upload, Bucket bucket) {
    list.element(
        "Upload",
        xml ->
            xml.element("Key", upload.key())
                .element("UploadId", upload.id())
                .element("Owner", owner -> owner.element("ID", Owners.id(bucket.owner())))
                .element("StorageClass", "STANDARD")
                .element("Initiated", upload.initiated()));
  }

  Response parts(Call call) {
    Bucket bucket = access.bucket(call);
    access.requireOnKey(call, bucket, "s3:ListMultipartUploadParts");
    Upload upload = MultipartOperations.upload(call, bucket);
    int marker = call.number("part-number-marker", 0, 0, Integer.MAX_VALUE);
    int max = call.pageSize("max-parts");
    List<Upload.Part> found = List.copyOf(upload.parts().tailMap(marker, false).values());
    List<Upload.Part> page = found.subList(0, Math.min(max, found.size()));
    return answer(
        Xml.document(
            "ListPartsResult",
            xml -> {
              xml.element("Bucket", bucket.name())
                  .element("Key", upload.key())
                  .element("UploadId", upload.id())
                  .element("PartNumberMarker", marker)
                  .element("NextPartNumberMarker", page.isEmpty() ? 0 : page.getLast().number())
                  .element("MaxParts", max)
                  .element("IsTruncated", !page.isEmpty() && page.size() < found.size());
              page.forEach(part -> describe(xml, part));
            }));
  }

  private static void describe(Xml list, Upload.Part part) {
    list.element(
        "Part",
        xml ->
            xml.element("PartNumber", part.number())
                .element("LastModified", part.lastModified())
                .element("ETag", part.etag())
                .element("Size", part.content().length()));
  }

  private static Response answer(String xml) {
    return Response.of(200, "application/xml", xml);
  }
}
