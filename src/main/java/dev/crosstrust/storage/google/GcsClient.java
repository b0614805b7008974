package dev.crosstrust.storage.google;

import com.google.api.gax.retrying.BasicResultRetryAlgorithm;
import com.google.api.gax.retrying.ResultRetryAlgorithm;
import com.google.cloud.NoCredentials;
import com.google.cloud.ServiceOptions;
import com.google.cloud.http.HttpTransportOptions;
import com.google.cloud.storage.HttpStorageOptions;
import com.google.cloud.storage.StorageOptions;
import com.google.cloud.storage.StorageRetryStrategy;
import dev.crosstrust.evidence.google.WireTransport;
import java.io.Serial;
import java.util.Objects;

/**
 * Google's own client, set up so that one operation is one call: it neither repeats anything nor
 * signs in. What the user configured arrives as values; its own look at the machine is shut off.
 */
final class GcsClient {
  private static final String NO_PROJECT = "-";

  private GcsClient() {}

  static HttpStorageOptions options(WireTransport transport, GcsTarget target) {
    return StorageOptions.http()
        .setTransportOptions(
            HttpTransportOptions.newBuilder().setHttpTransportFactory(transport).build())
        .setCredentials(NoCredentials.getInstance())
        .setHost(target.endpoint().toString())
        // Whose address it is stands in the host. Of the name it only wants to know whether the
        // credentials have the same, and with none it takes the usual one.
        .setUniverseDomain("googleapis.com")
        .setProjectId(Objects.requireNonNullElse(target.project(), NO_PROJECT))
        .setRetrySettings(ServiceOptions.getNoRetrySettings())
        .setStorageRetryStrategy(new Never())
        .build();
  }

  /** Also where the library would go on with the rest of a download that broke off. */
  private static final class Never implements StorageRetryStrategy {
    @Serial private static final long serialVersionUID = 1;

    @Override
    public ResultRetryAlgorithm<?> getIdempotentHandler() {
      return never();
    }

    @Override
    public ResultRetryAlgorithm<?> getNonidempotentHandler() {
      return never();
    }

    private static ResultRetryAlgorithm<?> never() {
      return new BasicResultRetryAlgorithm<Object>() {
        @Override
        public boolean shouldRetry(Throwable failure, Object response) {
          return false;
        }
      };
    }
  }
}
