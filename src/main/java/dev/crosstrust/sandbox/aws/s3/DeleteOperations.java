package dev.crosstrust.sandbox.aws.s3;

import dev.crosstrust.sandbox.aws.AwsError;
import dev.crosstrust.sandbox.wire.Response;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.w3c.dom.Element;

/** DeleteObject and DeleteObjects. */
final class DeleteOperations {
  private final Access access;

  DeleteOperations(Access access) {
    this.access = access;
  }

  /** Also well when there is no such key, as with S3. */
  Response one(Call call) {
    Bucket bucket = access.bucket(call);
    access.requireOnKey(call, bucket, "s3:DeleteObject");
    bucket.delete(call.key());
    return Response.empty(204);
  }

  Response many(Call call) throws IOException {
    Bucket bucket = access.bucket(call);
    Element request = XmlBody.parse(call.body(), "Delete");
    boolean quiet = XmlBody.text(request, "Quiet").filter("true"::equals).isPresent();
    List<String> deleted = new ArrayList<>();
    Map<String, AwsError> refused = new LinkedHashMap<>();
    for (Element object : XmlBody.children(request, "Object")) {
      String key = XmlBody.required(object, "Key");
      delete(call, bucket, key)
          .ifPresentOrElse(error -> refused.put(key, error), () -> deleted.add(key));
    }
    return Response.of(
        200,
        "application/xml",
        Xml.document(
            "DeleteResult",
            xml -> {
              if (!quiet) {
                deleted.forEach(key -> xml.element("Deleted", each -> each.element("Key", key)));
              }
              refused.forEach((key, error) -> describe(xml, key, error));
            }));
  }

  private static void describe(Xml list, String key, AwsError error) {
    list.element(
        "Error",
        xml ->
            xml.element("Key", key).element("Code", error.code()).element("Message", error.text()));
  }

  private Optional<AwsError> delete(Call call, Bucket bucket, String key) {
    try {
      access.requireOnKey(call, bucket, key, "s3:DeleteObject");
    } catch (AwsError refusal) {
      return Optional.of(refusal);
    }
    bucket.delete(key);
    return Optional.empty();
  }
}
