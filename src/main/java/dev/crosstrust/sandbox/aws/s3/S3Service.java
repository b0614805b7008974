package dev.crosstrust.sandbox.aws.s3;

import dev.crosstrust.sandbox.aws.Authorizer;
import dev.crosstrust.sandbox.aws.AwsError;
import dev.crosstrust.sandbox.aws.signature.Dialect;
import dev.crosstrust.sandbox.aws.signature.SignatureVerifier;
import dev.crosstrust.sandbox.aws.signature.Verified;
import dev.crosstrust.sandbox.wire.Handler;
import dev.crosstrust.sandbox.wire.Request;
import dev.crosstrust.sandbox.wire.Response;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;

/**
 * S3's REST API over buckets in memory, one endpoint for all regions, path style only.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_Operations_Amazon_Simple_Storage_Service.html">
 *     the operations</a>
 */
public final class S3Service implements Handler {
  private final SignatureVerifier verifier;
  private final Buckets buckets;
  private final InstantSource clock;
  private final BucketOperations bucketOperations;
  private final ListOperations listOperations;
  private final ReadOperations readOperations;
  private final WriteOperations writeOperations;
  private final DeleteOperations deleteOperations;
  private final MultipartOperations multipartOperations;
  private final MultipartListings multipartListings;

  public S3Service(
      SignatureVerifier verifier, Authorizer authorizer, Buckets buckets, InstantSource clock) {
    this.verifier = verifier;
    this.buckets = buckets;
    this.clock = clock;
    Access access = new Access(authorizer, buckets);
    bucketOperations = new BucketOperations(access, buckets, clock);
    listOperations = new ListOperations(access);
    readOperations = new ReadOperations(access);
    writeOperations = new WriteOperations(access, buckets, clock);
    deleteOperations = new DeleteOperations(access);
    multipartOperations = new MultipartOperations(access, clock);
    multipartListings = new MultipartListings(access);
  }

  @Override
  public Response handle(Request request) throws IOException {
    Envelope envelope = Envelope.create(clock.instant());
    try {
      Response response = answer(request);
      return envelope.around(withRegion(request, response, false));
    } catch (AwsError refusal) {
      // A refusal over the region names the right one.
      boolean elsewhere = refusal.status() == 301 || refusal.fields().containsKey("Region");
      Response response = envelope.refusal(request, refusal);
      return envelope.around(withRegion(request, response, elsewhere));
    }
  }

  private Response answer(Request request) throws IOException {
    Optional<Verified> verified =
        verifier.signed(request)
            ? Optional.of(verifier.verify(request, Dialect.S3))
            : Optional.empty();
    verified
        .map(signed -> signed.scope().service())
        .filter(service -> !service.equals("s3"))
        .ifPresent(
            service -> {
              throw S3Errors.wrongService(service);
            });
    Call call = Call.of(request, verified);
    return switch (Operation.of(call)) {
      case LIST_BUCKETS -> bucketOperations.list(call);
      case HEAD_BUCKET -> bucketOperations.head(call);
      case CREATE_BUCKET -> bucketOperations.create(call);
      case GET_LOCATION -> bucketOperations.location(call);
      case LIST_OBJECTS -> listOperations.first(call);
      case LIST_OBJECTS_V2 -> listOperations.second(call);
      case DELETE_OBJECTS -> deleteOperations.many(call);
      case LIST_UPLOADS -> multipartListings.uploads(call);
      case HEAD_OBJECT, GET_OBJECT -> readOperations.get(call);
      case PUT_OBJECT -> writeOperations.put(call);
      case COPY_OBJECT -> writeOperations.copy(call);
      case DELETE_OBJECT -> deleteOperations.one(call);
      case CREATE_UPLOAD -> multipartOperations.create(call);
      case UPLOAD_PART -> multipartOperations.part(call);
      case COMPLETE_UPLOAD -> multipartOperations.complete(call);
      case ABORT_UPLOAD -> multipartOperations.abort(call);
      case LIST_PARTS -> multipartListings.parts(call);
    };
  }

  /** S3 tells a bucket's region on bucket requests, refused ones too, and on redirects. */
  private Response withRegion(Request request, Response response, boolean elsewhere) {
    Call call = Call.of(request, Optional.empty());
    return buckets
        .find(call.bucket())
        .filter(_ -> elsewhere || call.key().isEmpty())
        .map(bucket -> response.with("x-amz-bucket-region", bucket.region()))
        .orElse(response);
  }
}
