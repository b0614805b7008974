package dev.crosstrust.sandbox.aws.s3;

import dev.crosstrust.sandbox.blob.Content;
import dev.crosstrust.sandbox.wire.Response;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Map;

/** PutObject and CopyObject. */
final class WriteOperations {
  private final Access access;
  private final Buckets buckets;
  private final InstantSource clock;

  WriteOperations(Access access, Buckets buckets, InstantSource clock) {
    this.access = access;
    this.buckets = buckets;
    this.clock = clock;
  }

  Response put(Call call) throws IOException {
    Bucket bucket = access.bucket(call);
    access.requireOnKey(call, bucket, "s3:PutObject");
    Conditions.onWrite(call.request(), call.key(), bucket.find(call.key()));
    byte[] bytes = call.body();
    StoredObject object =
        bucket.put(
            call.key(),
            Content.of(bytes),
            ETags.of(bytes),
            KeptHeaders.of(call.request()),
            clock.instant());
    return Response.empty(200).with("ETag", object.etag());
  }

  Response copy(Call call) {
    Bucket bucket = access.bucket(call);
    String header = call.request().header("x-amz-copy-source").orElse("");
    String source = header.startsWith("/") ? header.substring(1) : header;
    int slash = source.indexOf('/');
    if (slash < 1 || source.contains("?")) {
      throw S3Errors.invalidArgument(
          "Copy Source must mention the source bucket and key: sourcebucket/sourcekey",
          "x-amz-copy-source",
          header);
    }
    String sourceName = Call.decode(source.substring(0, slash));
    String sourceKey = Call.decode(source.substring(slash + 1));
    Bucket from = buckets.find(sourceName).orElseThrow(() -> S3Errors.noSuchBucket(sourceName));
    access.requireOnKey(call, from, sourceKey, "s3:GetObject");
    StoredObject original = ReadOperations.find(access, call, from, sourceKey);
    access.requireOnKey(call, bucket, "s3:PutObject");
    boolean replace =
        call.request().header("x-amz-metadata-directive").filter("REPLACE"::equals).isPresent();
    Map<String, String> headers = replace ? KeptHeaders.of(call.request()) : original.headers();
    StoredObject copy =
        bucket.put(call.key(), original.content(), original.etag(), headers, clock.instant());
    return Response.of(
        200,
        "application/xml",
        Xml.document(
            "CopyObjectResult",
            xml -> xml.element("LastModified", copy.lastModified()).element("ETag", copy.etag())));
  }
}
