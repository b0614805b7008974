package dev.crosstrust.storage.aws;

import dev.crosstrust.credential.AwsCredentials;
import dev.crosstrust.evidence.Wire;
import dev.crosstrust.evidence.aws.AwsClients;
import dev.crosstrust.evidence.aws.AwsTarget;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * One client a region, made when needed, and what is known of which bucket is where. A bucket that
 * answers with another region is asked there once more; that is done here and not by the SDK, so
 * that both calls are seen and the second is needed once a bucket only.
 */
final class RegionalClients implements AutoCloseable {
  private final Wire wire;
  private final AwsTarget target;
  private final AwsCredentials credentials;
  private final Map<String, S3Client> clients = new ConcurrentHashMap<>();
  private final Map<String, String> regionOfBucket = new ConcurrentHashMap<>();

  RegionalClients(Wire wire, AwsTarget target, AwsCredentials credentials) {
    this.wire = wire;
    this.target = target;
    this.credentials = credentials;
  }

  /** The client for what belongs to no bucket. */
  S3Client home() {
    return in(target.region());
  }

  /** Makes a call about a bucket, where the bucket is. */
  <T> T where(String bucket, Function<S3Client, T> call) {
    String region = regionOfBucket.getOrDefault(bucket, target.region());
    try {
      return call.apply(in(region));
    } catch (S3Exception e) {
      String named =
          BucketRegion.named(e).filter(other -> !other.equals(region)).orElseThrow(() -> e);
      regionOfBucket.put(bucket, named);
      return call.apply(in(named));
    }
  }

  private S3Client in(String region) {
    return clients.computeIfAbsent(region, this::client);
  }

  /**
   * Checksums only where S3 insists on them: servers that are like S3 refuse or store the trailer
   * that the SDK would add. Path style for an endpoint of the user's own, where {@code
   * bucket.localhost} does not resolve.
   */
  private S3Client client(String region) {
    return AwsClients.signed(
            S3Client.builder(), wire, new AwsTarget(region, target.endpoint()), credentials)
        .forcePathStyle(target.endpoint() != null)
        .crossRegionAccessEnabled(false)
        .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
        .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
        .build();
  }

  @Override
  public void close() {
    clients.values().forEach(S3Client::close);
  }
}
