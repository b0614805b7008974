package dev.crosstrust.storage.aws;

import static dev.crosstrust.storage.aws.Listing.given;
import static dev.crosstrust.storage.aws.Listing.unquoted;

import dev.crosstrust.credential.AwsCredentials;
import dev.crosstrust.denial.Denial;
import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.evidence.Outcome.Refusal;
import dev.crosstrust.evidence.Wire;
import dev.crosstrust.evidence.aws.AwsTarget;
import dev.crosstrust.storage.Destination;
import dev.crosstrust.storage.Entry;
import dev.crosstrust.storage.ObjectStore;
import dev.crosstrust.storage.Page;
import dev.crosstrust.storage.Pages;
import dev.crosstrust.storage.Progress;
import dev.crosstrust.storage.StorageUri;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.EncodingType;
import software.amazon.awssdk.services.s3.model.HeadBucketResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;

/**
 * Amazon S3 with one set of keys. Every method makes calls of its own, one attempt each, labelled
 * {@code s3.<Operation>}; a bucket of another region costs one call more, once. Methods that take
 * an address throw IllegalArgumentException when it is not one of S3 or, where an object is meant,
 * names none.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_Operations.html">Amazon S3 API
 *     Reference</a>
 */
public final class S3 implements ObjectStore {
  private static final int BUCKETS_A_PAGE = 1000;

  private final RegionalClients clients;
  private final S3Calls calls;

  /**
   * @param wire not closed with this
   * @param target the region to begin in, and the endpoint of the user's own if there is one
   */
  public S3(Wire wire, AwsTarget target, AwsCredentials credentials) {
    this.clients = new RegionalClients(wire, target, credentials);
    this.calls = new S3Calls(clients);
  }

  /**
   * One page of the account's buckets: {@code ListBuckets}.
   *
   * @param prefix what their names begin with; null for all
   * @param token null for the first page
   */
  public Outcome<Page<Entry>> buckets(@Nullable String prefix, @Nullable String token) {
    return S3Calls.read(
        calls.callHome(
            "ListBuckets",
            s3 ->
                s3.listBuckets(
                    request ->
                        request
                            .prefix(prefix)
                            .continuationToken(token)
                            .maxBuckets(BUCKETS_A_PAGE))),
        Listing::buckets);
  }

  /**
   * One page of what begins with the key: {@code ListObjectsV2}, up to 1000 entries.
   *
   * @param delimiter {@code /} to see names up to the next slash as prefixes; null for all objects
   * @param token null for the first page
   */
  public Outcome<Page<Entry>> list(
      StorageUri at, @Nullable String delimiter, @Nullable String token) {
    return S3Calls.read(
        calls.call(
            "ListObjectsV2",
            bucket(at),
            s3 ->
                s3.listObjectsV2(
                    request ->
                        request
                            .bucket(at.bucket())
                            .prefix(at.key())
                            .delimiter(delimiter)
                            .continuationToken(token)
                            // XML cannot carry every character that a key may have.
                            .encodingType(EncodingType.URL))),
        answer -> Listing.objects(at, answer));
  }

  @Override
  public Pages<Entry> pages(StorageUri at, boolean recursive) {
    return at.isRoot()
        ? new Pages<>(token -> buckets(null, token))
        : new Pages<>(token -> list(at, recursive ? null : "/", token));
  }

  /** Whether a bucket is there and open, and its region: {@code HeadBucket}. */
  public Outcome<Entry.Bucket> headBucket(StorageUri at) {
    Outcome<HeadBucketResponse> answer =
        calls.call("HeadBucket", bucket(at), s3 -> s3.headBucket(it -> it.bucket(at.bucket())));
    return answer.map(head -> new Entry.Bucket(at.withKey(""), null, head.bucketRegion()));
  }

  @Override
  public Outcome<Entry.StoredObject> head(StorageUri object) {
    Outcome<HeadObjectResponse> answer =
        calls.call(
            "HeadObject",
            bucketOfObject(object),
            s3 -> s3.headObject(it -> it.bucket(object.bucket()).key(object.key())));
    return S3Calls.read(
        answer,
        head ->
            new Entry.StoredObject(
                object,
                given(head.contentLength(), "a length"),
                head.lastModified(),
                head.storageClassAsString(),
                unquoted(head.eTag())));
  }

  @Override
  public Outcome<byte[]> firstBytes(StorageUri object, int limit) {
    bucketOfObject(object);
    return new Reading(calls, object).firstBytes(limit);
  }

  @Override
  public Outcome<Long> download(StorageUri object, Destination destination, Progress progress) {
    bucketOfObject(object);
    return new Reading(calls, object).download(destination, progress);
  }

  @Override
  public Outcome<Long> upload(Path file, StorageUri object, Progress progress) {
    bucketOfObject(object);
    return new Upload(calls, object, progress).send(file);
  }

  @Override
  public Outcome<StorageUri> delete(StorageUri object) {
    return calls
        .call(
            "DeleteObject",
            bucketOfObject(object),
            s3 -> s3.deleteObject(it -> it.bucket(object.bucket()).key(object.key())))
        .map(_ -> object);
  }

  @Override
  public Optional<Denial> denial(Refusal refusal, StorageUri at) {
    return S3Denials.of(refusal, at);
  }

  @Override
  public void close() {
    clients.close();
  }

  private static String bucket(StorageUri at) {
    if (at.scheme() != StorageUri.Scheme.S3 || at.isRoot()) {
      throw new IllegalArgumentException("\"%s\" names no bucket of S3".formatted(at));
    }
    return at.bucket();
  }

  private static String bucketOfObject(StorageUri at) {
    if (at.key().isEmpty()) {
      throw new IllegalArgumentException("\"%s\" names no object".formatted(at));
    }
    return bucket(at);
  }
}
