package dev.crosstrust.sandbox.aws.s3;

import dev.crosstrust.sandbox.wire.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** ListObjects, in both versions. */
final class ListOperations {
  private final Access access;

  ListOperations(Access access) {
    this.access = access;
  }

  /** ListObjects of old; rclone and s3cmd still ask it. */
  Response first(Call call) {
    Bucket bucket = bucket(call);
    String marker = call.text("marker");
    Listing page = Listing.of(bucket, query(call, marker));
    UnaryOperator<String> shown = encoding(call);
    return answer(
        Xml.document(
            "ListBucketResult",
            xml -> {
              xml.element("Name", bucket.name());
              xml.element("Prefix", shown.apply(call.text("prefix")));
              xml.element("Marker", shown.apply(marker));
              if (page.truncated() && !call.text("delimiter").isEmpty()) {
                xml.element("NextMarker", shown.apply(page.last()));
              }
              common(xml, call, page, shown);
              page.objects().forEach(object -> describe(xml, object, bucket, shown, true));
              prefixes(xml, page, shown);
            }));
  }

  /** ListObjectsV2. */
  Response second(Call call) {
    Bucket bucket = bucket(call);
    String token = call.text("continuation-token");
    String after = token.isEmpty() ? call.text("start-after") : Tokens.open(token);
    Listing page = Listing.of(bucket, query(call, after));
    UnaryOperator<String> shown = encoding(call);
    boolean owner = call.text("fetch-owner").equals("true");
    return answer(
        Xml.document(
            "ListBucketResult",
            xml -> {
              xml.element("Name", bucket.name());
              xml.element("Prefix", shown.apply(call.text("prefix")));
              if (page.truncated()) {
                xml.element("NextContinuationToken", Tokens.seal(page.last()));
              }
              if (!token.isEmpty()) {
                xml.element("ContinuationToken", token);
              }
              if (!call.text("start-after").isEmpty()) {
                xml.element("StartAfter", shown.apply(call.text("start-after")));
              }
              xml.element("KeyCount", page.objects().size() + page.commonPrefixes().size());
              common(xml, call, page, shown);
              page.objects().forEach(object -> describe(xml, object, bucket, shown, owner));
              prefixes(xml, page, shown);
            }));
  }

  private Bucket bucket(Call call) {
    Bucket bucket = access.bucket(call);
    Map<String, List<String>> context = new LinkedHashMap<>();
    for (String name : List.of("prefix", "delimiter", "max-keys")) {
      call.parameter(name).ifPresent(value -> context.put("s3:" + name, List.of(value)));
    }
    access.require(call, bucket, "s3:ListBucket", context);
    return bucket;
  }

  private static Listing.Query query(Call call, String after) {
    return new Listing.Query(
        call.text("prefix"), call.text("delimiter"), after, call.pageSize("max-keys"));
  }

  private static void common(Xml xml, Call call, Listing page, UnaryOperator<String> shown) {
    xml.element("MaxKeys", call.pageSize("max-keys"));
    if (!call.text("delimiter").isEmpty()) {
      xml.element("Delimiter", shown.apply(call.text("delimiter")));
    }
    if (!call.text("encoding-type").isEmpty()) {
      xml.element("EncodingType", "url");
    }
    xml.element("IsTruncated", page.truncated());
  }

  private static void describe(
      Xml list, StoredObject object, Bucket bucket, UnaryOperator<String> shown, boolean owner) {
    list.element(
        "Contents",
        xml -> {
          xml.element("Key", shown.apply(object.key()))
              .element("LastModified", object.lastModified())
              .element("ETag", object.etag())
              .element("Size", object.size());
          if (owner) {
            xml.element("Owner", id -> id.element("ID", Owners.id(bucket.owner())));
          }
          xml.element("StorageClass", object.storageClass());
        });
  }

  private static void prefixes(Xml list, Listing page, UnaryOperator<String> shown) {
    page.commonPrefixes()
        .forEach(
            prefix ->
                list.element("CommonPrefixes", xml -> xml.element("Prefix", shown.apply(prefix))));
  }

  /** {@code encoding-type=url}: as forms encode, but slashes stay. */
  private static UnaryOperator<String> encoding(Call call) {
    String type = call.text("encoding-type");
    if (type.isEmpty()) {
      return UnaryOperator.identity();
    }
    if (!type.equals("url")) {
      throw S3Errors.invalidArgument(
          "Invalid Encoding Method specified in Request", "encoding-type", type);
    }
    return text -> URLEncoder.encode(text, StandardCharsets.UTF_8).replace("%2F", "/");
  }

  private static Response answer(String xml) {
    return Response.of(200, "application/xml", xml);
  }
}
