package dev.crosstrust.sandbox.aws.s3;

import dev.crosstrust.sandbox.aws.AwsError;
import dev.crosstrust.sandbox.blob.Content;
import dev.crosstrust.sandbox.wire.Response;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.w3c.dom.Element;

/** CreateMultipartUpload, UploadPart, CompleteMultipartUpload and AbortMultipartUpload. */
final class MultipartOperations {
  /** Every part but the last has at least 5 MiB. */
  private static final long SMALLEST_PART = 5L * 1024 * 1024;

  private final Access access;
  private final InstantSource clock;

  MultipartOperations(Access access, InstantSource clock) {
    this.access = access;
    this.clock = clock;
  }

  Response create(Call call) {
    Bucket bucket = access.bucket(call);
    access.requireOnKey(call, bucket, "s3:PutObject");
    Upload upload =
        bucket.uploads().start(call.key(), KeptHeaders.of(call.request()), clock.instant());
    return answer(
        Xml.document(
            "InitiateMultipartUploadResult",
            xml ->
                xml.element("Bucket", bucket.name())
                    .element("Key", call.key())
                    .element("UploadId", upload.id())));
  }

  Response part(Call call) throws IOException {
    Bucket bucket = access.bucket(call);
    access.requireOnKey(call, bucket, "s3:PutObject");
    Upload upload = upload(call, bucket);
    int number = call.number("partNumber", 0, 1, 10_000);
    byte[] bytes = call.body();
    Upload.Part part = new Upload.Part(number, Content.of(bytes), ETags.of(bytes), clock.instant());
    upload.parts().put(number, part);
    return Response.empty(200).with("ETag", part.etag());
  }

  Response complete(Call call) throws IOException {
    Bucket bucket = access.bucket(call);
    access.requireOnKey(call, bucket, "s3:PutObject");
    Upload upload = upload(call, bucket);
    Element request = XmlBody.parse(call.body(), "CompleteMultipartUpload");
    List<Upload.Part> parts = chosen(upload, XmlBody.children(request, "Part"));
    Conditions.onWrite(call.request(), call.key(), bucket.find(call.key()));
    String etag = ETags.ofParts(parts.stream().map(Upload.Part::etag).toList());
    Content content = Content.joined(parts.stream().map(Upload.Part::content).toList());
    bucket.put(call.key(), content, etag, upload.headers(), clock.instant());
    bucket.uploads().end(upload);
    return answer(
        Xml.document(
            "CompleteMultipartUploadResult",
            xml ->
                xml.element("Location", call.request().rawPath())
                    .element("Bucket", bucket.name())
                    .element("Key", call.key())
                    .element("ETag", etag)));
  }

  Response abort(Call call) {
    Bucket bucket = access.bucket(call);
    access.requireOnKey(call, bucket, "s3:AbortMultipartUpload");
    bucket.uploads().end(upload(call, bucket));
    return Response.empty(204);
  }

  static Upload upload(Call call, Bucket bucket) {
    String id = call.text("uploadId");
    return bucket.uploads().find(id, call.key()).orElseThrow(() -> S3Errors.noSuchUpload(id));
  }

  private static List<Upload.Part> chosen(Upload upload, List<Element> named) {
    if (named.isEmpty()) {
      throw S3Errors.malformedXml();
    }
    List<Upload.Part> parts = new ArrayList<>();
    for (Element element : named) {
      Upload.Part part = chosen(upload, element);
      if (!parts.isEmpty() && parts.getLast().number() >= part.number()) {
        throw new AwsError(
            400,
            "InvalidPartOrder",
            "The list of parts was not in ascending order. Parts must be ordered by part number.",
            Map.of("UploadId", upload.id()));
      }
      parts.add(part);
    }
    parts.subList(0, parts.size() - 1).forEach(MultipartOperations::refuseSmall);
    return parts;
  }

  private static Upload.Part chosen(Upload upload, Element named) {
    String number = XmlBody.required(named, "PartNumber").strip();
    String etag = ETags.bare(XmlBody.required(named, "ETag"));
    if (!number.matches("\\d{1,5}")) {
      throw S3Errors.malformedXml();
    }
    Upload.Part part = upload.parts().get(Integer.valueOf(number));
    if (part == null || !ETags.bare(part.etag()).equals(etag)) {
      Map<String, String> fields = new LinkedHashMap<>();
      fields.put("UploadId", upload.id());
      fields.put("PartNumber", number);
      fields.put("ETag", etag);
      throw new AwsError(
          400,
          "InvalidPart",
          "One or more of the specified parts could not be found. The part may not have been"
              + " uploaded, or the specified entity tag may not match the part's entity tag.",
          fields);
    }
    return part;
  }

  private static void refuseSmall(Upload.Part part) {
    long size = part.content().length();
    if (size < SMALLEST_PART) {
      Map<String, String> fields = new LinkedHashMap<>();
      fields.put("ProposedSize", Long.toString(size));
      fields.put("MinSizeAllowed", Long.toString(SMALLEST_PART));
      fields.put("PartNumber", Integer.toString(part.number()));
      fields.put("ETag", ETags.bare(part.etag()));
      throw new AwsError(
          400,
          "EntityTooSmall",
          "Your proposed upload is smaller than the minimum allowed size",
          fields);
    }
  }

  private static Response answer(String xml) {
    return Response.of(200, "application/xml", xml);
  }
}
