package dev.crosstrust.storage.google;

import com.google.cloud.storage.BlobId;
import com.google.cloud.storage.HttpStorageOptions;
import com.google.cloud.storage.Storage.BlobListOption;
import com.google.cloud.storage.Storage.BucketListOption;
import com.google.cloud.storage.spi.v1.HttpStorageRpc;
import dev.crosstrust.denial.Denial;
import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.evidence.Outcome.Breakage.Kind;
import dev.crosstrust.evidence.Outcome.Refusal;
import dev.crosstrust.evidence.Wire;
import dev.crosstrust.evidence.google.WireTransport;
import dev.crosstrust.evidence.google.WireTransport.AccessTokens;
import dev.crosstrust.storage.Destination;
import dev.crosstrust.storage.Entry;
import dev.crosstrust.storage.ObjectStore;
import dev.crosstrust.storage.Page;
import dev.crosstrust.storage.Pages;
import dev.crosstrust.storage.Progress;
import dev.crosstrust.storage.StorageUri;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Google Cloud Storage with one access token, or one after the other. Every method makes calls of
 * its own, one attempt each, labelled {@code gcs.<Operation>}. Methods that take an address throw
 * IllegalArgumentException when it is not one of Cloud Storage or, where an object is meant, names
 * none.
 *
 * @see <a href="https://cloud.google.com/storage/docs/json_api/v1">Cloud Storage JSON API</a>
 */
public final class Gcs implements ObjectStore {
  private static final int ENTRIES_A_PAGE = 1000;

  private final GcsTarget target;
  private final GcsCalls calls;

  /**
   * @param wire not closed with this
   * @param tokens asked before every call
   */
  public Gcs(Wire wire, GcsTarget target, AccessTokens tokens) {
    this.target = target;
    HttpStorageOptions options =
        GcsClient.options(new WireTransport(wire, target.endpoint(), tokens), target);
    this.calls = new GcsCalls(wire, options.getService(), new HttpStorageRpc(options));
  }

  /**
   * One page of the project's buckets.
   *
   * @param token null for the first page
   */
  public Outcome<Page<Entry>> buckets(@Nullable String token) {
    if (target.project() == null) {
      return Outcome.broken(
          Kind.LOCAL,
          "buckets are listed by project, and the route names none: write google.project into it,"
              + " or open a bucket by its name");
    }
    List<BucketListOption> options = new ArrayList<>();
    options.add(BucketListOption.pageSize(ENTRIES_A_PAGE));
    if (token != null) {
      options.add(BucketListOption.pageToken(token));
    }
    return GcsCalls.read(
        calls.call("ListBuckets", gcs -> gcs.list(options.toArray(BucketListOption[]::new))),
        Listing::buckets);
  }

  /**
   * One page of what begins with the key, up to 1000 entries.
   *
   * @param delimiter {@code /} to see names up to the next slash as prefixes; null for all objects
   * @param token null for the first page
   */
  public Outcome<Page<Entry>> list(
      StorageUri at, @Nullable String delimiter, @Nullable String token) {
    String bucket = bucket(at);
    List<BlobListOption> options = new ArrayList<>();
    options.add(BlobListOption.pageSize(ENTRIES_A_PAGE));
    if (!at.key().isEmpty()) {
      options.add(BlobListOption.prefix(at.key()));
    }
    if (delimiter != null) {
      options.add(BlobListOption.delimiter(delimiter));
    }
    if (token != null) {
      options.add(BlobListOption.pageToken(token));
    }
    return GcsCalls.read(
        calls.call("ListObjects", gcs -> gcs.list(bucket, options.toArray(BlobListOption[]::new))),
        answer -> Listing.objects(at, answer));
  }

  @Override
  public Pages<Entry> pages(StorageUri at, boolean recursive) {
    return at.isRoot()
        ? new Pages<>(this::buckets)
        : new Pages<>(token -> list(at, recursive ? null : "/", token));
  }

  @Override
  public Outcome<Entry.StoredObject> head(StorageUri object) {
    BlobId id = id(object);
    return GcsCalls.read(
        calls.call("GetObjectMetadata", gcs -> gcs.get(id)), blob -> Listing.object(object, blob));
  }

  @Override
  public Outcome<byte[]> firstBytes(StorageUri object, int limit) {
    BlobId _ = id(object);
    return new Reading(calls, object).firstBytes(limit);
  }

  @Override
  public Outcome<Long> download(StorageUri object, Destination destination, Progress progress) {
    BlobId _ = id(object);
    return new Reading(calls, object).download(destination, progress);
  }

  @Override
  public Outcome<Long> upload(Path file, StorageUri object, Progress progress) {
    BlobId _ = id(object);
    return new Upload(calls, object, progress).send(file);
  }

  /** Unlike at S3, what is not there is refused with 404. */
  @Override
  public Outcome<StorageUri> delete(StorageUri object) {
    BlobId id = id(object);
    return calls.call("DeleteObject", gcs -> gcs.delete(id) ? object : null);
  }

  @Override
  public Optional<Denial> denial(Refusal refusal, StorageUri at) {
    return GcsDenials.of(refusal, at, target.project());
  }

  /** Nothing to do: the client holds what its calls need and no more. */
  @Override
  public void close() {}

  private static String bucket(StorageUri at) {
    if (at.scheme() != StorageUri.Scheme.GS || at.isRoot()) {
      throw new IllegalArgumentException("\"%s\" names no bucket of Cloud Storage".formatted(at));
    }
    return at.bucket();
  }

  private static BlobId id(StorageUri at) {
    if (at.key().isEmpty()) {
      throw new IllegalArgumentException("\"%s\" names no object".formatted(at));
    }
    return BlobId.of(bucket(at), at.key());
  }
}
