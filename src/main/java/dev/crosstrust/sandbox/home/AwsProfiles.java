package dev.crosstrust.sandbox.home;

import org.jspecify.annotations.Nullable;

/**
 * What the AWS profiles hold.
 *
 * @param region of every profile
 * @param admin keys of {@code sandbox-admin}
 * @param lambda a session of the role that {@code lambda-outbound} plays
 * @param webIdentityRole ARN of the role that {@code gke-web-identity} assumes
 */
public record AwsProfiles(String region, Keys admin, Keys lambda, String webIdentityRole) {

  /**
   * Keys of one identity.
   *
   * @param sessionToken null for long-lived keys
   */
  public record Keys(String accessKeyId, String secretAccessKey, @Nullable String sessionToken) {
    @Override
    public String toString() {
      return "Keys[" + accessKeyId + "]";
    }
  }
}
