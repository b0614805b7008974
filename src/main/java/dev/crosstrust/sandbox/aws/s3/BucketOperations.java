package dev.crosstrust.sandbox.aws.s3;

import dev.crosstrust.sandbox.aws.AwsError;
import dev.crosstrust.sandbox.aws.Caller;
import dev.crosstrust.sandbox.aws.signature.Verified;
import dev.crosstrust.sandbox.wire.Response;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.w3c.dom.Element;

/** ListBuckets, HeadBucket, GetBucketLocation and CreateBucket. */
final class BucketOperations {
  private static final String HOME = "us-east-1";

  private final Access access;
  private final Buckets buckets;
  private final InstantSource clock;

  BucketOperations(Access access, Buckets buckets, InstantSource clock) {
    this.access = access;
    this.buckets = buckets;
    this.clock = clock;
  }

  Response list(Call call) {
    Caller caller = access.requireOnAccount(call, "s3:ListAllMyBuckets");
    String prefix = call.text("prefix");
    Optional<String> region = call.parameter("bucket-region");
    String after = Tokens.open(call.text("continuation-token"));
    int max = call.number("max-buckets", 10_000, 1, 10_000);
    List<Bucket> found =
        buckets.ownedBy(caller.account()).stream()
            .filter(bucket -> bucket.name().startsWith(prefix))
            .filter(bucket -> region.isEmpty() || region.get().equals(bucket.region()))
            .filter(bucket -> bucket.name().compareTo(after) > 0)
            .toList();
    List<Bucket> page = found.subList(0, Math.min(max, found.size()));
    return answer(
        Xml.document(
            "ListAllMyBucketsResult",
            xml -> {
              xml.element("Owner", owner -> owner.element("ID", Owners.id(caller.account())));
              xml.element("Buckets", list -> page.forEach(bucket -> describe(list, bucket)));
              if (!prefix.isEmpty()) {
                xml.element("Prefix", prefix);
              }
              if (page.size() < found.size()) {
                xml.element("ContinuationToken", Tokens.seal(page.getLast().name()));
              }
            }));
  }

  private static void describe(Xml list, Bucket bucket) {
    list.element(
        "Bucket",
        xml ->
            xml.element("Name", bucket.name())
                .element("CreationDate", bucket.created())
                .element("BucketRegion", bucket.region())
                .element("BucketArn", bucket.arn()));
  }

  Response head(Call call) {
    Bucket bucket = access.bucket(call);
    access.require(call, bucket, "s3:ListBucket", Map.of());
    return Response.empty(200)
        .with("x-amz-bucket-arn", bucket.arn())
        .with("x-amz-access-point-alias", "false");
  }

  /** Answered in every region: clients ask it to learn the region. */
  Response location(Call call) {
    Bucket bucket = access.bucketAnywhere(call);
    access.require(call, bucket, "s3:GetBucketLocation", Map.of());
    return answer(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            + "<LocationConstraint xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\""
            + (bucket.region().equals(HOME)
                ? "/>"
                : ">" + bucket.region() + "</LocationConstraint>"));
  }

  Response create(Call call) throws IOException {
    String name = call.bucket();
    if (!name.matches("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]")) {
      throw S3Errors.invalidBucketName(name);
    }
    access.requireOnNew(call, "s3:CreateBucket");
    Verified verified = call.verified().orElseThrow(S3Errors::accessDenied);
    String region = region(call, verified);
    buckets.find(name).ifPresent(taken -> refuse(taken, verified));
    buckets.create(name, region, verified.caller().account(), clock.instant());
    return Response.empty(200).with("Location", "/" + name);
  }

  private static void refuse(Bucket taken, Verified verified) {
    Map<String, String> fields = Map.of("BucketName", taken.name());
    if (taken.owner().equals(verified.caller().account())) {
      throw new AwsError(
          409,
          "BucketAlreadyOwnedByYou",
          "Your previous request to create the named bucket succeeded and you already own it.",
          fields);
    }
    throw new AwsError(
        409,
        "BucketAlreadyExists",
        "The requested bucket name is not available. The bucket namespace is shared by all users of"
            + " the system. Please select a different name and try again.",
        fields);
  }

  private static String region(Call call, Verified verified) throws IOException {
    String endpoint = verified.scope().region();
    byte[] body = call.body();
    String asked = "unspecified";
    if (body.length > 0) {
      Element configuration = XmlBody.parse(body, "CreateBucketConfiguration");
      asked = XmlBody.text(configuration, "LocationConstraint").orElse(asked);
    }
    boolean unspecified = asked.equals("unspecified");
    if (endpoint.equals(HOME)) {
      return unspecified ? HOME : asked;
    }
    if (!asked.equals(endpoint)) {
      throw new AwsError(
          400,
          "IllegalLocationConstraintException",
          "The %s location constraint is incompatible for the region specific endpoint this request"
                  .formatted(asked)
              + " was sent to.");
    }
    return asked;
  }

  private static Response answer(String document) {
    return Response.of(200, "application/xml", document);
  }
}
