package dev.crosstrust.route.cli;

import java.net.URI;
import java.util.Objects;

/**
 * What an S3 request is about, whichever of the two ways of addressing it uses: the bucket as the
 * first label of the host, or as the first part of the path.
 *
 * @param key empty for the bucket itself
 * @param query as sent
 */
record S3Place(String bucket, String key, String query) {
  private static final String AWS_HOSTS = ".amazonaws.com";

  static S3Place of(URI address) {
    String host = Objects.requireNonNullElse(address.getHost(), "");
    String path = Objects.requireNonNullElse(address.getPath(), "").replaceFirst("^/", "");
    String query = Objects.requireNonNullElse(address.getRawQuery(), "");
    int s3 = host.endsWith(AWS_HOSTS) ? host.lastIndexOf(".s3.") : -1;
    if (s3 > 0) {
      return new S3Place(host.substring(0, s3), path, query);
    }
    int slash = path.indexOf('/');
    return slash < 0
        ? new S3Place(path, "", query)
        : new S3Place(path.substring(0, slash), path.substring(slash + 1), query);
  }
}
